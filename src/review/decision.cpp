#include "review/decision.h"

#include "review/outbox/decisionnotes.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
constexpr std::chrono::milliseconds LongestPause = std::chrono::seconds(30);

bool isOneOf(ErrorKind kind, std::initializer_list<ErrorKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// Whether nothing of the transmission reached FinHub.
bool saysNothingWasSent(const Error& error)
{
    return isOneOf(error.kind, {ErrorKind::Refused, ErrorKind::Unreachable, ErrorKind::Tls,
                                ErrorKind::SessionEnded, ErrorKind::NotOffered});
}

/// A definite 4xx: everything but 408 and 409, which leave open what became of the decision.
bool isDefiniteRefusal(const Error& error)
{
    return error.kind == ErrorKind::Status && error.status >= 400 && error.status <= 499 &&
           error.status != 408 && error.status != 409;
}

/// A 409 in FinHub's own words that this transmission was not carried out. Reading back tells whether another
/// one was.
bool isRefusalByState(const Error& error)
{
    return error.status == 409 && (error.is(ErrorWord::AlreadyDecided) || error.is(ErrorWord::InvalidState) ||
                                   error.is(ErrorWord::Claimed) || error.is(ErrorWord::VerificationClosed));
}

/// The same about a repetition: these are checked after FinHub has looked for an answer under the key (1.4),
/// so there is none, and an earlier transmission that arrives late will be refused as well.
bool isRefusalOfKey(const Error& error)
{
    return isRefusalByState(error) || error.status == 412 || error.status == 400 ||
           (error.status == 422 && !error.is(ErrorWord::IdempotencyKeyReused));
}

/// A version that has gone by never comes back, so what was sent on the condition of it is refused, however
/// late it arrives.
bool canNeverMatch(const Intent& intent, const Verification& current)
{
    return !intent.sent.etag.isEmpty() && intent.shownVersion && current.version &&
           *current.version > *intent.shownVersion;
}
} // namespace

Decision::Decision(const DecisionTools& tools, std::unique_ptr<KeptIntent> kept, QObject* parent)
    : QObject(parent)
    , m_tools(tools)
    , m_kept(std::move(kept))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_step == Step::Holding)
            begin();
        else if (m_step == Step::Pausing)
            sendAgain();
    });
}

Decision::~Decision() = default;

DecisionRequest Decision::request() const
{
    const Intent& intent = m_kept->intent();
    DecisionRequest request;
    request.verificationId = intent.verification;
    request.customerId = intent.customer;
    request.type = intent.type;
    request.verdict = intent.verdict;
    request.reasonCodes = intent.reasonCodes;
    request.ifMatch = intent.sent.etag;
    request.idempotencyKey = intent.id;
    return request;
}

std::optional<DecisionRequest> Decision::wholeRequest() const
{
    const Intent& intent = m_kept->intent();
    DecisionText text;
    if (intent.hasText) {
        const std::optional<DecisionText> opened = m_tools.seal.open(intent.sealedText);
        if (!opened)
            return std::nullopt;
        text = *opened;
    }
    const std::optional<QString> notes = composeNotes(text.notes, intent.id, intent.sent.journalHead);
    if (!notes)
        return std::nullopt;
    DecisionRequest whole = request();
    whole.comment =
        intent.standardComment ? standardComment(intent.verdict, intent.reasonCodes) : text.comment;
    whole.notes = *notes;
    return whole;
}

bool Decision::isUnresolved() const
{
    return m_outcome && m_outcome->end == DecisionEnd::Unknown;
}

bool Decision::isNotSent() const
{
    return m_kept->intent().state == IntentState::NotSent;
}

bool Decision::isTextLost() const
{
    return m_kept->intent().hasText && !m_tools.seal.open(m_kept->intent().sealedText);
}

std::chrono::milliseconds Decision::heldFor() const
{
    return m_step == Step::Holding ? std::max(m_timer.remainingTimeAsDuration(), std::chrono::milliseconds(0))
                                   : std::chrono::milliseconds(0);
}

void Decision::start(const CaseSnapshot& shown, std::chrono::milliseconds time)
{
    Q_ASSERT(m_step == Step::Idle);
    m_shown = shown;
    hold(time);
}

bool Decision::confirmAgain(Intent intent, const CaseSnapshot& shown, std::chrono::milliseconds time)
{
    if (isRunning() || !m_kept->confirmAgain(std::move(intent)))
        return false;
    m_shown = shown;
    m_outcome.reset();
    m_mayDecideAgain = false;
    hold(time);
    return true;
}

void Decision::hold(std::chrono::milliseconds time)
{
    if (time.count() <= 0) {
        begin();
        return;
    }
    m_timer.start(time);
    setStep(Step::Holding);
}

bool Decision::undo()
{
    if (m_step != Step::Holding)
        return false;
    m_timer.stop();
    if (m_kept->intent().mayBeThere())
        stayUnknown(std::nullopt);
    else
        stop(DecisionStop::Undone);
    return true;
}

void Decision::interrupt()
{
    if (m_step == Step::Holding) {
        m_timer.stop();
        notSent(Error::of(ErrorKind::SessionEnded));
    } else if (m_step == Step::Pausing) {
        m_timer.stop();
        stayUnknown(std::nullopt);
    }
}

void Decision::forgetText()
{
    m_kept->forgetText();
    m_shown.reset();
}

