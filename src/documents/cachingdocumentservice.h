#pragma once

#include "documents/documentcache.h"
#include "documents/documentservice.h"
#include "documents/keptdocuments.h"

#include <QHash>
#include <QPointer>

namespace finhub::api {
class FinHub;
}

namespace finhub::documents {

class PageRenderer;
class PendingLoad;

/// The DocumentService of the console: documents from FinHub, kept in memory within a budget, rendered by a
/// PageRenderer. Both outlive it.
///
/// A document is known by its SHA-256, so the same bytes in two rounds are fetched once; without a SHA-256 by
/// verification and document id. Loads of one document at the same time share one request, and deleting one
/// of their calls does not disturb the others.
class CachingDocumentService : public DocumentService {
    Q_OBJECT

public:
    static constexpr qint64 DefaultBudget = 256 * 1024 * 1024; ///< bytes of the cache
    static constexpr qint64 KeptBudget = 256 * 1024 * 1024;    ///< bytes of what was uploaded here

    CachingDocumentService(api::FinHub& finHub, PageRenderer& renderer, qint64 budget = DefaultBudget,
                           qint64 keptBudget = KeptBudget, QObject* parent = nullptr);
    /// Wipes the cache; loads under way complete with ErrorKind::SessionEnded.
    ~CachingDocumentService() override;

    CallPtr<LoadedDocument> load(const Document& document) override;
    CallPtr<RenderedPage> render(const LoadedDocument& document, const RenderRequest& request) override;
    CallPtr<PageText> text(const LoadedDocument& document, int page, TextDetail detail) override;
    Result<void> keep(const Document& document, const QByteArray& bytes) override;
    bool isKept(const Document& document) const override { return m_kept.find(document).has_value(); }
    /// Also ends loads and renderings under way with ErrorKind::SessionEnded. Every LoadedDocument that is
    /// still held reads as zeros from now on.
    void clear() override;

    int requestsSent() const { return m_requestsSent; }
    qint64 bytesCached() const { return m_cache.bytes(); }
    int documentsCached() const { return m_cache.count(); }

private:
    PendingLoad& pendingLoad(const Document& document);
    void endLoads();

    api::FinHub& m_finHub;
    PageRenderer& m_renderer;
    DocumentCache m_cache;
    KeptDocuments m_kept;
    QHash<QByteArray, PendingLoad*> m_pending; ///< children of this
    int m_requestsSent = 0;
};

} // namespace finhub::documents
