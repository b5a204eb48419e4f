#include "core/knowncustomer.h"

namespace finhub {

bool bringUpToDate(KnownCustomer& known, const KnownCustomer& told)
{
    const KnownCustomer before = known;
    if (!told.userId.isEmpty())
        known.userId = told.userId;
    QList<VerificationId> verifications;
    for (const VerificationId& id : told.verifications) {
        if (!id.isEmpty() && !known.verifications.contains(id) && !verifications.contains(id))
            verifications << id;
    }
    known.verifications = (verifications + known.verifications).mid(0, MaxKnownVerifications);
    if (!known.addedAt.isValid())
        known.addedAt = told.addedAt;
    return known != before;
}

} // namespace finhub
