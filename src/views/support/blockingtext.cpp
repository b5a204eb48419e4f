#include "views/support/blockingtext.h"

#include "core/businesscalendar.h"
#include "core/reasoncode.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr Permissions Officer{.write = true, .decideHigher = false};
constexpr Permissions SeniorOfficer{.write = true, .decideHigher = true};

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::blockingtext", text);
}

/// "proof of address and source of funds": in the middle of a sentence only names and abbreviations keep
/// their capitals.
QString inSentence(const QString& name)
{
    const bool abbreviation = name.size() > 1 && name.at(1).isUpper();
    return abbreviation || name.isEmpty() ? name : name.at(0).toLower() + name.mid(1);
}

QString listOf(const QList<WireValue<Requirement>>& requirements)
{
    QStringList names;
    for (const WireValue<Requirement>& value : requirements)
        names << inSentence(words::requirement(value));
    return QLocale().createSeparatedList(names);
}

QString listOf(const QList<WireValue<ConsentType>>& consents)
{
    QStringList names;
    for (const WireValue<ConsentType>& value : consents)
        names << inSentence(words::consent(value));
    return names.join(QStringLiteral(", "));
}

/// " since 18 Nov 2025", or nothing when that is not known.
QString since(const QDateTime& time)
{
    return time.isValid() ? tr(" since %1").arg(dateText(time)) : QString();
}

/// " on 18 Nov 2025", or nothing when that is not known.
QString on(const QDateTime& time)
{
    return time.isValid() ? tr(" on %1").arg(dateText(time)) : QString();
}

/// The reasons that the customer was told, in the middle of a sentence; empty when one of them is internal.
QString publicReasons(const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes) {
        const ReasonCode* reason = findReason(code);
        if (reason && reason->internal)
            return {};
        names << (reason ? inSentence(words::reason(code)) : words::reason(code));
    }
    return QLocale().createSeparatedList(names);
}

/// "submitted 3 business days ago, overdue"; empty when the time is not known.
QString submittedText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const auto waited = businessCalendar().timeBetween(at, now);
    const auto days = static_cast<int>(waited / BusinessDay);
    const QLocale locale;
    if (days >= ReviewTargetDays)
        return tr("submitted %1 business days ago, overdue").arg(locale.toString(days));
    if (days == 2)
        return tr("submitted 2 business days ago");
    if (days == 1)
        return tr("submitted 1 business day ago");
    const auto hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(waited).count());
    if (hours > 1)
        return tr("submitted %1 hours ago").arg(locale.toString(hours));
    return hours == 1 ? tr("submitted 1 hour ago") : tr("submitted less than an hour ago");
}

QString sessionText(const BlockingFacts& known)
{
    if (known.lockedAt.isValid())
        return tr("Waits for the customer, whose sign-in was locked on %1 after wrong passwords: it opens "
                  "again "
                  "after a while, or as soon as an officer resets it.")
            .arg(dateTimeText(known.lockedAt));
    // Without a stage and without an activity nobody says whether there was a session.
    if (known.stage.isAbsent() && !known.facts.hadSession)
        return tr(
            "Waits for the customer to sign in or for the verification to be started; the server does not "
            "say which.");
    return known.registeredAt.isValid()
               ? tr("Waits for the customer, who has not signed in since the registration on %1.")
                     .arg(dateText(known.registeredAt))
               : tr("Waits for the customer, who has not signed in yet.");
}

QString verificationText(const BlockingFacts& known)
{
    return known.firstSessionAt.isValid()
               ? tr("Waits for the customer or an officer to start the verification; the customer first "
                    "signed "
                    "in on %1.")
                     .arg(dateText(known.firstSessionAt))
               : tr("Waits for the customer or an officer to start the verification.");
}

/// What the customer has still to send, for the end of a sentence.
QString documentsEnd(const BlockingFacts& known)
{
    if (known.facts.missingDocuments)
        return {};
    switch (known.documentsGap) {
    case BlockingFacts::Gap::ServerSilent:
        return tr("; the server does not say which are missing");
    case BlockingFacts::Gap::ReadFailed:
        return tr("; which are missing could not be read");
    case BlockingFacts::Gap::BeingRead:
        return {};
    }
    return {};
}

