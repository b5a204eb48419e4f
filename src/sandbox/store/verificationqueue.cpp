#include "sandbox/store/verificationqueue.h"

#include <tuple>

namespace finhub::sandbox {

namespace {
constexpr quint64 NeverSubmitted = quint64(1) << 63; // after every time

std::size_t columnOf(VerificationStatus status)
{
    return static_cast<std::size_t>(status);
}
} // namespace

void VerificationQueue::build(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    m_places.reserve(m_entries.size());
    m_statuses.fill(Bitset(m_entries.size()));
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_places.emplace(m_entries[i].id, quint32(i));
        m_statuses[columnOf(m_entries[i].status)].set(i, true);
    }
    const auto timeOf = [this](quint32 row) {
        const Entry& entry = m_entries[row];
        return entry.submittedAt != 0 ? quint64(entry.submittedAt)
                                      : NeverSubmitted | quint64(entry.startedAt);
    };
    m_order.build(m_entries.size(), timeOf, Before{&m_entries});
}

void VerificationQueue::put(const Entry& entry)
{
    const auto known = m_places.find(entry.id);
    const auto row = known == m_places.end() ? quint32(m_entries.size()) : known->second;
    if (known == m_places.end()) {
        m_entries.push_back(entry);
        m_places.emplace(entry.id, row);
        for (Bitset& column : m_statuses)
            column.append(false);
    } else {
        m_order.remove(row, Before{&m_entries});
        m_statuses[columnOf(m_entries[row].status)].set(row, false);
        m_entries[row] = entry;
    }
    m_statuses[columnOf(entry.status)].set(row, true);
    m_order.insert(row, Before{&m_entries});
}

VerificationQueue::Hits VerificationQueue::find(const QList<VerificationStatus>& statuses, qint64 offset,
                                                int limit) const
{
    Bitset rows(m_entries.size(), statuses.isEmpty());
    for (const VerificationStatus status : statuses)
        rows |= m_statuses[columnOf(status)];
    Hits hits;
    hits.total = qint64(rows.count());
    if (offset >= hits.total)
        return hits;
    for (const quint32 row : m_order.page(statuses.isEmpty() ? nullptr : &rows, offset, limit))
        hits.entries << m_entries[row];
    return hits;
}

bool VerificationQueue::Before::operator()(quint32 a, quint32 b) const
{
    const Entry& left = (*entries)[a];
    const Entry& right = (*entries)[b];
    const auto key = [](const Entry& entry) {
        const bool never = entry.submittedAt == 0;
        return std::tuple(never, never ? entry.startedAt : entry.submittedAt, entry.id);
    };
    return key(left) < key(right);
}

} // namespace finhub::sandbox
