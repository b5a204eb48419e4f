#include "review/decision.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
/// The document of this id in a list, nullptr when it is not there.
const Document* find(const QList<Document>& documents, const DocumentId& id)
{
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&id](const Document& document) { return document.id == id; });
    return found == documents.end() ? nullptr : &*found;
}
} // namespace

bool isSameCase(const Verification& shown, const Verification& current)
{
    if (shown.version != current.version || shown.status != current.status || shown.level != current.level ||
        shown.round != current.round || shown.documents.size() != current.documents.size())
        return false;
    return std::all_of(shown.documents.begin(), shown.documents.end(), [&current](const Document& document) {
        const Document* other = find(current.documents, document.id);
        return other && other->sha256 == document.sha256 && other->type == document.type &&
               other->size == document.size;
    });
}

Decision::Decision(api::FinHub& finhub, DecisionRequest request, Verification shown, QObject* parent)
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
    readState(&Decision::compare);
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
        Verification current = m_shown;
        current.status = readiness->verificationStatus;
        if (!readiness->level.isAbsent())
            current.level = readiness->level;
        (this->*take)(current);
    });
}

void Decision::compare(const Result<Verification>& current)
{
    if (!current) {
        finish({.end = DecisionEnd::Refused, .error = current.error()});
        return;
    }
    if (!isSameCase(m_shown, *current)) {
        finish({.end = DecisionEnd::Refused,
                .error = Error::of(ErrorKind::Refused),
                .changedBefore = true,
                .current = *current});
        return;
    }
    // The strongest statement that can be sent: exactly the state that was just compared.
    m_request.ifMatch = current->etag;
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
    } else if (isSameCase(m_shown, *current)) {
        // Still as it was. The request may yet be on its way, so one reading proves nothing; a person who
        // looks again later may go on.
        m_mayDecideAgain = m_checkedAgain;
    } else if (sameVerdict || current->status != m_shown.status) {
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
