#include "views/widgets/pageview.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
constexpr double Margin = 24;

QPointF middleOf(QSizeF size)
{
    return {size.width() / 2, size.height() / 2};
}

/// What is left of a length between the margins; small viewports have small margins.
double between(double length)
{
    return std::max(1.0, length - 2 * std::min(Margin, length * 0.05));
}
} // namespace

void PageView::setViewport(QSizeF size)
{
    m_centre += middleOf(size) - middleOf(m_viewport);
    m_viewport = size;
    refit();
    keepInSight();
}

void PageView::setPageSize(QSizeF natural)
{
    m_page = natural;
    refit();
    keepInSight();
}

void PageView::fitPage()
{
    m_fit = Fit::Page;
    refit();
}

void PageView::fitWidth()
{
    m_fit = Fit::Width;
    refit();
}

void PageView::zoomTo(double zoom, QPointF anchor)
{
    const QPointF held = toPage(anchor);
    // A page fitted below the minimum may stay there, but not shrink further.
    const double lowest = std::min(MinimumZoom, m_zoom);
    m_zoom = std::clamp(zoom, lowest, MaximumZoom);
    m_fit = Fit::None;
    m_centre += anchor - toViewport(held);
    keepInSight();
}

void PageView::rotate(int quarters)
{
    const QPointF middle = middleOf(m_viewport);
    const QPointF held = toPage(middle);
    m_quarters = ((m_quarters + quarters) % 4 + 4) % 4;
    m_centre += middle - toViewport(held);
    refit();
    keepInSight();
}

void PageView::flip()
{
    const QPointF middle = middleOf(m_viewport);
    const QPointF held = toPage(middle);
    // A mirror after a turn is the turn the other way after a mirror.
    m_quarters = (4 - m_quarters) % 4;
    m_flipped = !m_flipped;
    m_centre += middle - toViewport(held);
    refit();
    keepInSight();
}

void PageView::panBy(QPointF delta)
{
    m_centre += delta;
    keepInSight();
}

void PageView::reset()
{
    m_quarters = 0;
    m_flipped = false;
    fitPage();
}

PageView PageView::lens(QSizeF viewport, double zoom, QPointF pagePoint) const
{
    PageView lens = *this;
    lens.m_viewport = viewport;
    lens.m_zoom = zoom;
    lens.m_fit = Fit::None;
    lens.m_centre += middleOf(viewport) - lens.toViewport(pagePoint);
    lens.keepInSight();
    return lens;
}

QRectF PageView::pageRect() const
{
    const QSizeF size = turnedSize() * m_zoom;
    return {m_centre - middleOf(size), size};
}

QPointF PageView::toPage(QPointF viewportPoint) const
{
    return transform().inverted().map(viewportPoint);
}

QPointF PageView::toViewport(QPointF pagePoint) const
{
    return transform().map(pagePoint);
}

QTransform PageView::transform() const
{
    QTransform result;
    result.translate(m_centre.x(), m_centre.y());
    result.rotate(rotation());
    result.scale(m_flipped ? -m_zoom : m_zoom, m_zoom);
    result.translate(-m_page.width() / 2, -m_page.height() / 2);
    return result;
}

QSizeF PageView::turnedSize() const
{
    return m_quarters % 2 == 0 ? m_page : m_page.transposed();
}

void PageView::refit()
{
    const QSizeF page = turnedSize();
    if (m_fit == Fit::None || page.isEmpty() || m_viewport.isEmpty())
        return;
    const double byWidth = between(m_viewport.width()) / page.width();
    const double byHeight = between(m_viewport.height()) / page.height();
    const bool wholePage = m_fit == Fit::Page;
    m_zoom = std::min(wholePage ? std::min(byWidth, byHeight) : byWidth, MaximumZoom);
    m_centre = middleOf(m_viewport);
    // A page fitted to the width is read from its top.
    const double spare = m_viewport.height() - page.height() * m_zoom;
    if (!wholePage && spare < 0)
        m_centre.ry() += (m_viewport.height() - between(m_viewport.height())) / 2 - spare / 2;
}

void PageView::keepInSight()
{
    // The middle of the viewport never leaves the page. Growing the page about one of its own points cannot
    // break this, so zooming in to the pointer is never corrected.
    const QPointF middle = middleOf(m_viewport);
    const QPointF reach = middleOf(turnedSize() * m_zoom);
    m_centre.setX(std::clamp(m_centre.x(), middle.x() - reach.x(), middle.x() + reach.x()));
    m_centre.setY(std::clamp(m_centre.y(), middle.y() - reach.y(), middle.y() + reach.y()));
}

} // namespace finhub::views
