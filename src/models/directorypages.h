#pragma once

#include "core/values.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <map>
#include <optional>

namespace finhub::models {

/// The pages of a directory answer that are in memory: rows by number, rows by id, and which page to forget
/// when there are too many. Knows nothing of models or requests.
class DirectoryPages {
public:
    explicit DirectoryPages(int pageSize)
        : m_pageSize(pageSize)
    {
    }

    int pageSize() const { return m_pageSize; }
    int pageOf(int row) const { return row / m_pageSize; }
    int firstRow(int page) const { return page * m_pageSize; }
    int lastRow(int page) const { return firstRow(page) + m_pageSize - 1; }

    int count() const { return int(m_pages.size()); }
    bool has(int page) const { return m_pages.contains(page); }
    /// Whether the page is there, but has not been read since markAllStale().
    bool isStale(int page) const;

    /// nullptr when the row's page is not there or is shorter.
    const DirectoryEntry* at(int row) const;
    /// Who is in the row, also when it is only remembered; an empty id when nobody knows.
    CustomerId idAt(int row) const;
    /// -1 when not there. A customer whom two readings of different age show twice is where the newer one
    /// says.
    int rowOf(const CustomerId& id) const { return m_rowOf.value(id, -1); }

    /// Sets a page or replaces it by a new reading of it; at most a page's size of entries.
    void put(int page, const QList<DirectoryEntry>& entries);
    /// Replaces a row that is there by a newer reading of the same customer.
    void replace(int row, const DirectoryEntry& entry);
    /// Forgets a page except who was in these rows, so that they can be followed when it is read again.
    void remove(int page, const QSet<int>& rowsToRemember);
    /// Forgets every row from this one on.
    void truncate(int rows);
    void clear();

    void markAllStale();
    /// Notes that these pages are being looked at.
    void touch(int firstPage, int lastPage);
    /// The page outside this range that was not looked at for longest, of several the farthest away. nullopt
    /// when all are inside.
    std::optional<int> leastWanted(int firstPage, int lastPage) const;

private:
    struct Kept {
        QList<DirectoryEntry> entries;
        quint64 touched = 0;
        bool stale = false;
    };

    void dropIndex(int page, const QList<DirectoryEntry>& entries);

    int m_pageSize;
    quint64 m_clock = 0;
    std::map<int, Kept> m_pages;
    QHash<CustomerId, int> m_rowOf;
    QHash<int, CustomerId> m_remembered; ///< by row, of pages that are not there
};

} // namespace finhub::models
