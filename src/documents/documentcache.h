#pragma once

#include <QByteArray>
#include <QHash>

#include <list>
#include <optional>

namespace finhub::documents {

/// Documents in memory, the least recently used going first when the budget is exceeded. Bytes that go are
/// overwritten.
///
/// Bytes that somebody outside still shares are never evicted, since overwriting would take them from under
/// a viewer and dropping them would free no memory; so the budget may be exceeded by what is in use. clear()
/// overwrites these too.
class DocumentCache {
public:
    explicit DocumentCache(qint64 budget)
        : m_budget(budget)
    {
    }
    ~DocumentCache() { clear(); }
    DocumentCache(const DocumentCache&) = delete;
    DocumentCache& operator=(const DocumentCache&) = delete;

    /// The bytes, from now on the most recently used.
    std::optional<QByteArray> find(const QByteArray& key);
    /// Keeps the bytes as the most recently used and makes room.
    void insert(const QByteArray& key, const QByteArray& bytes);
    void clear();

    qint64 bytes() const { return m_bytes; }
    int count() const { return static_cast<int>(m_index.size()); }

private:
    struct Entry {
        QByteArray key;
        QByteArray bytes;
    };
    using Entries = std::list<Entry>;

    void remove(Entries::iterator entry);
    void makeRoom();

    qint64 m_budget;
    qint64 m_bytes = 0;
    Entries m_entries; ///< most recently used first
    QHash<QByteArray, Entries::iterator> m_index;
};

} // namespace finhub::documents
