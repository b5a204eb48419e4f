#pragma once

#include "api/connectionprofile.h"
#include "core/call.h"
#include "core/knowncustomer.h"

namespace finhub::review {

/// What has changed about the known customers since they were last stored.
struct KnownChange {
    QList<KnownCustomer> told; ///< new ones, and those of whom something became known
    QList<CustomerId> removed;

    friend bool operator==(const KnownChange&, const KnownChange&) = default;
};

/// Where the known customers of a connection are from one day to the next. A connection is a server and a
/// tenant, whoever signs in. GUI thread; whatever takes time is done elsewhere.
class KnownCustomersStore {
public:
    virtual ~KnownCustomersStore() = default;

    /// In the order of their adding; none where there is nothing yet. ErrorKind::Refused when what is there
    /// is damaged: it is left as it is, and change() refuses too.
    virtual CallPtr<QList<KnownCustomer>> read(const api::ConnectionProfile& profile) = 0;
    /// Brings what is stored up to date, also with what another console has stored meanwhile. Carried out in
    /// the order of asking, and to its end even when the call is deleted. ErrorKind::Refused when it cannot
    /// be.
    virtual CallPtr<Done> change(const api::ConnectionProfile& profile, const KnownChange& change) = 0;
};

} // namespace finhub::review
