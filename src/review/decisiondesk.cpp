#include "review/decisiondesk.h"

#include <algorithm>

namespace finhub::review {

DecisionDesk::DecisionDesk(api::FinHub& finhub, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
{
}

DecisionDesk::~DecisionDesk() = default;

bool DecisionDesk::submit(const DecisionRequest& request, const CaseSnapshot& shown)
{
    if (const Decision* present = decisionOn(request.verificationId)) {
        if (!present->mayDecideAgain() || present->isRunning())
            return false;
    }
    auto decision = std::make_unique<Decision>(m_finhub, request, shown);
    const VerificationId id = request.verificationId;
    connect(decision.get(), &Decision::stepChanged, this, &DecisionDesk::changed);
    connect(decision.get(), &Decision::finished, this, [this, id] { onFinished(id); });
    Decision* started = decision.get();
    m_decisions[id] = std::move(decision);
    started->start();
    return true;
}

void DecisionDesk::onFinished(const VerificationId& id)
{
    const auto found = m_decisions.find(id);
    if (found == m_decisions.end())
        return;
    const DecisionRequest request = found->second->request();
    const DecisionOutcome outcome = *found->second->outcome();
    if (outcome.end != DecisionEnd::Unknown) {
        // Inside its own signal: it goes when the event loop comes round.
        found->second.release()->deleteLater();
        m_decisions.erase(found);
    }
    Q_EMIT decided(request, outcome);
    Q_EMIT changed();
}

Decision* DecisionDesk::decisionOn(const VerificationId& id) const
{
    const auto found = m_decisions.find(id);
    return found == m_decisions.end() ? nullptr : found->second.get();
}

int DecisionDesk::running() const
{
    return static_cast<int>(std::count_if(m_decisions.begin(), m_decisions.end(),
                                          [](const auto& entry) { return entry.second->isRunning(); }));
}

int DecisionDesk::unresolved() const
{
    return static_cast<int>(std::count_if(m_decisions.begin(), m_decisions.end(),
                                          [](const auto& entry) { return entry.second->isUnresolved(); }));
}

void DecisionDesk::checkAgain()
{
    for (const auto& [id, decision] : m_decisions)
        decision->checkAgain();
}

} // namespace finhub::review
