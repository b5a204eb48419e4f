#include "views/widgets/adjustedpage.h"

#include "views/widgets/pagepainter.h"

#include <QPainter>

namespace finhub::views {

void AdjustedPage::paint(QPainter& painter, const PageView& view, const PageLayers& layers,
                         const PageAdjustment& adjustment, bool moving)
{
    if (adjustment.isNeutral()) {
        clear();
        paintPagePixels(painter, view, layers);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const QSizeF pixels = view.viewport() * ratio;
    const bool coarse = moving && pixels.width() * pixels.height() > MostInMotion;
    const PageView made = coarse ? view.scaled(0.5) : view;
    const bool same = m_transform == made.transform() && m_viewport == made.viewport() &&
                      m_imageKey == layers.page.cacheKey() && m_tileKey == layers.tile.image.cacheKey() &&
                      m_ratio == ratio && m_adjustment == adjustment;
    if (!same) {
        m_adjustment = adjustment;
        renew(made, layers, ratio);
    }
    if (m_pixels.isNull())
        return;
    painter.save();
    if (coarse) {
        painter.scale(2, 2);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
    }
    painter.drawImage(QPointF(m_corner) / ratio, m_pixels);
    painter.restore();
}

void AdjustedPage::clear()
{
    m_pixels = QImage();
    m_imageKey = 0;
    m_tileKey = 0;
    m_ratio = 0;
}

void AdjustedPage::renew(const PageView& view, const PageLayers& layers, double ratio)
{
    m_transform = view.transform();
    m_viewport = view.viewport();
    m_imageKey = layers.page.cacheKey();
    m_tileKey = layers.tile.image.cacheKey();
    m_ratio = ratio;
    ++m_renewals;
    const QRectF page = placedPage(view, layers.size(), ratio);
    const QRectF seen(page.topLeft() * ratio, page.size() * ratio);
    const QRect visible = seen.toRect() & QRectF(QPointF(), m_viewport * ratio).toAlignedRect();
    m_corner = visible.topLeft();
    // The memory is used again while the view moves.
    if (m_pixels.size() != visible.size())
        m_pixels = visible.isEmpty() ? QImage() : QImage(visible.size(), QImage::Format_RGB32);
    if (m_pixels.isNull())
        return;
    m_pixels.setDevicePixelRatio(ratio);
    QPainter painter(&m_pixels);
    painter.translate(-QPointF(m_corner) / ratio);
    paintPagePixels(painter, view, layers);
    painter.end();
    adjust(m_pixels, m_adjustment);
}

} // namespace finhub::views
