#pragma once

#include "review/casefile.h"

namespace finhub::review {

/// What is known of one consent of a customer. A consent that FinHub has taken but shows as pending is
/// Pending (R12).
enum class ConsentStanding { Accepted, Pending, Unknown };

/// From the customer's own record and, where that does not say that it is accepted, from the readiness check.
ConsentStanding standingOf(ConsentType type, const CaseFile& file);
/// The customer's record of a consent; nullopt when the server does not say.
std::optional<Consent> recordOf(ConsentType type, const CaseFile& file);

/// One thing that has to be so before the customer can be activated (2.11, 2.12).
struct ReadinessItem {
    enum class What {
        Verification,        ///< approved at the level that the risk needs
        PowerTenantApproval, ///< only listed where it is needed, or where nobody says whether it is
        Consent,
        NotYetActive
    };
    enum class State { Met, Unmet, Unknown };

    What what = What::Verification;
    State state = State::Unknown;
    ConsentType consent = ConsentType::Unknown; ///< of What::Consent

    friend bool operator==(const ReadinessItem&, const ReadinessItem&) = default;
};

/// The whole list in the contract's order. The readiness check says; where it does not, or has not been read,
/// the case does; where neither does, the item is Unknown and never taken for met.
QList<ReadinessItem> readinessItems(const CaseFile& file);

} // namespace finhub::review