QString resubmissionText(const BlockingFacts& known)
{
    const QString reasons = publicReasons(known.reasonCodes);
    QString text =
        tr("Waits for the customer, who was asked%1 to send documents again").arg(on(known.askedAgainAt));
    if (!reasons.isEmpty())
        text += tr(": %1").arg(reasons);
    if (known.facts.missingDocuments && !known.facts.missingDocuments->isEmpty())
        text += tr("; still missing: %1").arg(listOf(*known.facts.missingDocuments));
    return text + u'.';
}

QString unknownStatusText(const BlockingFacts& known)
{
    return tr("It is not known who has to act, because the verification has a status that this console does "
              "not know: %1.")
        .arg(words::status(known.facts.status));
}

QString documentsText(const BlockingFacts& known)
{
    const auto& missing = known.facts.missingDocuments;
    switch (known.facts.status.value()) {
    case VerificationStatus::ResubmissionRequested:
        return resubmissionText(known);
    case VerificationStatus::Unknown:
        return unknownStatusText(known);
    case VerificationStatus::None:
    case VerificationStatus::Pending:
    case VerificationStatus::Initiated:
    case VerificationStatus::PendingDocuments:
    case VerificationStatus::InProgress:
    case VerificationStatus::Approved:
    case VerificationStatus::Rejected:
        break;
    }
    if (missing && missing->size() == 1)
        return tr("Waits for the customer: %1 is missing%2.").arg(listOf(*missing), since(known.startedAt));
    if (missing && !missing->isEmpty())
        return tr("Waits for the customer: %1 are missing%2.").arg(listOf(*missing), since(known.startedAt));
    if (missing)
        return tr("Waits for the customer's documents, although FinHub has every required one: read the case "
                  "again.");
    return tr("Waits for the customer's documents%1%2.").arg(since(known.startedAt), documentsEnd(known));
}

QString approvalText(const BlockingFacts& known, const QDateTime& now)
{
    if (known.facts.status.value() == VerificationStatus::Unknown && !known.facts.status.isAbsent())
        return unknownStatusText(known);
    const QList<Blocker> blockers = blockersOf(Action::Approve, known.facts, Officer);
    const bool required = known.readiness && known.readiness->powerTenantApprovalRequired.value_or(false);
    const bool senior = required || blockers.contains(Blocker::LevelNotAllowed);
    QStringList details;
    if (known.facts.risk.value() == RiskLevel::High)
        details << tr("high risk");
    else if (senior && !known.facts.level.isKnown())
        details << tr("the level of the verification is not known");
    if (const QString submitted = submittedText(known.submittedAt, now); !submitted.isEmpty())
        details << submitted;
    if (blockers.contains(Blocker::DocumentsMissing))
        details << tr("still missing: %1").arg(listOf(*known.facts.missingDocuments));
    const QString who =
        senior ? tr("Waits for a senior officer's decision") : tr("Waits for an officer's decision");
    return details.isEmpty() ? who + u'.' : tr("%1: %2.").arg(who, details.join(QStringLiteral(", ")));
}

/// Whether the approval is not enough for the activation, as the lifecycle or the readiness check says.
bool isApprovalShort(const BlockingFacts& known)
{
    if (known.readiness && (!known.readiness->verificationOk.value_or(true) ||
                            !known.readiness->powerTenantApprovalOk.value_or(true)))
        return true;
    // A stage after the approval stands for an approval; only its level may still fall short.
    return known.facts.status.value() == VerificationStatus::Approved &&
           blockersOf(Action::Activate, known.facts, SeniorOfficer)
               .contains(Blocker::VerificationNotApproved);
}

