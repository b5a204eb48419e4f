#include "views/pageoncanvas.h"

#include "views/documentsizes.h"
#include "views/widgets/documentcanvas.h"

namespace finhub::views {

PageOnCanvas::PageOnCanvas(documents::DocumentService& service, DocumentCanvas* canvas, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_canvas(canvas)
{
    connect(canvas, &DocumentCanvas::resolutionNeeded, this, [this](QSize pixels) { sharpen(pixels, {}); });
    connect(canvas, &DocumentCanvas::tileNeeded, this, &PageOnCanvas::sharpen);
}

void PageOnCanvas::setDocument(const std::optional<documents::LoadedDocument>& document)
{
    m_pageCall.reset();
    m_sharpCall.reset();
    m_document = document;
    m_page = 0;
    m_pageCount = 0;
    Q_EMIT busyChanged(false);
}

void PageOnCanvas::showPage(int page)
{
    if (!m_document)
        return;
    m_sharpCall.reset();
    m_wanted = page;
    Q_EMIT busyChanged(true);
    m_pageCall = m_service.render(*m_document, {.page = page, .box = m_canvas->neededPixels()});
    m_pageCall->onFinished(this, [this, page](const Result<documents::RenderedPage>& rendered) { onPage(page, rendered); });
}

void PageOnCanvas::turn(int pages)
{
    const int page = wantedPage() + pages;
    if (page >= 0 && page < m_pageCount)
        showPage(page);
}

void PageOnCanvas::onPage(int page, const Result<documents::RenderedPage>& rendered)
{
    // Gone before anybody hears of it: what is asked for from here on is for the page that has come.
    const CallPtr<documents::RenderedPage> call = std::move(m_pageCall);
    Q_EMIT busyChanged(false);
    if (!rendered) {
        Q_EMIT failed(rendered.error());
        return;
    }
    m_page = page;
    m_pageCount = rendered->pageCount;
    m_canvas->setPage(rendered->image, naturalSize(m_document->kind, rendered->pageSize),
                      pageDetail(m_document->kind, rendered->pageSize));
    Q_EMIT shown();
}

void PageOnCanvas::sharpen(QSize box, const QRect& region)
{
    // While another page is on its way, nobody needs this one any sharper.
    if (!m_document || m_pageCall)
        return;
    Q_EMIT busyChanged(true);
    m_sharpCall = m_service.render(*m_document, {.page = m_page, .box = box, .region = region});
    m_sharpCall->onFinished(this, [this, box, region](const Result<documents::RenderedPage>& rendered) {
        // Its pixels are the canvas's and the cache's alone.
        const CallPtr<documents::RenderedPage> call = std::move(m_sharpCall);
        Q_EMIT busyChanged(false);
        if (!rendered)
            m_canvas->refuseSharper();
        else if (region.isEmpty())
            m_canvas->refinePage(rendered->image, box);
        else
            m_canvas->addTile({rendered->image, rendered->whole, rendered->region});
    });
}

} // namespace finhub::views
