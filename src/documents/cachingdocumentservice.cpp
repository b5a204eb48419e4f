#include "documents/cachingdocumentservice.h"

#include "api/finhub.h"
#include "core/validation.h"
#include "documents/documentcheck.h"
#include "documents/documentfault.h"
#include "documents/pagerenderer.h"
#include "documents/pendingload.h"

#include <utility>

namespace finhub::documents {

namespace {

QByteArray idKey(const Document& document)
{
    return document.verificationId.text().toUtf8() + '/' + document.id.text().toUtf8();
}

// The prefixes keep a server from passing an id off as a hash.
QByteArray cacheKey(const Document& document)
{
    return document.sha256.isEmpty() ? "id:" + idKey(document) : "sha256:" + document.sha256.toLower();
}

} // namespace

CachingDocumentService::CachingDocumentService(api::FinHub& finHub, PageRenderer& renderer, qint64 budget,
                                               qint64 keptBudget, QObject* parent)
    : DocumentService(parent)
    , m_finHub(finHub)
    , m_renderer(renderer)
    , m_cache(budget)
    , m_kept(keptBudget)
{
}

CachingDocumentService::~CachingDocumentService()
{
    endLoads();
}

CallPtr<LoadedDocument> CachingDocumentService::load(const Document& document)
{
    auto call = std::make_unique<Call<LoadedDocument>>();
    if (document.size > MaxDocumentBytes) {
        call->finishLater(failure(brokenDocument(DocumentFault::TooLarge,
                                                 QString::number(document.size) + QStringLiteral(" bytes"))));
        return call;
    }
    if (const std::optional<KeptDocuments::Kept> kept = m_kept.find(document)) {
        call->finishLater(checkDocument(document, kept->bytes, kept->sha256));
        return call;
    }
    if (const std::optional<QByteArray> bytes = m_cache.find(cacheKey(document))) {
        // What lies under a hash has that hash.
        call->finishLater(checkDocument(document, *bytes, document.sha256));
        return call;
    }
    pendingLoad(document).join(*call, document);
    return call;
}

CallPtr<RenderedPage> CachingDocumentService::render(const LoadedDocument& document,
                                                     const RenderRequest& request)
{
    return m_renderer.render(document.bytes, document.kind, request);
}

CallPtr<PageText> CachingDocumentService::text(const LoadedDocument& document, int page, TextDetail detail)
{
    if (document.kind != MimeType::Pdf)
        return DocumentService::text(document, page, detail);
    return m_renderer.text(document.bytes, page, detail);
}

Result<void> CachingDocumentService::keep(const Document& document, const QByteArray& bytes)
{
    return m_kept.keep(document, bytes);
}

void CachingDocumentService::clear()
{
    endLoads();
    m_renderer.endAll();
    m_cache.clear();
    m_kept.clear();
}

// Two documents with one hash are requested each on their own: one of them may be gone while the other is
// not.
PendingLoad& CachingDocumentService::pendingLoad(const Document& document)
{
    const QByteArray key = idKey(document) + ' ' + document.sha256.toLower();
    if (PendingLoad* const pending = m_pending.value(key))
        return *pending;

    auto* const load = new PendingLoad(document);
    load->setParent(this);
    m_pending.insert(key, load);
    connect(load, &PendingLoad::arrived, this,
            [this, document](const QByteArray& bytes) { m_cache.insert(cacheKey(document), bytes); });
    connect(load, &PendingLoad::done, this, [this, key, load] {
        m_pending.remove(key);
        load->deleteLater();
    });
    ++m_requestsSent;
    load->start(m_finHub);
    return *load;
}

void CachingDocumentService::endLoads()
{
    const QHash<QByteArray, PendingLoad*> pending = std::exchange(m_pending, {});
    for (PendingLoad* const load : pending)
        load->end(Error::of(ErrorKind::SessionEnded));
}

} // namespace finhub::documents
