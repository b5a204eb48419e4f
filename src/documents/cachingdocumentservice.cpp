#include "documents/cachingdocumentservice.h"

#include "api/finhub.h"
#include "core/validation.h"
#include "documents/documentcheck.h"
#include "documents/documentfault.h"
#include "documents/ownpixels.h"
#include "documents/pagekey.h"
#include "documents/pagerenderer.h"
#include "documents/pendingload.h"
#include "documents/pendingrender.h"

#include <QPointer>

#include <utility>

namespace finhub::documents {

CachingDocumentService::CachingDocumentService(api::FinHub& finHub, PageRenderer& renderer, qint64 budget,
                                               qint64 keptBudget, QObject* parent)
    : DocumentService(parent)
    , m_finHub(finHub)
    , m_renderer(renderer)
    , m_cache(budget)
    , m_kept(keptBudget)
{
    connect(&m_visible, &VisibleWork::busyChanged, this, &DocumentService::busyChanged);
}

CachingDocumentService::~CachingDocumentService()
{
    endAll();
}

CallPtr<LoadedDocument> CachingDocumentService::load(const Document& document)
{
    return load(document, Demand::Visible);
}

CallPtr<LoadedDocument> CachingDocumentService::loadAhead(const Document& document)
{
    return load(document, Demand::Ahead);
}

CallPtr<LoadedDocument> CachingDocumentService::load(const Document& document, Demand demand)
{
    auto call = std::make_unique<Call<LoadedDocument>>();
    if (document.size > MaxDocumentBytes) {
        call->finishLater(failure(oversizedDocument(DocumentMeasure::Bytes, document.size)));
        return call;
    }
    if (const std::optional<KeptDocuments::Kept> kept = m_kept.find(document)) {
        call->finishLater(checkDocument(document, kept->bytes, kept->sha256));
        return call;
    }
    if (const std::optional<QByteArray> bytes = m_cache.find(documentKey(document))) {
        // What lies under a hash has that hash.
        call->finishLater(checkDocument(document, *bytes, document.sha256));
        return call;
    }
    PendingLoad& pending = pendingLoad(document);
    pending.join(*call, document, demand == Demand::Visible ? &m_visible : nullptr);
    if (!pending.isStarted()) {
        ++m_requestsSent;
        pending.start(m_finHub);
        m_renderer.getReady();
    }
    return call;
}

CallPtr<RenderedPage> CachingDocumentService::render(const LoadedDocument& document,
                                                     const RenderRequest& request)
{
    auto call = std::make_unique<Call<RenderedPage>>();
    const QByteArray key = pageKey(document, request);
    if (!key.isEmpty()) {
        if (const std::optional<RenderedPage> page = m_cache.findPage(key)) {
            call->finishLater(*page);
            return call;
        }
    }
    // Begun last: what is under way ahead makes room first.
    PendingRender& pending = pendingRender(document, request, key);
    pending.join(*call, request.demand == Demand::Visible ? &m_visible : nullptr);
    if (!pending.isStarted()) {
        ++m_rendersStarted;
        pending.start(m_renderer);
    } else if (request.demand == Demand::Visible) {
        pending.promote(m_renderer);
    }
    return call;
}

CallPtr<PageText> CachingDocumentService::text(const LoadedDocument& document, int page, TextDetail detail)
{
    if (document.kind != MimeType::Pdf)
        return DocumentService::text(document, page, detail);
    auto call = std::make_unique<Call<PageText>>();
    const QByteArray key = textKey(document, page, detail);
    if (!key.isEmpty()) {
        if (const std::optional<PageText> text = m_cache.findText(key)) {
            call->finishLater(*text);
            return call;
        }
    }
    LoadedDocument of = document;
    if (!document.document.sha256.isEmpty())
        of.bytes.clear(); // not needed to judge the text
    CallPtr<PageText> reading = m_renderer.text(document.bytes, page, detail);
    reading->onFinished(
        call.get(), [service = QPointer(this), of, key, asked = call.get()](const Result<PageText>& text) {
            if (service && text && !key.isEmpty() && service->isOfCache(of))
                service->m_cache.insertText(key, *text);
            asked->finish(text); // may take the reading along
        });
    call->setWork(std::move(reading));
    return call;
}

CallPtr<ZoneText> CachingDocumentService::readZone(const LoadedDocument& document, const ZoneRequest& request)
{
    return m_renderer.readZone(document.bytes, document.kind, request);
}

Result<void> CachingDocumentService::keep(const Document& document, const QByteArray& bytes)
{
    return m_kept.keep(document, bytes);
}

void CachingDocumentService::clear()
{
    endAll();
    m_renderer.endAll();
    m_cache.clear();
    m_kept.clear();
}

// Two documents with one hash are requested each on their own: one of them may be gone while the other is
// not.
PendingLoad& CachingDocumentService::pendingLoad(const Document& document)
{
    const QByteArray key = document.verificationId.text().toUtf8() + '/' + document.id.text().toUtf8() + ' ' +
                           document.sha256.toLower();
    if (PendingLoad* const pending = m_loads.value(key))
        return *pending;

    auto* const load = new PendingLoad(document);
    load->setParent(this);
    m_loads.insert(key, load);
    connect(load, &PendingLoad::arrived, this, [this, document](const QByteArray& bytes) {
        // Under an id may lie other bytes than the last time.
        if (document.sha256.isEmpty()) {
            LoadedDocument former;
            former.document = document;
            m_cache.removePages(pagesKey(former));
        }
        m_cache.insert(documentKey(document), bytes);
    });
    connect(load, &PendingLoad::done, this, [this, key, load] {
        m_loads.remove(key);
        load->deleteLater();
    });
    return *load;
}

PendingRender& CachingDocumentService::pendingRender(const LoadedDocument& document,
                                                     const RenderRequest& request, const QByteArray& key)
{
    if (PendingRender* const pending = key.isEmpty() ? nullptr : m_renders.value(key))
        return *pending;

    auto* const render = new PendingRender(document, request);
    render->setParent(this);
    if (!key.isEmpty()) {
        m_renders.insert(key, render);
        LoadedDocument of = document;
        if (!document.document.sha256.isEmpty())
            of.bytes.clear(); // the cache may let go of what is not needed to judge the page
        connect(render, &PendingRender::arrived, this,
                [this, of, key](RenderedPage& page) { keepPage(of, key, page); });
    }
    connect(render, &PendingRender::done, this, [this, key, render] {
        if (m_renders.value(key) == render)
            m_renders.remove(key);
        render->disconnect(this); // lets go of the document
        render->deleteLater();
    });
    return *render;
}

// Bytes that nothing but their ids vouches for: a page is of those that are in the cache now, or of others.
bool CachingDocumentService::isOfCache(const LoadedDocument& document) const
{
    return !document.document.sha256.isEmpty() ||
           m_cache.holds(documentKey(document.document), document.bytes);
}

void CachingDocumentService::keepPage(const LoadedDocument& document, const QByteArray& key,
                                      RenderedPage& page)
{
    if (!isOfCache(document))
        return;
    page.image = ownPixels(page.image);
    m_cache.insertPage(key, page);
}

void CachingDocumentService::endAll()
{
    const Error ended = Error::of(ErrorKind::SessionEnded);
    const QHash<QByteArray, PendingLoad*> loads = std::exchange(m_loads, {});
    for (PendingLoad* const load : loads)
        load->end(ended);
    const QList<PendingRender*> renders = findChildren<PendingRender*>(QString(), Qt::FindDirectChildrenOnly);
    m_renders.clear();
    for (PendingRender* const render : renders)
        render->end(ended);
}

} // namespace finhub::documents
