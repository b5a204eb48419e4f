#include "views/consents/consentwords.h"

#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace finhub::views::words {

namespace {
using review::Onboarding;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::consentwords", text);
}

Attempt attemptOf(Onboarding::Step step)
{
    return step == Onboarding::Step::Activation ? Attempt::Activate : Attempt::AcceptConsents;
}

QString underWay(Onboarding::Step step)
{
    return step == Onboarding::Step::Activation ? tr("Activating…") : tr("Recording…");
}

QString pendingText(const Onboarding& onboarding)
{
    QStringList names;
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        if (onboarding.awaitsConfirmation(type))
            names << consent(type);
    }
    return names.isEmpty() ? QString()
                           : tr("FinHub has taken %1, but shows it as pending. It counts once the readiness "
                                "check says so.")
                                 .arg(QLocale().createSeparatedList(names));
}

/// The server has no such call at all (404, 405, 501), as far as its status says.
bool isWithoutTemplates(const Error& error)
{
    return error.kind == ErrorKind::NotOffered ||
           (error.kind == ErrorKind::Status &&
            (error.status == 404 || error.status == 405 || error.status == 501));
}

bool isForbidden(const Error& error)
{
    return error.kind == ErrorKind::Status && error.status == 403;
}
} // namespace

ChipWords consentChip(review::ConsentStanding standing)
{
    switch (standing) {
    case review::ConsentStanding::Accepted:
        return {tr("✓ Accepted"), Tone::Good};
    case review::ConsentStanding::Pending:
        return {tr("Pending"), Tone::Outline};
    case review::ConsentStanding::Unknown:
        return {tr("? Unknown"), Tone::Outline};
    }
    return {};
}

ChipWords readinessChip(review::ReadinessItem::State state)
{
    switch (state) {
    case review::ReadinessItem::State::Met:
        return {tr("✓ Met"), Tone::Good};
    case review::ReadinessItem::State::Unmet:
        return {tr("! Missing"), Tone::Soon};
    case review::ReadinessItem::State::Unknown:
        return {tr("? Unknown"), Tone::Outline};
    }
    return {};
}

ChipWords templateChip(const WireValue<TemplateStatus>& status)
{
    switch (status.value()) {
    case TemplateStatus::Active:
        return {tr("✓ Active"), Tone::Good};
    case TemplateStatus::Inactive:
        return {tr("Inactive"), Tone::Outline};
    case TemplateStatus::Unknown:
        return {status.isAbsent() ? tr("? Unknown") : displayLine(status.text(), 40), Tone::Outline};
    }
    return {};
}

QString versionToRecord(ConsentType type, const Onboarding& onboarding)
{
    const std::optional<ConsentTemplate> text = onboarding.texts().active(type);
    const QString version = displayLine(onboarding.versionOf(type), 40);
    if (!text)
        return tr("Version %1 is recorded; FinHub does not say which one is in force.").arg(version);
    return text->effectiveDate.isValid()
               ? tr("Version %1 is recorded, in force since %2.").arg(version, dateText(text->effectiveDate))
               : tr("Version %1 is recorded, which is the one in force.").arg(version);
}

StepMessage stepMessage(Onboarding::Step step, const Onboarding& onboarding)
{
    if (onboarding.step() != step)
        return {step == Onboarding::Step::Consents ? pendingText(onboarding) : QString(), Ink::Soon};
    if (onboarding.isRunning())
        return {underWay(step), Ink::Secondary};
    if (onboarding.wasFoundRecorded())
        return {tr("The answer was lost, but it reads back: FinHub has recorded it."), Ink::Good};
    if (onboarding.error())
        return {errorText(*onboarding.error(), attemptOf(step)).sentence(), Ink::Bad};
    if (const QString pending = pendingText(onboarding);
        step == Onboarding::Step::Consents && !pending.isEmpty())
        return {pending, Ink::Soon};
    return {tr("✓ FinHub has recorded it."), Ink::Good};
}

ErrorText templatesError(const Error& error)
{
    if (isWithoutTemplates(error))
        return {tr("This server does not offer the texts of the consents."),
                tr("They can be neither read nor changed here, and their versions are not known."),
                tr("Look them up on the platform itself.")};
    if (isForbidden(error))
        return {tr("Your account may not read the texts of the consents."),
                tr("They can be neither read nor changed here, and their versions are not known."),
                tr("Ask the administrator of this tenant if it should be possible.")};
    return errorText(error, Attempt::LoadTemplates);
}

bool isWorthRetrying(const Error& error)
{
    return !isWithoutTemplates(error) && !isForbidden(error);
}

} // namespace finhub::views::words
