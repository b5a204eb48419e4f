#pragma once

#include "core/values.h"

#include <QHash>
#include <QList>

#include <map>
#include <optional>

namespace finhub::models {

/// The pages of a directory answer that are in memory: rows by number, rows by id, and which pages to forget
/// when there are too many. Knows nothing of models or requests.
class DirectoryPages {
public:
    explicit DirectoryPages(int pageSize);

    int pageOf(int row) const { return row / m_pageSize; }
    int firstRow(int page) const { return page * m_pageSize; }

    bool has(int page) const { return m_pages.contains(page); }
    /// Whether the page was there before the last refresh and has not been read since.
    bool isStale(int page) const;
    int count() const { return int(m_pages.size()); }

    /// nullptr when the row's page is not there or is shorter.
    const DirectoryEntry* at(int row) const;
    /// -1 when not there. A customer whom two readings of different age show twice is where the newer one
    /// says.
    int rowOf(const CustomerId& id) const { return m_rowOf.value(id, -1); }

    /// Sets or replaces a page by a new reading of it.
    void put(int page, QList<DirectoryEntry> entries);
    /// Replaces one row that is there.
    void replace(int row, const DirectoryEntry& entry);
    void remove(int page);
    /// Forgets every row from this one on; a page that is cut stays with what is before.
    void truncate(int rows);
    void clear();

    void markAllStale();
    /// Notes that these pages are being looked at.
    void touch(int firstPage, int lastPage);
    /// The page that was not looked at for longest, of those outside this range; of several the one farthest
    /// away. nullopt when all are inside.
    std::optional<int> leastWanted(int firstPage, int lastPage) const;

private:
    struct Kept {
        QList<DirectoryEntry> entries;
        quint64 touched = 0;
        bool stale = false;
    };

    int m_pageSize;
    quint64 m_clock = 0;
    std::map<int, Kept> m_pages;
    QHash<CustomerId, int> m_rowOf;
};

} // namespace finhub::models
