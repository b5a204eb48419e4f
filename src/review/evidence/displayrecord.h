#pragma once

#include "core/values.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace finhub::review {

/// Which pages of the documents of one case have been on the screen, each whole and at a readable size. What
/// that means is measured where they are shown; here it is kept, bound to the document's id and bytes. A
/// document counts as displayed once every one of its pages has been, however many there are. GUI thread.
class DisplayRecord : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A page, from 0, of a document of so many pages. Another number of pages than before begins anew.
    void setPageDisplayed(const Document& document, int page, int pageCount);

    bool isDisplayed(const Document& document) const;
    bool isPageDisplayed(const Document& document, int page) const;
    int pagesDisplayed(const Document& document) const;
    QSet<int> displayedPages(const Document& document) const;
    /// 0 while it is not known.
    int pageCount(const Document& document) const;
    /// The first page that has not been displayed, from 0; -1 when there is none.
    int firstPageMissing(const Document& document) const;

Q_SIGNALS:
    void changed();
    /// The last missing page of this document has been on the screen.
    void displayed(const finhub::Document& document);

private:
    struct Entry {
        QByteArray stamp;
        int pageCount = 0;
        QSet<int> pages;
    };

    const Entry* entry(const Document& document) const;

    QHash<DocumentId, Entry> m_entries;
};

} // namespace finhub::review
