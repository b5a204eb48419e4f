#pragma once

#include "review/claims/caseclaim.h"
#include "review/decisiondesk.h"

#include <map>
#include <memory>

namespace finhub::review {

/// The claims of this session (3.8). It outlives the page of a case, so that a claim is given back after the
/// case has been left, and not before a decision that is still under way has come to its end. What is left at
/// the end of a session runs out by itself. GUI thread.
class ClaimDesk : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    ClaimDesk(api::FinHub& finhub, DecisionDesk& decisions, QObject* parent = nullptr);
    ~ClaimDesk() override;

    /// The claim on the verification of this customer that is open now; valid until it is left and given
    /// back.
    CaseClaim* open(const CustomerId& customer, const VerificationId& id);
    /// Nobody looks at it any more: one's own claim is given back.
    void leave(const VerificationId& id);
    /// How many claims are still to be given back.
    int leaving() const;

Q_SIGNALS:
    /// The server says that this was done, also after the case has been left.
    void done(const finhub::CustomerId& customer, const finhub::VerificationId& id,
              finhub::review::ClaimDeed deed);
    /// Nothing is left to be given back.
    void idle();

private:
    struct Entry {
        std::unique_ptr<CaseClaim> claim;
        bool left = false;
    };
    void settle(const VerificationId& id);
    void drop(const VerificationId& id);
    void forget();

    api::FinHub& m_finhub;
    DecisionDesk& m_decisions;
    std::map<VerificationId, Entry> m_claims;
};

} // namespace finhub::review
