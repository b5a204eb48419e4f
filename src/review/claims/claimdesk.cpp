#include "review/claims/claimdesk.h"

#include <algorithm>

namespace finhub::review {

ClaimDesk::ClaimDesk(api::FinHub& finhub, DecisionDesk& decisions, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_decisions(decisions)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &ClaimDesk::forget);
    connect(&m_decisions, &DecisionDesk::decided, this,
            [this](const DecisionRequest& request, const DecisionOutcome& outcome) {
                const auto found = m_claims.find(request.verificationId);
                if (found == m_claims.end())
                    return;
                if (outcome.end == DecisionEnd::Applied)
                    found->second.claim->end();
                settle(request.verificationId);
            });
}

ClaimDesk::~ClaimDesk() = default;

CaseClaim* ClaimDesk::open(const CustomerId& customer, const VerificationId& id)
{
    Entry& entry = m_claims[id];
    entry.left = false;
    if (!entry.claim) {
        entry.claim = std::make_unique<CaseClaim>(m_finhub, id);
        // After an opened case has been left and opened again, the end of giving back drops nothing.
        connect(
            entry.claim.get(), &CaseClaim::released, this, [this, id] { drop(id); }, Qt::QueuedConnection);
        connect(entry.claim.get(), &CaseClaim::done, this,
                [this, customer, id](ClaimDeed deed) { Q_EMIT done(customer, id, deed); });
    }
    return entry.claim.get();
}

void ClaimDesk::leave(const VerificationId& id)
{
    const auto found = m_claims.find(id);
    if (found == m_claims.end())
        return;
    found->second.left = true;
    settle(id);
}

int ClaimDesk::leaving() const
{
    return static_cast<int>(
        std::count_if(m_claims.begin(), m_claims.end(), [](const auto& entry) { return entry.second.left; }));
}

void ClaimDesk::settle(const VerificationId& id)
{
    const auto found = m_claims.find(id);
    if (found == m_claims.end() || !found->second.left)
        return;
    // Held until it is over: what another officer does in between would only make it be refused.
    const Decision* decision = m_decisions.decisionOn(id);
    if (decision && decision->isRunning())
        return;
    CaseClaim* claim = found->second.claim.get();
    // A claim that is being taken may be one's own by the time that it has been left.
    if (claim->isMine() || claim->isBusy())
        claim->release();
    else
        drop(id);
}

void ClaimDesk::drop(const VerificationId& id)
{
    const auto found = m_claims.find(id);
    if (found == m_claims.end() || !found->second.left)
        return;
    // It may be what has just said so.
    found->second.claim.release()->deleteLater();
    m_claims.erase(found);
    if (leaving() == 0)
        Q_EMIT idle();
}

void ClaimDesk::forget()
{
    for (auto& [id, entry] : m_claims)
        entry.claim.release()->deleteLater();
    m_claims.clear();
    Q_EMIT idle();
}

} // namespace finhub::review
