#pragma once

#include "views/style/theme.h"
#include "views/widgets/adjustedpage.h"

#include <QRect>

#include <optional>

namespace finhub::views {

/// A round glass over the page that shows what is under its middle at true pixels: one pixel of the sharpest
/// rendering on one of the screen, or twice as large as the page around it where that is more. GUI thread.
class Loupe {
public:
    static constexpr int Diameter = 260; ///< logical pixels
    static constexpr double LeastGain = 2.0;

    bool isOn() const { return m_on; }
    void setOn(bool on);
    /// The middle of the glass in the viewport; nullopt while there is nothing to look at.
    void moveTo(std::optional<QPointF> middle) { m_middle = middle; }
    /// What it covers of the viewport; empty while it is not shown.
    QRect area() const;

    /// The zoom in the glass. `sharpest` is the size of the sharpest rendering there can be, unturned.
    static double zoomFor(const PageView& view, QSize sharpest, double ratio);

    /// What the glass shows of the page, in page coordinates; nothing while it is not shown.
    std::optional<QRectF> seen(const PageView& view, QSize sharpest, double ratio) const;

    /// Paints the glass over the page that is there; `layers` are the sharpest that there are by now.
    void paint(QPainter& painter, const PageView& view, const PageLayers& layers, QSize sharpest,
               const PageAdjustment& adjustment, const Theme& theme);
    void letGoOfPixels() { m_page.clear(); }

private:
    PageView lens(const PageView& view, QSize sharpest, double ratio) const;

    bool m_on = false;
    std::optional<QPointF> m_middle;
    AdjustedPage m_page;
};

} // namespace finhub::views
