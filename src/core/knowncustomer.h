#pragma once

#include "core/id.h"

#include <QDateTime>
#include <QList>

/// A customer whom this console knows of by itself, because it has registered them or their id was added:
/// what is left of them when the console ends. Ids and a time, nothing personal.
namespace finhub {

/// 3, `customer-directory`: a customer of a server that lists none.
struct KnownCustomer {
    CustomerId id;
    UserId userId;                       ///< empty when not known; an activation needs it (2.11)
    QList<VerificationId> verifications; ///< of the identity, the current one first
    QDateTime addedAt;                   ///< UTC

    friend bool operator==(const KnownCustomer&, const KnownCustomer&) = default;
};

/// How many customers are kept for a connection, and how many verifications of each.
inline constexpr qsizetype MaxKnownCustomers = 100'000;
inline constexpr qsizetype MaxKnownVerifications = 20;

/// Brings what is known up to date with what was told of the same customer: a verification that is new to us
/// becomes the current one, in the order told; the time of adding stays. True when anything has changed.
bool bringUpToDate(KnownCustomer& known, const KnownCustomer& told);

} // namespace finhub
