#pragma once

#include "review/decision.h"

#include <QObject>

#include <map>
#include <memory>

namespace finhub::review {

/// All decisions of this session that are under way or whose outcome is not known. It outlives the page that
/// a decision was made on, so that leaving the page loses nothing, and lets one decision at a time be in
/// flight for a verification. GUI thread.
class DecisionDesk : public QObject {
    Q_OBJECT

public:
    explicit DecisionDesk(api::FinHub& finhub, QObject* parent = nullptr);
    ~DecisionDesk() override;

    /// Carries a decision out. False, and nothing happens, while one on the same verification is under way or
    /// its outcome is unknown and not yet looked at again.
    bool submit(const DecisionRequest& request, const CaseSnapshot& shown);
    /// The decision on this verification that is under way or unresolved, else nullptr.
    Decision* decisionOn(const VerificationId& id) const;
    /// How many requests are under way.
    int running() const;
    /// How many outcomes are unknown.
    int unresolved() const;
    /// Reads all unresolved ones again.
    void checkAgain();

Q_SIGNALS:
    /// A decision came to an end; `outcome` is also kept in the desk while it is unknown.
    void decided(const finhub::DecisionRequest& request, const finhub::review::DecisionOutcome& outcome);
    /// Something about running or unresolved decisions has changed.
    void changed();

private:
    void onFinished(const VerificationId& id);

    api::FinHub& m_finhub;
    std::map<VerificationId, std::unique_ptr<Decision>> m_decisions;
};

} // namespace finhub::review
