#include "review/decision.h"

#include <utility>

namespace finhub::review {

namespace {
/// The verification alone: what its server says of it at two times.
bool isSameCase(const Verification& shown, const Verification& current)
{
    return differences(shown, current).isEmpty();
}
} // namespace

Decision::Decision(api::FinHub& finhub, DecisionRequest request, CaseSnapshot shown, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_request(std::move(request))
    , m_shown(std::move(shown))
{
}

bool Decision::isUnresolved() const
{
    return m_outcome && m_outcome->end == DecisionEnd::Unknown;
}

void Decision::start()
{
    Q_ASSERT(m_step == Step::Idle);
    setStep(Step::Checking);
    readDeclared();
    readState(&Decision::takeState);
}

/// What was declared is compared where it was shown and can be read; without a directory nobody can tell.
void Decision::readDeclared()
{
    if (!m_shown.customer || !m_finhub.offers(Extension::CustomerDirectory))
        return;
    m_readCustomer = m_finhub.customer(m_request.customerId);
    m_readCustomer->onFinished(this, [this](const Result<Customer>& customer) {
        m_declared = customer;
        compare();
    });
}

void Decision::readState(Take take)
{
    if (!m_finhub.offers(Extension::VerificationRead)) {
        readReadiness(take);
        return;
    }
    m_byReadiness = false;
    m_read = m_finhub.verification(m_request.verificationId);
    m_read->onFinished(this, [this, take](const Result<Verification>& current) {
        // Found out by asking (section 3).
        if (!current && current.error().kind == ErrorKind::NotOffered)
            readReadiness(take);
        else
            (this->*take)(current);
    });
}

/// Where verifications cannot be read, the readiness check is the only documented reading of the state
/// (2.12).
void Decision::readReadiness(Take take)
{
    m_byReadiness = true;
    m_readiness = m_finhub.readiness(m_request.customerId);
    m_readiness->onFinished(this, [this, take](const Result<Readiness>& readiness) {
        if (!readiness) {
            (this->*take)(failure(readiness.error()));
            return;
        }
        Verification current = m_shown.verification;
        current.status = readiness->verificationStatus;
        if (!readiness->level.isAbsent())
            current.level = readiness->level;
        (this->*take)(current);
    });
}

void Decision::takeState(const Result<Verification>& current)
{
    m_state = current;
    compare();
}

/// Once everything is there. What cannot be read again stops the decision: nothing has been sent.
void Decision::compare()
{
    if (!m_state || (m_readCustomer && !m_declared))
        return;
    const bool noDirectory = m_declared && !*m_declared && m_declared->error().kind == ErrorKind::NotOffered;
    if (!*m_state) {
        finish({.end = DecisionEnd::Refused, .error = m_state->error()});
        return;
    }
    if (m_declared && !*m_declared && !noDirectory) {
        finish({.end = DecisionEnd::Refused, .error = m_declared->error()});
        return;
    }
    CaseSnapshot current(**m_state);
    if (m_declared && *m_declared)
        current.customer = **m_declared;
    if (const QList<SnapshotDifference> changed = differences(m_shown, current); !changed.isEmpty()) {
        finish({.end = DecisionEnd::Refused,
                .error = Error::of(ErrorKind::Refused),
                .changedBefore = true,
                .current = current.verification,
                .differences = changed});
        return;
    }
    // The strongest statement that can be sent: exactly the state that was just compared.
    m_request.ifMatch = current.verification.etag;
    send();
}

void Decision::send()
{
    setStep(Step::Sending);
    m_decide = m_finhub.decide(m_request);
    m_decide->onFinished(this, [this](const Result<DecisionAnswer>& answer) {
        if (answer) {
            finish({.end = DecisionEnd::Applied, .answer = *answer});
        } else if (answer.error().kind == ErrorKind::OutcomeUnknown) {
            m_lostAnswer = answer.error();
            readBack();
        } else {
            finish({.end = DecisionEnd::Refused, .error = answer.error()});
        }
    });
}

void Decision::checkAgain()
{
    if (!isUnresolved() || isRunning())
        return;
    m_checkedAgain = true;
    readBack();
}

void Decision::readBack()
{
    setStep(Step::ReadingBack);
    readState(&Decision::conclude);
}

/// Whether the verdict that stands is this one and not somebody else's of the same kind. 2.12 names nobody;
/// there the case was open when this decision was sent and has its verdict now.
bool Decision::isMine(const Verification& current) const
{
    if (m_byReadiness)
        return true;
    if (m_request.verdict == Verdict::RequestResubmission)
        return current.reasonCodes == m_request.reasonCodes;
    const QString me = m_finhub.session() ? m_finhub.session()->userId.text() : QString();
    return !me.isEmpty() && current.decidedBy == me;
}

void Decision::conclude(const Result<Verification>& current)
{
    DecisionOutcome outcome{.end = DecisionEnd::Unknown, .error = m_lostAnswer};
    if (!current) {
        finish(outcome);
        return;
    }
    outcome.current = *current;
    const bool sameVerdict = current->status.text() == WireValue<Verdict>(m_request.verdict).text();
    if (sameVerdict && isMine(*current)) {
        outcome.end = DecisionEnd::Applied;
        outcome.foundByReading = true;
        outcome.deciderUnknown = m_byReadiness;
        outcome.answer = {.verificationId = current->id,
                          .status = current->status,
                          .decidedAt = current->decidedAt,
                          .decidedBy = current->decidedBy,
                          .reasonCodes = current->reasonCodes,
                          .version = current->version};
    } else if (isSameCase(m_shown.verification, *current)) {
        // Still as it was. The request may yet be on its way, so one reading proves nothing; a person who
        // looks again later may go on.
        m_mayDecideAgain = m_checkedAgain;
    } else if (sameVerdict || current->status != m_shown.verification.status) {
        // Somebody else's decision stands: ours was not the one that was recorded.
        outcome.end = DecisionEnd::Refused;
        outcome.changedBefore = true;
    }
    finish(outcome);
}

void Decision::finish(DecisionOutcome outcome)
{
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
