#include "review/claims/caseadvice.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
constexpr int PageSize = 1000;
}

CaseAdvice::CaseAdvice(api::FinHub& finhub, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
{
}

void CaseAdvice::send(RecommendationRequest request)
{
    if (isSending())
        return;
    m_request = std::move(request);
    m_request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_send = m_finhub.recommend(m_request);
    m_send->onFinished(this, [this](const Result<Recommendation>& answer) {
        m_send.reset(); // the answer stays until its handlers are through
        if (!answer && answer.error().kind == ErrorKind::OutcomeUnknown)
            lookFor(answer.error());
        else
            Q_EMIT finished({answer});
    });
}

/// R19. There can be no other one of the same officer with this snapshot and verdict in a round.
void CaseAdvice::lookFor(const Error& lostAnswer)
{
    m_reading = m_finhub.recommendations(m_request.verificationId, 0, PageSize);
    m_reading->onFinished(this, [this, lostAnswer](const Result<Page<Recommendation>>& page) {
        Result<Recommendation> outcome = failure(lostAnswer);
        const UserId me = m_finhub.session() ? m_finhub.session()->userId : UserId();
        if (page) {
            // The newest first: the same may have been recommended in an earlier round.
            const auto own = std::find_if(
                page->items.crbegin(), page->items.crend(), [this, &me](const Recommendation& one) {
                    return one.by.id == me && one.verdict.value() == m_request.verdict &&
                           one.snapshot == m_request.snapshot;
                });
            if (own != page->items.crend())
                outcome = *own;
        }
        m_reading.reset();
        Q_EMIT finished({outcome});
    });
}

} // namespace finhub::review
