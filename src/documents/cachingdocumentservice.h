#pragma once

#include "documents/documentcache.h"
#include "documents/documentservice.h"
#include "documents/keptdocuments.h"
#include "documents/visiblework.h"

#include <QHash>

namespace finhub::api {
class FinHub;
}

namespace finhub::documents {

class PageRenderer;
class PendingLoad;
class PendingRender;

/// The DocumentService of the console: documents from FinHub, rendered and read by a PageRenderer; bytes,
/// pages and their texts kept in memory within one budget. FinHub and renderer outlive it.
///
/// A document is known by its SHA-256, so the same bytes in two rounds are fetched once; without a SHA-256 by
/// verification and document id. Loads of one document at the same time share one request, renderings of one
/// page in one box one worker, and deleting one of their calls does not disturb the others. What is asked for
/// ahead becomes visible as soon as somebody who looks at it joins.
class CachingDocumentService : public DocumentService {
    Q_OBJECT

public:
    static constexpr qint64 DefaultBudget = 256 * 1024 * 1024; ///< bytes of documents and pages together
    static constexpr qint64 KeptBudget = 256 * 1024 * 1024;    ///< bytes of what was uploaded here

    CachingDocumentService(api::FinHub& finHub, PageRenderer& renderer, qint64 budget = DefaultBudget,
                           qint64 keptBudget = KeptBudget, QObject* parent = nullptr);
    /// Wipes the cache; loads under way complete with ErrorKind::SessionEnded.
    ~CachingDocumentService() override;

    CallPtr<LoadedDocument> load(const Document& document) override;
    CallPtr<LoadedDocument> loadAhead(const Document& document) override;
    CallPtr<RenderedPage> render(const LoadedDocument& document, const RenderRequest& request) override;
    CallPtr<PageText> text(const LoadedDocument& document, int page, TextDetail detail) override;
    CallPtr<ZoneText> readZone(const LoadedDocument& document, const ZoneRequest& request) override;
    Result<void> keep(const Document& document, const QByteArray& bytes) override;
    bool isKept(const Document& document) const override { return m_kept.find(document).has_value(); }
    bool isBusy() const override { return m_visible.isBusy(); }
    /// Also ends loads and renderings under way with ErrorKind::SessionEnded. Every LoadedDocument,
    /// RenderedPage and PageText that is still held reads as zeros from now on.
    void clear() override;

    int requestsSent() const { return m_requestsSent; }
    /// Renderings given to the renderer; pages from the cache are none.
    int rendersStarted() const { return m_rendersStarted; }
    qint64 bytesCached() const { return m_cache.bytes(); }
    int documentsCached() const { return m_cache.documents(); }
    int pagesCached() const { return m_cache.pages(); }
    int textsCached() const { return m_cache.texts(); }

private:
    CallPtr<LoadedDocument> load(const Document& document, Demand demand);
    PendingLoad& pendingLoad(const Document& document);
    PendingRender& pendingRender(const LoadedDocument& document, const RenderRequest& request,
                                 const QByteArray& key);
    bool isOfCache(const LoadedDocument& document) const;
    void keepPage(const LoadedDocument& document, const QByteArray& key, RenderedPage& page);
    void endAll();

    api::FinHub& m_finHub;
    PageRenderer& m_renderer;
    DocumentCache m_cache;
    KeptDocuments m_kept;
    VisibleWork m_visible;
    QHash<QByteArray, PendingLoad*> m_loads;     ///< children of this
    QHash<QByteArray, PendingRender*> m_renders; ///< by page; children of this
    int m_requestsSent = 0;
    int m_rendersStarted = 0;
};

} // namespace finhub::documents
