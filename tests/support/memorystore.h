#pragma once

#include "review/knowncustomersstore.h"
#include "support/recordedcalls.h"

#include <QList>

namespace finhub::test {

/// A KnownCustomersStore that a test scripts. By default nothing is stored and everything can be.
class MemoryStore : public review::KnownCustomersStore {
public:
    MemoryStore()
    {
        reads.answer = [this](const api::ConnectionProfile&) { return stored; };
        changes.answer = [](const review::KnownChange&) { return Done(); };
    }

    CallPtr<QList<KnownCustomer>> read(const api::ConnectionProfile& profile) override
    {
        return reads.record(profile);
    }
    CallPtr<Done> change(const api::ConnectionProfile& profile, const review::KnownChange& change) override
    {
        lastProfile = profile;
        return changes.record(change);
    }

    QList<KnownCustomer> stored; ///< what reads are answered with
    api::ConnectionProfile lastProfile;
    RecordedCalls<QList<KnownCustomer>, api::ConnectionProfile> reads;
    RecordedCalls<Done, review::KnownChange> changes;
};

} // namespace finhub::test
