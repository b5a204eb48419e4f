#include "views/steptexts.h"

#include "views/blockertext.h"
#include "views/timetext.h"
#include "views/words.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::steptexts", text);
}

/// What is still missing in the phase that the customer waits in; empty when nothing is known to be.
QString missingText(Stage stage, const review::CaseFile& file)
{
    const CaseFacts facts = file.facts();
    switch (stage) {
    case Stage::Documents:
        if (facts.missingDocuments && !facts.missingDocuments->isEmpty())
            return tr("Missing: %1").arg(words::requirements(*facts.missingDocuments));
        return {};
    case Stage::Consents:
        if (facts.missingConsents && !facts.missingConsents->isEmpty()) {
            QStringList names;
            for (const WireValue<ConsentType>& type : *facts.missingConsents)
                names << words::consent(type);
            return tr("Missing: %1").arg(names.join(QStringLiteral(", ")));
        }
        return {};
    case Stage::Approval:
        return blockersText(file.blockers(Action::Approve), facts);
    case Stage::Categorization:
    case Stage::Registration:
    case Stage::Session:
    case Stage::Verification:
    case Stage::Activation:
    case Stage::Active:
    case Stage::Rejected:
    case Stage::Unknown:
        return {};
    }
    return {};
}

StepText textOf(const PhaseStatus& phase, const review::CaseFile& file)
{
    StepText text;
    text.label = words::phase(phase.phase);
    QString state;
    switch (phase.state) {
    case PhaseState::Done:
        text.detail = phase.at.isValid() ? dateText(phase.at) : QString();
        state = phase.at.isValid() ? tr("done on %1").arg(dateTimeText(phase.at)) : tr("done");
        break;
    case PhaseState::Current:
    case PhaseState::Blocked: {
        const QString missing = missingText(phase.phase, file);
        text.detail = words::nextAction(phase.nextAction);
        state = phase.state == PhaseState::Blocked ? tr("blocked; next: %1").arg(text.detail)
                                                   : tr("now; next: %1").arg(text.detail);
        if (!missing.isEmpty())
            state += QStringLiteral(". ") + missing;
        break;
    }
    case PhaseState::Failed:
        text.detail = phase.at.isValid() ? dateText(phase.at) : QString();
        state = tr("rejected; a new verification may be started");
        break;
    case PhaseState::NotStarted:
        state = tr("not started");
        break;
    case PhaseState::Unknown:
        state = tr("unknown");
        break;
    }
    text.accessible = QStringLiteral("%1: %2").arg(text.label, state);
    return text;
}
} // namespace

Stepper::Texts stepTexts(const Stepper::Phases& phases, const review::CaseFile& file)
{
    Stepper::Texts texts;
    for (std::size_t i = 0; i < phases.size(); ++i)
        texts[i] = textOf(phases[i], file);
    return texts;
}

} // namespace finhub::views