QString consentsText(const BlockingFacts& known)
{
    const auto& missing = known.facts.missingConsents;
    if (!missing)
        return tr("Waits for the customer's consents%1; the server does not say which are missing.")
            .arg(since(known.decidedAt));
    if (missing->size() == 1)
        return tr("Waits for the customer: 1 consent is missing%1 (%2).")
            .arg(since(known.decidedAt), listOf(*missing));
    return tr("Waits for the customer: %1 consents are missing%2 (%3).")
        .arg(QLocale().toString(missing->size()), since(known.decidedAt), listOf(*missing));
}

QString activationText(const BlockingFacts& known)
{
    if (!known.readiness || !known.readiness->activationAllowed)
        return tr("Nothing blocks: the activation waits for the code that the customer has.");
    return *known.readiness->activationAllowed
               ? tr("Nothing blocks: FinHub allows the activation, which waits for the code that the "
                    "customer "
                    "has.")
               : tr("Waits for an officer to look into it: FinHub does not allow the activation and does not "
                    "say why.");
}

QString afterApprovalText(const BlockingFacts& known, Stage stage)
{
    if (known.facts.status.value() == VerificationStatus::Unknown && !known.facts.status.isAbsent())
        return unknownStatusText(known);
    if (isApprovalShort(known))
        return known.facts.risk.value() == RiskLevel::High
                   ? tr("Waits for a senior officer: the verification is not approved at the level that the "
                        "high risk needs.")
                   : tr("Waits for an officer: the verification is not approved at the level that the risk "
                        "needs.");
    // A server that names the stage has looked at the consents, also when it does not list them.
    const auto& missing = known.facts.missingConsents;
    const bool given = missing ? missing->isEmpty() : stage == Stage::Activation;
    return given ? activationText(known) : consentsText(known);
}

QString rejectedText(const BlockingFacts& known)
{
    const QString reasons = publicReasons(known.reasonCodes);
    const QString rejected = tr("Rejected%1").arg(on(known.decidedAt));
    const QString next = tr("goes on only if the customer or an officer starts a new verification");
    if (!reasons.isEmpty())
        return tr("%1 (%2): %3.").arg(rejected, reasons, next);
    if (!known.reasonCodes.isEmpty())
        return tr("%1 for a reason that must not be told to the customer: %2.").arg(rejected, next);
    return tr("%1: %2.").arg(rejected, next);
}

QString unknownStageText(const BlockingFacts& known)
{
    if (!known.stage.isAbsent())
        return tr("It is not known who has to act, because FinHub names a stage that this console does not "
                  "know: "
                  "%1.")
            .arg(words::stage(known.stage));
    return unknownStatusText(known);
}
} // namespace

QString blockingSentence(const BlockingFacts& known, const QDateTime& now)
{
    switch (known.read) {
    case BlockingFacts::Read::Nothing:
        return tr("Reading what this customer waits for…");
    case BlockingFacts::Read::Failed:
        return tr("It is not known what this customer waits for, because the case could not be read.");
    case BlockingFacts::Read::Something:
        break;
    }
    const Stage stage = known.stage.isAbsent() ? stageOf(known.facts) : known.stage.value();
    switch (stage) {
    case Stage::Categorization:
        return tr("Waits for an officer to choose a category.");
    case Stage::Registration:
        return tr("Waits for the customer's personal details, entered by the customer or an officer.");
    case Stage::Session:
        return sessionText(known);
    case Stage::Verification:
        return verificationText(known);
    case Stage::Documents:
        return documentsText(known);
    case Stage::Approval:
        return approvalText(known, now);
    case Stage::Consents:
    case Stage::Activation:
        return afterApprovalText(known, stage);
    case Stage::Active:
        return known.activatedAt.isValid() ? tr("Active since %1.").arg(dateText(known.activatedAt))
                                           : tr("Active: nothing is left to do.");
    case Stage::Rejected:
        return rejectedText(known);
    case Stage::Unknown:
        return unknownStageText(known);
    }
    return {};
}

QString blockingSentence(const review::CaseFile& file, const QDateTime& now)
{
    return blockingSentence(blockingFacts(file), now);
}

} // namespace finhub::views
