#include "views/evidence/displaywatch.h"

#include "views/widgets/documentcanvas.h"

namespace finhub::views {

DisplayWatch::DisplayWatch(DocumentCanvas* canvas)
    : QObject(canvas)
    , m_canvas(canvas)
{
    connect(canvas, &DocumentCanvas::settled, this, &DisplayWatch::look);
}

void DisplayWatch::setPage(const Document& document, int page, int pageCount)
{
    const bool same = m_document && *m_document == document && m_page == page && m_pageCount == pageCount;
    if (same)
        return;
    setNothing();
    m_document = document;
    m_page = page;
    m_pageCount = pageCount;
}

void DisplayWatch::setNothing()
{
    m_document.reset();
    m_coverage.clear();
    setProgress(Progress::None);
}

void DisplayWatch::look()
{
    if (!m_document || !m_canvas->hasPage() || m_canvas->window()->isMinimized())
        return;
    if (!PageCoverage::isReadable(m_canvas->view())) {
        if (m_coverage.isEmpty())
            setProgress(Progress::TooSmall);
        return;
    }
    m_coverage.add(m_canvas->view(), m_canvas->visibleRegion());
    if (!m_coverage.isWhole()) {
        setProgress(Progress::Part);
        return;
    }
    if (m_progress == Progress::Whole)
        return;
    setProgress(Progress::Whole);
    Q_EMIT pageDisplayed(*m_document, m_page, m_pageCount);
}

void DisplayWatch::setProgress(Progress progress)
{
    if (m_progress == progress)
        return;
    m_progress = progress;
    Q_EMIT progressChanged();
}

} // namespace finhub::views
