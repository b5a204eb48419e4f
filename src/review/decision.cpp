#include "review/decision.h"

#include "review/outbox/decisionnotes.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

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

void Decision::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

} // namespace finhub::review
