#include "documents/documentcache.h"

#include "core/secret.h"
#include "documents/ownpixels.h"

#include <iterator>
#include <utility>

namespace finhub::documents {

qint64 DocumentCache::Entry::size() const
{
    if (text)
        return text->text.size() * static_cast<qint64>(sizeof(QChar)) +
               text->places.size() * static_cast<qint64>(sizeof(QRectF));
    return page ? page->image.sizeInBytes() : bytes.size();
}

bool DocumentCache::Entry::isShared() const
{
    if (text)
        return !text->text.isDetached();
    return page ? !page->image.isDetached() : !bytes.isDetached();
}

void DocumentCache::Entry::wipe()
{
    if (page)
        finhub::documents::wipe(page->image);
    else if (text)
        overwrite(*text);
    else
        finhub::wipe(bytes);
}

std::optional<QByteArray> DocumentCache::find(const QByteArray& key)
{
    const auto found = touch(key);
    if (found == m_entries.end() || found->isOfPage())
        return std::nullopt;
    return found->bytes;
}

std::optional<RenderedPage> DocumentCache::findPage(const QByteArray& key)
{
    const auto found = touch(key);
    return found == m_entries.end() ? std::nullopt : found->page;
}

std::optional<PageText> DocumentCache::findText(const QByteArray& key)
{
    const auto found = touch(key);
    return found == m_entries.end() ? std::nullopt : found->text;
}

bool DocumentCache::holds(const QByteArray& key, const QByteArray& bytes) const
{
    const auto found = m_index.constFind(key);
    return found != m_index.constEnd() && (*found)->bytes.isSharedWith(bytes);
}

void DocumentCache::insert(const QByteArray& key, const QByteArray& bytes)
{
    put({.key = key, .bytes = bytes});
}

void DocumentCache::insertPage(const QByteArray& key, const RenderedPage& page)
{
    put({.key = key, .bytes = {}, .page = page});
}

void DocumentCache::insertText(const QByteArray& key, const PageText& text)
{
    put({.key = key, .bytes = {}, .page = {}, .text = text});
}

void DocumentCache::removePages(const QByteArray& beginning)
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const auto candidate = entry++;
        if (candidate->isOfPage() && candidate->key.startsWith(beginning))
            remove(candidate);
    }
}

void DocumentCache::clear()
{
    for (Entry& entry : m_entries)
        entry.wipe();
    m_entries.clear();
    m_index.clear();
    m_bytes = 0;
    m_pages = 0;
    m_texts = 0;
}

DocumentCache::Entries::iterator DocumentCache::touch(const QByteArray& key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return m_entries.end();
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.begin();
}

void DocumentCache::put(Entry entry)
{
    const auto found = m_index.constFind(entry.key);
    if (found != m_index.constEnd())
        remove(*found);
    m_entries.push_front(std::move(entry));
    const Entry& added = m_entries.front();
    m_index.insert(added.key, m_entries.begin());
    m_bytes += added.size();
    m_pages += added.page ? 1 : 0;
    m_texts += added.text ? 1 : 0;
    makeRoom();
}

// What is shared is left to whoever shares it.
void DocumentCache::remove(Entries::iterator entry)
{
    m_bytes -= entry->size();
    m_pages -= entry->page ? 1 : 0;
    m_texts -= entry->text ? 1 : 0;
    m_index.remove(entry->key);
    if (!entry->isShared())
        entry->wipe();
    m_entries.erase(entry);
}

void DocumentCache::makeRoom()
{
    auto entry = m_entries.end();
    while (m_bytes > m_budget && entry != m_entries.begin()) {
        const auto candidate = std::prev(entry);
        if (candidate->isShared())
            entry = candidate;
        else
            remove(candidate);
    }
}

} // namespace finhub::documents