void Decision::settle()
{
    Q_ASSERT(m_step == Step::Idle);
    const Intent& intent = m_kept->intent();
    if (intent.mayBeThere()) {
        readBack();
        return;
    }
    switch (intent.state) {
    case IntentState::Held:
    case IntentState::NotSent:
        notSent(Error::of(ErrorKind::SessionEnded));
        return;
    case IntentState::Applied:
        finish({.end = DecisionEnd::Applied,
                .answer = {.verificationId = intent.verification,
                           .status = WireValue<VerificationStatus>::fromWire(
                               WireValue<Verdict>::nameOf(intent.verdict))},
                .foundByReading = true});
        return;
    case IntentState::Refused:
        finish({.end = DecisionEnd::Refused, .error = Error::of(ErrorKind::Refused)});
        return;
    case IntentState::Sending:
    case IntentState::Unknown:
        break;
    }
}

void Decision::begin()
{
    m_repeats = 0;
    m_checkedAgain = false;
    m_state.reset();
    m_declared.reset();
    m_readCustomer.reset();
    setStep(Step::Checking);
    readDeclared();
    readState(&Decision::takeState);
}

/// What was declared is compared where it was shown and can be read; without a directory nobody can tell.
void Decision::readDeclared()
{
    if (!m_shown || !m_shown->customer || !m_tools.finhub.offers(Extension::CustomerDirectory))
        return;
    m_readCustomer = m_tools.finhub.customer(m_kept->intent().customer);
    m_readCustomer->onFinished(this, [this](const Result<Customer>& customer) {
        m_declared = customer;
        compare();
    });
}

void Decision::readState(Take take)
{
    if (!m_tools.finhub.offers(Extension::VerificationRead)) {
        readReadiness(take);
        return;
    }
    m_read = m_tools.finhub.verification(m_kept->intent().verification);
    m_read->onFinished(this, [this, take](const Result<Verification>& current) {
        // Found out by asking (section 3).
        if (!current && current.error().kind == ErrorKind::NotOffered)
            readReadiness(take);
        else if (current)
            (this->*take)(StateReading{*current, false});
        else
            (this->*take)(failure(current.error()));
    });
}

/// Where verifications cannot be read, the readiness check is the only documented reading of the state
/// (2.12).
void Decision::readReadiness(Take take)
{
    m_readiness = m_tools.finhub.readiness(m_kept->intent().customer);
    m_readiness->onFinished(this, [this, take](const Result<Readiness>& readiness) {
        if (!readiness) {
            (this->*take)(failure(readiness.error()));
            return;
        }
        const Intent& intent = m_kept->intent();
        Verification current = m_shown ? m_shown->verification : Verification();
        current.id = intent.verification;
        current.customerId = intent.customer;
        current.status = readiness->verificationStatus;
        current.level = readiness->level.isAbsent() ? intent.shownLevel : readiness->level;
        current.notes.clear();
        (this->*take)(StateReading{current, true});
    });
}

void Decision::takeState(const Result<StateReading>& reading)
{
    m_state = reading;
    compare();
}

/// Once everything is there. What cannot be read again stops the decision: nothing has been sent.
void Decision::compare()
{
    if (m_step != Step::Checking || !m_state || (m_readCustomer && !m_declared))
        return;
    if (!m_shown) {
        notSent(Error::of(ErrorKind::SessionEnded));
        return;
    }
    const Result<StateReading> reading = *m_state;
    // What may have arrived before is settled first, whatever the officer has confirmed again.
    if (m_kept->intent().mayBeThere() &&
        (!reading || findingOf(m_kept->intent(), *reading) != Finding::Unchanged)) {
        conclude(reading);
        return;
    }
    const bool declaredFails =
        m_declared && !*m_declared && m_declared->error().kind != ErrorKind::NotOffered;
    if (!reading || declaredFails) {
        const Error error = reading ? m_declared->error() : reading.error();
        if (error.kind == ErrorKind::SessionEnded)
            notSent(error);
        else if (m_kept->intent().mayBeThere())
            stayUnknown(reading ? std::optional(reading->current) : std::nullopt);
        else
            refused({.end = DecisionEnd::Refused, .error = error});
        return;
    }
    CaseSnapshot current(reading->current);
    if (m_declared && *m_declared)
        current.customer = **m_declared;
    const QList<SnapshotDifference> changed = differences(*m_shown, current);
    if (changed.isEmpty()) {
        // The strongest statement that can be sent: exactly the state that was just compared.
        send(m_tools.finhub.offers(Extension::ConditionalDecision) ? reading->current.etag : QByteArray());
    } else if (m_kept->intent().mayBeThere()) {
        stayUnknown(reading->current);
    } else {
        refused({.end = DecisionEnd::Refused,
                 .error = Error::of(ErrorKind::Refused),
                 .changedBefore = true,
                 .current = reading->current,
                 .differences = changed});
    }
}

void Decision::send(const QByteArray& etag)
{
    if (!record(JournalKind::DecisionSent)) {
        stop(DecisionStop::JournalUnwritable);
        return;
    }
    m_isRepetition = m_kept->intent().mayBeThere();
    const SendMark mark{m_tools.journal ? m_tools.journal->head() : QByteArray(), etag};
    if (!m_kept->note(IntentState::Sending, mark)) {
        stop(DecisionStop::OutboxUnwritable);
        return;
    }
    transmit();
}

void Decision::transmit()
{
    const std::optional<DecisionRequest> whole = wholeRequest();
    if (!whole) {
        stayUnknown(std::nullopt);
        return;
    }
    m_isRefusedAnswer = false;
    setStep(Step::Sending);
    m_decide = m_tools.finhub.decide(*whole);
    m_decide->onFinished(this, [this](const Result<DecisionAnswer>& answer) { answered(answer); });
}

void Decision::sendAgain()
{
    m_isRepetition = true;
    if (record(JournalKind::DecisionSent, QStringLiteral("again")))
        transmit();
    else
        stayUnknown(std::nullopt);
}

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

void Decision::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

} // namespace finhub::review
