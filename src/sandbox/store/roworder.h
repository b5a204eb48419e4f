#pragma once

#include "sandbox/store/bitset.h"

#include <QList>

#include <algorithm>
#include <vector>

namespace finhub::sandbox {

/// Rows of an index in one sorted order, kept as an array of their numbers: any page is reached directly, or
/// under a filter by one pass over bits. `Before` orders two row numbers strictly.
class RowOrder {
public:
    /// Orders rows 0 to `count` - 1. `keyOf` gives each row a number that never contradicts `before`: most
    /// comparisons end with it, without a look at the rows themselves.
    template <typename KeyOf, typename Before>
    void build(std::size_t count, KeyOf keyOf, Before before)
    {
        struct Keyed {
            quint64 key;
            quint32 row;
        };
        std::vector<Keyed> keyed(count);
        for (std::size_t i = 0; i < count; ++i)
            keyed[i] = {keyOf(quint32(i)), quint32(i)};
        std::sort(keyed.begin(), keyed.end(), [&before](const Keyed& a, const Keyed& b) {
            return a.key != b.key ? a.key < b.key : before(a.row, b.row);
        });
        m_rows.resize(count);
        std::transform(keyed.begin(), keyed.end(), m_rows.begin(), [](const Keyed& k) { return k.row; });
    }
    template <typename Before>
    void insert(quint32 row, Before before)
    {
        m_rows.insert(std::lower_bound(m_rows.begin(), m_rows.end(), row, before), row);
    }
    /// Must be called while the row still has the key under which it was inserted.
    template <typename Before>
    void remove(quint32 row, Before before)
    {
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, before);
        if (place != m_rows.end() && *place == row)
            m_rows.erase(place);
    }

    std::size_t size() const { return m_rows.size(); }

    /// `limit` rows from `offset` on, of all rows or of those in `filter`.
    QList<quint32> page(const Bitset* filter, qint64 offset, int limit) const
    {
        QList<quint32> page;
        if (!filter) {
            const qint64 end = std::min<qint64>(offset + limit, qint64(m_rows.size()));
            for (qint64 i = offset; i < end; ++i)
                page << m_rows[std::size_t(i)];
            return page;
        }
        for (const quint32 row : m_rows) {
            if (!filter->test(row))
                continue;
            if (offset > 0) {
                --offset;
                continue;
            }
            page << row;
            if (page.size() == limit)
                break;
        }
        return page;
    }

private:
    std::vector<quint32> m_rows;
};

} // namespace finhub::sandbox
