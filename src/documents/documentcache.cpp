#include "documents/documentcache.h"

#include "core/secret.h"

#include <iterator>

namespace finhub::documents {

std::optional<QByteArray> DocumentCache::find(const QByteArray& key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.front().bytes;
}

void DocumentCache::insert(const QByteArray& key, const QByteArray& bytes)
{
    const auto found = m_index.constFind(key);
    if (found != m_index.constEnd()) {
        m_bytes -= (*found)->bytes.size();
        m_entries.erase(*found);
    }
    m_entries.push_front({key, bytes});
    m_index.insert(key, m_entries.begin());
    m_bytes += bytes.size();
    makeRoom();
}

void DocumentCache::clear()
{
    while (!m_entries.empty())
        remove(m_entries.begin());
}

void DocumentCache::remove(Entries::iterator entry)
{
    m_bytes -= entry->bytes.size();
    m_index.remove(entry->key);
    wipe(entry->bytes);
    m_entries.erase(entry);
}

void DocumentCache::makeRoom()
{
    auto entry = m_entries.end();
    while (m_bytes > m_budget && entry != m_entries.begin()) {
        const auto candidate = std::prev(entry);
        if (candidate->bytes.isDetached())
            remove(candidate);
        else
            entry = candidate;
    }
}

} // namespace finhub::documents
