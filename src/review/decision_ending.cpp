#include "review/decision.h"
#include "review/decisionfailure.h"

#include <algorithm>
#include <utility>

/// What becomes of a decision once something is known of it: the answer, a reading of the state, a person.
namespace finhub::review {

namespace {
constexpr std::chrono::milliseconds LongestPause = std::chrono::seconds(30);

/// A version that has gone by never comes back, so what was sent on the condition of it is refused, however
/// late it arrives.
bool canNeverMatch(const Intent& intent, const Verification& current)
{
    return !intent.sent.etag.isEmpty() && intent.shownVersion && current.version &&
           *current.version > *intent.shownVersion;
}
} // namespace

void Decision::answered(const Result<DecisionAnswer>& answer)
{
    if (answer) {
        applied({.end = DecisionEnd::Applied, .answer = *answer});
        return;
    }
    m_lastAnswer = answer.error();
    if (!m_isRepetition && m_lastAnswer.kind == ErrorKind::SessionEnded) {
        notSent(m_lastAnswer);
    } else if (!m_isRepetition && (saysNothingWasSent(m_lastAnswer) || isDefiniteRefusal(m_lastAnswer))) {
        refused({.end = DecisionEnd::Refused, .error = m_lastAnswer});
    } else if (saysNothingWasSent(m_lastAnswer)) {
        stayUnknown(std::nullopt);
    } else {
        m_isRefusedAnswer =
            m_isRepetition ? isRefusalOfKey(m_lastAnswer) : isRefusalByState(m_lastAnswer);
        readBack();
    }
}

void Decision::checkAgain()
{
    if (!isUnresolved() || isRunning())
        return;
    m_checkedAgain = true;
    m_repeats = 0;
    m_isRefusedAnswer = false;
    readBack();
}

void Decision::readBack()
{
    setStep(Step::ReadingBack);
    readState(&Decision::conclude);
}

void Decision::conclude(const Result<StateReading>& reading)
{
    if (!reading) {
        stayUnknown(std::nullopt);
        return;
    }
    const Verification& current = reading->current;
    const bool isRefused = m_isRefusedAnswer;
    const DecisionOutcome otherwise{.end = DecisionEnd::Refused,
                                    .error = m_lastAnswer,
                                    .changedBefore = !isRefused,
                                    .current = current};
    const Finding finding = findingOf(m_kept->intent(), *reading);
    switch (finding) {
    case Finding::Ours:
        applied({.end = DecisionEnd::Applied,
                 .answer = {.verificationId = current.id,
                            .status = current.status,
                            .decidedAt = current.decidedAt,
                            .decidedBy = current.decidedBy,
                            .reasonCodes = current.reasonCodes,
                            .version = current.version},
                 .foundByReading = true,
                 .deciderUnknown = reading->byReadiness,
                 .current = current});
        return;
    case Finding::Theirs:
        refused(otherwise);
        return;
    case Finding::Moved:
        if (isRefused || canNeverMatch(m_kept->intent(), current))
            refused(otherwise);
        else
            stayUnknown(current);
        return;
    case Finding::Unchanged:
    case Finding::Unclear:
        if (isRefused)
            refused(otherwise);
        else
            retryOrStay(*reading, finding);
        return;
    }
}

bool Decision::mayRepeat() const
{
    return m_tools.finhub.offers(Extension::IdempotentDecision) && m_repeats < m_tools.maxRepeats &&
           !isTextLost() && m_kept->intent().state != IntentState::Held;
}

void Decision::retryOrStay(const StateReading& reading, Finding finding)
{
    if (!mayRepeat()) {
        // One reading proves nothing, since the request may yet be on its way; a person who looks again later
        // may go on.
        m_mayDecideAgain = finding == Finding::Unchanged && (m_checkedAgain || isTextLost());
        stayUnknown(reading.current);
        return;
    }
    std::chrono::milliseconds pause = m_tools.firstPause * (1 << std::min(m_repeats, 16));
    if (m_lastAnswer.retryAfter)
        pause = std::max<std::chrono::milliseconds>(pause, *m_lastAnswer.retryAfter);
    ++m_repeats;
    m_timer.start(std::min(pause, LongestPause));
    setStep(Step::Pausing);
}

bool Decision::closeByPerson()
{
    if (isRunning())
        return false;
    return record(JournalKind::DecisionClosedByPerson) && m_kept->close();
}

/// Whether the journal has it; without a journal it always has.
bool Decision::record(JournalKind kind, const QString& detail) const
{
    const Intent& intent = m_kept->intent();
    return !m_tools.journal ||
           m_tools.journal->append(
               {.kind = kind,
                .officer = intent.officer.text(),
                .customer = intent.customer,
                .verification = intent.verification,
                .snapshot = intent.snapshot,
                .reasonCodes = intent.reasonCodes,
                .intent = intent.id,
                .detail = detail.isEmpty() ? WireValue<Verdict>::nameOf(intent.verdict) : detail});
}

// What has happened has happened, whether or not it could be written down: from here on a journal or outbox
// that cannot be written stops the next decision, not this one.
void Decision::applied(DecisionOutcome outcome)
{
    m_kept->note(IntentState::Applied);
    static_cast<void>(record(JournalKind::DecisionApplied));
    finish(std::move(outcome));
}

void Decision::refused(DecisionOutcome outcome)
{
    m_kept->note(IntentState::Refused);
    static_cast<void>(record(outcome.stop == DecisionStop::Undone ? JournalKind::DecisionUndone
                                                                  : JournalKind::DecisionRefused));
    finish(std::move(outcome));
}

void Decision::notSent(const Error& error)
{
    if (m_kept->intent().mayBeThere() && m_kept->intent().sentBefore) {
        stayUnknown(std::nullopt);
        return;
    }
    if (!isNotSent()) {
        m_kept->note(IntentState::NotSent);
        static_cast<void>(record(JournalKind::DecisionRefused, QStringLiteral("not-sent")));
    }
    finish({.end = DecisionEnd::Refused, .error = error, .stop = DecisionStop::NotSent});
}

/// Something on this computer keeps it from being sent.
void Decision::stop(DecisionStop why)
{
    if (m_kept->intent().mayBeThere())
        stayUnknown(std::nullopt);
    else
        refused({.end = DecisionEnd::Refused, .error = Error::of(ErrorKind::Refused), .stop = why});
}

void Decision::stayUnknown(const std::optional<Verification>& current)
{
    if (m_kept->intent().state != IntentState::Unknown) {
        m_kept->note(IntentState::Unknown);
        static_cast<void>(record(JournalKind::DecisionUnknown));
    }
    finish({.end = DecisionEnd::Unknown, .error = m_lastAnswer, .current = current});
}

void Decision::finish(DecisionOutcome outcome)
{
    const bool isOpen = outcome.end == DecisionEnd::Unknown || outcome.stop == DecisionStop::NotSent;
    if (!isOpen)
        m_kept->close();
    m_outcome = std::move(outcome);
    setStep(Step::Finished);
    Q_EMIT finished();
}

} // namespace finhub::review
