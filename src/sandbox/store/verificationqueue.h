#pragma once

#include "core/enums.h"
#include "sandbox/seed/seededid.h"
#include "sandbox/store/roworder.h"

#include <QList>

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace finhub::sandbox {

/// All verifications in the order of 3.2: oldest `submittedAt` first, then those never submitted by
/// `startedAt`, then by id. Kept in memory like the directory. One thread.
class VerificationQueue {
public:
    struct Entry {
        std::pair<quint64, quint64> id;
        quint32 customer = 0; ///< number
        VerificationStatus status = VerificationStatus::None;
        qint64 startedAt = 0;
        qint64 submittedAt = 0; ///< 0: never
    };
    struct Hits {
        QList<Entry> entries;
        qint64 total = 0;
    };

    /// Starts with these verifications.
    void build(std::vector<Entry> entries);
    /// Adds a verification or moves the one with this id.
    void put(const Entry& entry);

    /// Empty `statuses`: all.
    Hits find(const QList<VerificationStatus>& statuses, qint64 offset, int limit) const;

private:
    struct Before {
        const std::vector<Entry>* entries;
        bool operator()(quint32 a, quint32 b) const;
    };
    struct IdHash {
        std::size_t operator()(const std::pair<quint64, quint64>& id) const { return id.first ^ id.second; }
    };

    std::vector<Entry> m_entries;
    std::unordered_map<std::pair<quint64, quint64>, quint32, IdHash> m_places;
    std::array<Bitset, 9> m_statuses;
    RowOrder m_order;
};

} // namespace finhub::sandbox
