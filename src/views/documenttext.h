#pragma once

#include "documents/documentservice.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace finhub::views {

/// The text of the document that is shown, read page by page as it is needed, one page at a time. GUI thread.
class DocumentText : public QObject {
    Q_OBJECT

public:
    explicit DocumentText(documents::DocumentService& service, QObject* parent = nullptr);

    /// Another document, or none. What was under way is given up.
    void setDocument(const std::optional<documents::LoadedDocument>& document, int pageCount);
    bool canHaveText() const { return m_document && m_document->kind == MimeType::Pdf; }

    /// Reads where the characters of this page stand; placesRead() follows, at once if that is known.
    void readPlaces(int page);
    /// Looks for a text from this page on, wrapping round, until a page has it. `skip` leaves out the first.
    void find(const QString& wanted, int page, bool forward, bool skip);
    /// Gives the search up.
    void stop();

Q_SIGNALS:
    void placesRead(const finhub::documents::PageText& text);
    void searching(int page);
    void found(int page);
    /// On no page; `anyText`: whether the document has any text at all; `inPart`: a page has more text than is
    /// read, and what is not read has not been searched.
    void notFound(bool anyText, bool inPart);

private:
    void look();
    bool take(const QString& text);

    documents::DocumentService& m_service;
    std::optional<documents::LoadedDocument> m_document;
    int m_pageCount = 0;
    std::optional<documents::PageText> m_places; ///< of the page that was asked for last
    int m_placesPage = -1;
    CallPtr<documents::PageText> m_placesCall;
    QHash<int, QString> m_texts;
    QSet<int> m_cut; ///< pages of which there is more
    qint64 m_kept = 0;
    QString m_wanted;
    int m_page = 0;
    int m_left = 0; ///< pages to look at
    int m_step = 1;
    bool m_anyText = false;
    bool m_inPart = false;
    CallPtr<documents::PageText> m_textCall;
};

} // namespace finhub::views
