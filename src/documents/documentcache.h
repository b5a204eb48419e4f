#pragma once

#include "documents/documentservice.h"

#include <QByteArray>
#include <QHash>

#include <list>
#include <optional>

namespace finhub::documents {

/// Documents, rendered pages and the text of pages in memory within one budget for all, the least recently
/// used going first when it is exceeded. Bytes, pixels and characters that go are overwritten.
///
/// What somebody outside still shares is never evicted, since overwriting would take it from under a viewer
/// and dropping it would free no memory; so the budget may be exceeded by what is in use. clear() overwrites
/// this too.
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
    /// The page, from now on the most recently used. Documents, pages and texts have keys of their own: a
    /// document is not found by the key of a page.
    std::optional<RenderedPage> findPage(const QByteArray& key);
    /// The text likewise.
    std::optional<PageText> findText(const QByteArray& key);
    /// Whether these very bytes, not only equal ones, lie under the key. Counts as no use.
    bool holds(const QByteArray& key, const QByteArray& bytes) const;

    /// Keeps the bytes as the most recently used and makes room.
    void insert(const QByteArray& key, const QByteArray& bytes);
    /// Keeps the page likewise; its image must have memory of its own, which can be overwritten.
    void insertPage(const QByteArray& key, const RenderedPage& page);
    /// Keeps the text of a page likewise.
    void insertText(const QByteArray& key, const PageText& text);
    /// Lets go of the pages and texts whose keys begin so.
    void removePages(const QByteArray& beginning);
    void clear();

    /// Of everything together; pixels and characters count as they lie in memory.
    qint64 bytes() const { return m_bytes; }
    int count() const { return static_cast<int>(m_index.size()); }
    int documents() const { return count() - m_pages - m_texts; }
    int pages() const { return m_pages; }
    int texts() const { return m_texts; }

private:
    struct Entry {
        QByteArray key;
        QByteArray bytes;
        std::optional<RenderedPage> page = {}; ///< instead of bytes
        std::optional<PageText> text = {};     ///< likewise

        qint64 size() const;
        bool isShared() const;
        void wipe();
        bool isOfPage() const { return page || text; }
    };
    using Entries = std::list<Entry>;

    Entries::iterator touch(const QByteArray& key);
    void put(Entry entry);
    void remove(Entries::iterator entry);
    void makeRoom();

    qint64 m_budget;
    qint64 m_bytes = 0;
    int m_pages = 0;
    int m_texts = 0;
    Entries m_entries; ///< most recently used first
    QHash<QByteArray, Entries::iterator> m_index;
};

} // namespace finhub::documents
