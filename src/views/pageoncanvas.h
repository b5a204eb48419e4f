#pragma once

#include "documents/documentservice.h"

#include <QObject>
#include <QRect>
#include <QSize>

#include <optional>

namespace finhub::views {

class DocumentCanvas;

/// Brings the pages of one document onto a canvas: the page that is wanted, then whatever the canvas asks for to
/// show it sharp. Of both only the latest wish is under way; what it takes the place of is ended, never queued.
/// GUI thread.
class PageOnCanvas : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    PageOnCanvas(documents::DocumentService& service, DocumentCanvas* canvas, QObject* parent = nullptr);

    /// Ends what is under way. The canvas stays as it is until a page comes.
    void setDocument(const std::optional<documents::LoadedDocument>& document);
    /// Renders this page for the canvas as it is now; nothing without a document.
    void showPage(int page);
    /// So many pages on from the wanted one, within those that there are.
    void turn(int pages);

    const std::optional<documents::LoadedDocument>& document() const { return m_document; }
    /// The page on the canvas, from 0.
    int page() const { return m_page; }
    /// The page that is on its way, else the one on the canvas.
    int wantedPage() const { return m_pageCall ? m_wanted : m_page; }
    /// 0 until a page is on the canvas.
    int pageCount() const { return m_pageCount; }

Q_SIGNALS:
    /// Another page is on the canvas.
    void shown();
    /// The page that was wanted cannot be shown. A sharper rendering that fails is nobody's business.
    void failed(const finhub::Error& error);
    /// Something is under way, or nothing any more.
    void busyChanged(bool busy);

private:
    void sharpen(QSize box, const QRect& region);
    void onPage(int page, const Result<documents::RenderedPage>& rendered);

    documents::DocumentService& m_service;
    DocumentCanvas* m_canvas;
    std::optional<documents::LoadedDocument> m_document;
    int m_page = 0;
    int m_wanted = 0;
    int m_pageCount = 0;
    CallPtr<documents::RenderedPage> m_pageCall;
    CallPtr<documents::RenderedPage> m_sharpCall;
};

} // namespace finhub::views
