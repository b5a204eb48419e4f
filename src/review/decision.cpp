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
    if (!m_finhub.offers(Extension::VerificationRead)) {
        checkByReadiness();
        return;
    }
    m_read = m_finhub.verification(m_request.verificationId);
    m_read->onFinished(this, [this](const Result<Verification>& current) {
        if (!current) {
            finish({.end = DecisionEnd::Refused, .error = current.error()});
            return;
        }
        compare(*current);
    });
}

/// Where verifications cannot be read, the readiness check is the only documented reading of the state
/// (2.12).
void Decision::checkByReadiness()
{
    m_readiness = m_finhub.readiness(m_request.customerId);
    m_readiness->onFinished(this, [this](const Result<Readiness>& readiness) {
        if (!readiness) {
            finish({.end = DecisionEnd::Refused, .error = readiness.error()});
            return;
        }
        Verification current = m_shown;
        current.status = readiness->verificationStatus;
        compare(current);
    });
}

void Decision::compare(const Verification& current)
{
    if (!isSameCase(m_shown, current)) {
        finish({.end = DecisionEnd::Refused,
                .error = Error::of(ErrorKind::Refused),
                .changedBefore = true,
                .current = current});
        return;
    }
    // The strongest statement that can be sent: exactly the state that was just compared.
    m_request.ifMatch = current.etag;
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
    m_read = m_finhub.verification(m_request.verificationId);
    m_read->onFinished(this, [this](const Result<Verification>& current) { conclude(current); });
}

void Decision::conclude(const Result<Verification>& current)
{
    DecisionOutcome outcome{.end = DecisionEnd::Unknown, .error = m_lostAnswer};
    if (!current) {
        finish(outcome);
        return;
    }
    outcome.current = *current;
    const QString me = m_finhub.session() ? m_finhub.session()->userId.text() : QString();
    const WireValue<Verdict> verdict = m_request.verdict;
    const bool sameVerdict = current->status.text() == verdict.text();
    const bool mine = m_request.verdict == Verdict::RequestResubmission
                          ? current->reasonCodes == m_request.reasonCodes
                          : !me.isEmpty() && current->decidedBy == me;
    if (sameVerdict && mine) {
        outcome.end = DecisionEnd::Applied;
        outcome.foundByReading = true;
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
