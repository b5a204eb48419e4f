#include "walkthrough/highlightring.h"

namespace finhub::walkthrough {

namespace {

constexpr int Width = 3;
constexpr int Distance = 3;
constexpr int Radius = 8;

} // namespace

void drawRing(QPainter& painter, const QRect& used, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // A light line outside of the accent keeps the ring visible on an accent-coloured button.
    const QRectF ring = QRectF(used).adjusted(-Distance, -Distance, Distance, Distance);
    painter.setPen(QPen(palette.color(QPalette::Base), Width + 2));
    painter.drawRoundedRect(ring, Radius, Radius);
    painter.setPen(QPen(palette.color(QPalette::Link), Width));
    painter.drawRoundedRect(ring, Radius, Radius);
    painter.restore();
}

HighlightRing::HighlightRing(QWidget* window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("walkthroughRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void HighlightRing::surround(const QRect& used)
{
    m_used = used;
    setGeometry(parentWidget()->rect());
    setVisible(!used.isEmpty());
    raise();
    update();
}

void HighlightRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRing(painter,
             m_used &
                 rect().adjusted(Width + Distance, Width + Distance, -Width - Distance, -Width - Distance),
             palette());
}

} // namespace finhub::walkthrough
