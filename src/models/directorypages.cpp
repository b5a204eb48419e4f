#include "models/directorypages.h"

#include <tuple>

namespace finhub::models {

bool DirectoryPages::isStale(int page) const
{
    const auto kept = m_pages.find(page);
    return kept != m_pages.end() && kept->second.stale;
}

const DirectoryEntry* DirectoryPages::at(int row) const
{
    if (row < 0)
        return nullptr;
    const auto kept = m_pages.find(pageOf(row));
    const int offset = row % m_pageSize;
    if (kept == m_pages.end() || offset >= kept->second.entries.size())
        return nullptr;
    return &kept->second.entries.at(offset);
}

CustomerId DirectoryPages::idAt(int row) const
{
    const DirectoryEntry* entry = at(row);
    return entry ? entry->id : m_remembered.value(row);
}

void DirectoryPages::put(int page, const QList<DirectoryEntry>& entries)
{
    Q_ASSERT(entries.size() <= m_pageSize);
    Kept& kept = m_pages[page];
    dropIndex(page, kept.entries);
    kept.entries = entries;
    kept.stale = false;

    for (int row = firstRow(page); row <= lastRow(page); ++row)
        m_remembered.remove(row);
    QSet<CustomerId> seen;
    for (int i = 0; i < entries.size(); ++i) {
        m_rowOf.insert(entries.at(i).id, firstRow(page) + i);
        seen.insert(entries.at(i).id);
    }
    m_remembered.removeIf([&seen](const auto& remembered) { return seen.contains(remembered.value()); });
}

void DirectoryPages::replace(int row, const DirectoryEntry& entry)
{
    const auto kept = m_pages.find(pageOf(row));
    Q_ASSERT(kept != m_pages.end());
    DirectoryEntry& there = kept->second.entries[row % m_pageSize];
    Q_ASSERT(there.id == entry.id);
    there = entry;
}

void DirectoryPages::remove(int page, const QSet<int>& rowsToRemember)
{
    const auto kept = m_pages.find(page);
    if (kept == m_pages.end())
        return;
    for (const int row : rowsToRemember) {
        if (const DirectoryEntry* entry = pageOf(row) == page ? at(row) : nullptr)
            m_remembered.insert(row, entry->id);
    }
    dropIndex(page, kept->second.entries);
    m_pages.erase(kept);
}

void DirectoryPages::truncate(int rows)
{
    while (!m_pages.empty() && lastRow(m_pages.rbegin()->first) >= rows) {
        const auto last = std::prev(m_pages.end());
        const int page = last->first;
        const int remaining = rows - firstRow(page);
        if (remaining > 0) {
            QList<DirectoryEntry>& entries = last->second.entries;
            if (entries.size() > remaining) {
                dropIndex(page, entries);
                entries.resize(remaining);
                for (int i = 0; i < remaining; ++i)
                    m_rowOf.insert(entries.at(i).id, firstRow(page) + i);
            }
            break;
        }
        dropIndex(page, last->second.entries);
        m_pages.erase(last);
    }
    m_remembered.removeIf([rows](const auto& remembered) { return remembered.key() >= rows; });
}

void DirectoryPages::clear()
{
    m_pages.clear();
    m_rowOf.clear();
    m_remembered.clear();
}

void DirectoryPages::markAllStale()
{
    for (auto& [page, kept] : m_pages)
        kept.stale = true;
}

void DirectoryPages::touch(int firstPage, int lastPage)
{
    ++m_clock;
    for (auto kept = m_pages.lower_bound(firstPage); kept != m_pages.end() && kept->first <= lastPage; ++kept)
        kept->second.touched = m_clock;
}

std::optional<int> DirectoryPages::leastWanted(int firstPage, int lastPage) const
{
    std::optional<int> least;
    std::tuple<quint64, int> leastRank;
    for (const auto& [page, kept] : m_pages) {
        if (page >= firstPage && page <= lastPage)
            continue;
        const int distance = page < firstPage ? firstPage - page : page - lastPage;
        const std::tuple<quint64, int> rank{kept.touched, -distance};
        if (!least || rank < leastRank) {
            least = page;
            leastRank = rank;
        }
    }
    return least;
}

void DirectoryPages::dropIndex(int page, const QList<DirectoryEntry>& entries)
{
    for (const DirectoryEntry& entry : entries) {
        const auto row = m_rowOf.constFind(entry.id);
        if (row != m_rowOf.constEnd() && pageOf(*row) == page)
            m_rowOf.erase(row);
    }
}

} // namespace finhub::models
