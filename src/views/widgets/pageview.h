#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace finhub::views {

/// Where a page lies in a viewport: zoom, quarter turns, mirroring and position. Pure geometry, no pixels.
/// All lengths are logical pixels; "page coordinates" are those of the unturned page at 100 %.
class PageView {
public:
    static constexpr double MinimumZoom = 0.1;
    static constexpr double MaximumZoom = 16.0;

    enum class Fit { None, Page, Width };

    void setViewport(QSizeF size);
    QSizeF viewport() const { return m_viewport; }
    void setPageSize(QSizeF natural);
    QSizeF pageSize() const { return m_page; }

    double zoom() const { return m_zoom; }
    /// Clockwise: 0, 90, 180 or 270.
    int rotation() const { return m_quarters * 90; }
    /// Whether the page is mirrored, left for right, before it is turned.
    bool isFlipped() const { return m_flipped; }
    Fit fit() const { return m_fit; }

    /// Fits and centres; stays fitted when the viewport changes, until something else is asked for. A page
    /// too large for 10 % is fitted all the same.
    void fitPage();
    void fitWidth();
    /// Sets the zoom, within 10 % and 1600 %, so that the point of the page under `anchor` stays there.
    void zoomTo(double zoom, QPointF anchor);
    /// Turns clockwise by quarters (negative: the other way), keeping the point in the middle.
    void rotate(int quarters);
    /// Mirrors what is seen, left for right, whichever way the page is turned, keeping the point in the
    /// middle.
    void flip();
    void panBy(QPointF delta);
    /// Whole page, neither turned nor mirrored.
    void reset();

    /// The same page through a viewport of its own, with this point of the page in the middle, turned and
    /// mirrored alike: what a loupe shows. Not bound to 10 % to 1600 %.
    PageView lens(QSizeF viewport, double zoom, QPointF pagePoint) const;

    /// The turned page in the viewport.
    QRectF pageRect() const;
    QPointF toPage(QPointF viewportPoint) const;
    QPointF toViewport(QPointF pagePoint) const;
    /// Page coordinates to viewport coordinates.
    QTransform transform() const;

private:
    QSizeF turnedSize() const;
    void refit();
    void keepInSight();

    QSizeF m_viewport;
    QSizeF m_page;
    QPointF m_centre; ///< of the page, in the viewport
    double m_zoom = 1.0;
    int m_quarters = 0;
    bool m_flipped = false;
    Fit m_fit = Fit::Page;
};

} // namespace finhub::views
