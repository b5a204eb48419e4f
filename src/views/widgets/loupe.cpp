#include "views/widgets/loupe.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr double RimWidth = 2;
}

void Loupe::setOn(bool on)
{
    m_on = on;
    if (!on)
        m_page.clear();
}

QRect Loupe::area() const
{
    if (!m_on || !m_middle)
        return {};
    QRect area(0, 0, Diameter, Diameter);
    area.moveCenter(m_middle->toPoint());
    return area;
}

double Loupe::zoomFor(const PageView& view, QSize sharpest, double ratio)
{
    if (view.pageSize().isEmpty())
        return view.zoom();
    return std::max(sharpest.width() / view.pageSize().width() / ratio, view.zoom() * LeastGain);
}

PageView Loupe::lens(const PageView& view, QSize sharpest, double ratio) const
{
    const QRectF glass = area();
    return view.lens(glass.size(), zoomFor(view, sharpest, ratio), view.toPage(glass.center()));
}

std::optional<QRectF> Loupe::seen(const PageView& view, QSize sharpest, double ratio) const
{
    const QRectF glass = area();
    if (glass.isEmpty() || view.pageSize().isEmpty())
        return std::nullopt;
    return lens(view, sharpest, ratio).transform().inverted().mapRect(QRectF(QPointF(), glass.size()));
}

void Loupe::paint(QPainter& painter, const PageView& view, const PageLayers& layers, QSize sharpest,
                  const PageAdjustment& adjustment, const Theme& theme)
{
    const QRect glass = area();
    if (glass.isEmpty())
        return;
    const PageView through = lens(view, sharpest, painter.device()->devicePixelRatioF());
    const QRectF rim = QRectF(glass).adjusted(RimWidth / 2, RimWidth / 2, -RimWidth / 2, -RimWidth / 2);
    QPainterPath outline;
    outline.addEllipse(rim);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(glass, theme.color(ColorRole::DocumentGround));
    painter.translate(glass.topLeft());
    m_page.paint(painter, through, layers, adjustment);
    painter.restore();
    painter.setPen(QPen(theme.color(ColorRole::Accent), RimWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rim);
    painter.restore();
}

} // namespace finhub::views
