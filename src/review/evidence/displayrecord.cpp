#include "review/evidence/displayrecord.h"

#include "review/evidence/documentstamp.h"

namespace finhub::review {

const DisplayRecord::Entry* DisplayRecord::entry(const Document& document) const
{
    const auto found = m_entries.constFind(document.id);
    return found == m_entries.constEnd() || found->stamp != stampOf(document) ? nullptr : &*found;
}

void DisplayRecord::setPageDisplayed(const Document& document, int page, int pageCount)
{
    if (page < 0 || page >= pageCount)
        return;
    Entry& known = m_entries[document.id];
    if (const QByteArray stamp = stampOf(document); known.stamp != stamp || known.pageCount != pageCount)
        known = {.stamp = stamp, .pageCount = pageCount, .pages = {}};
    if (known.pages.contains(page))
        return;
    known.pages.insert(page);
    const bool last = known.pages.size() == pageCount;
    if (last)
        Q_EMIT displayed(document);
    Q_EMIT changed();
}

bool DisplayRecord::isDisplayed(const Document& document) const
{
    const Entry* known = entry(document);
    return known && known->pages.size() == known->pageCount;
}

bool DisplayRecord::isPageDisplayed(const Document& document, int page) const
{
    const Entry* known = entry(document);
    return known && known->pages.contains(page);
}

int DisplayRecord::pagesDisplayed(const Document& document) const
{
    const Entry* known = entry(document);
    return known ? static_cast<int>(known->pages.size()) : 0;
}

QSet<int> DisplayRecord::displayedPages(const Document& document) const
{
    const Entry* known = entry(document);
    return known ? known->pages : QSet<int>();
}

int DisplayRecord::pageCount(const Document& document) const
{
    const Entry* known = entry(document);
    return known ? known->pageCount : 0;
}

int DisplayRecord::firstPageMissing(const Document& document) const
{
    const Entry* known = entry(document);
    if (!known)
        return 0;
    for (int page = 0; page < known->pageCount; ++page) {
        if (!known->pages.contains(page))
            return page;
    }
    return -1;
}

} // namespace finhub::review
