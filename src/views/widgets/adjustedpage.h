#pragma once

#include "views/widgets/pageadjustment.h"
#include "views/widgets/pagelayers.h"
#include "views/widgets/pageview.h"

#include <QImage>

class QPainter;

namespace finhub::views {

/// The visible part of a page as it looks with an adjustment, kept until the view, the page or the adjustment
/// is another one. It never has more pixels than the viewport, however large the page is, so that what a
/// frame costs depends on the screen alone. GUI thread.
class AdjustedPage {
public:
    /// More pixels than these are made in half the resolution while the view moves, a quarter of the work.
    static constexpr qint64 MostInMotion = 1'200'000;

    /// Paints the page without its shadow; `moving` while another view will follow at once. With a neutral
    /// adjustment nothing is kept.
    void paint(QPainter& painter, const PageView& view, const PageLayers& layers,
               const PageAdjustment& adjustment, bool moving = false);
    /// Lets go of the pixels.
    void clear();

    /// How often pixels have been changed since the start; for tests.
    int renewals() const { return m_renewals; }

private:
    void renew(const PageView& view, const PageLayers& layers, double ratio);

    QImage m_pixels;
    QPoint m_corner; ///< device pixels
    QTransform m_transform;
    QSizeF m_viewport;
    qint64 m_imageKey = 0;
    qint64 m_tileKey = 0;
    double m_ratio = 0;
    PageAdjustment m_adjustment;
    int m_renewals = 0;
};

} // namespace finhub::views
