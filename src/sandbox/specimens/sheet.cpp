#include "sandbox/specimens/sheet.h"

#include "sandbox/specimens/specimenmark.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace finhub::sandbox {

namespace {
constexpr double Leading = 1.45;
const QColor MarkInk(0xB4, 0x23, 0x28);
} // namespace

Ink boldInk(int size)
{
    Ink ink;
    ink.size = size;
    ink.face = Typeface::SansBold;
    return ink;
}

Ink faintInk(int size)
{
    Ink ink;
    ink.size = size;
    ink.colour = QColor(0x68, 0x71, 0x7D);
    return ink;
}

Ink rightInk(int size)
{
    Ink ink;
    ink.size = size;
    ink.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return ink;
}

void Sheet::text(double x, double y, double width, const QString& line, const Ink& ink)
{
    drawFitted(m_painter, QRectF(x, y, width, ink.size * Leading),
               {line, ink.face, ink.size, ink.size / 2, ink.colour, ink.alignment});
}

double Sheet::lines(double x, double y, double width, const QStringList& list, const Ink& ink)
{
    for (const QString& line : list) {
        text(x, y, width, line, ink);
        y += ink.size * Leading;
    }
    return y;
}

double Sheet::paragraph(double x, double y, double width, const QString& words, const Ink& ink)
{
    const QFontMetricsF metrics(typeface(ink.face, ink.size));
    QString line;
    for (const QString& word : words.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
            text(x, y, width, line, ink);
            y += ink.size * Leading;
            line = word;
        } else {
            line = longer;
        }
    }
    text(x, y, width, line, ink);
    return y + ink.size * Leading;
}

void Sheet::rule(double y, const QColor& colour, double weight)
{
    fill(QRectF(Left, y, Right - Left, weight), colour);
}

void Sheet::fill(const QRectF& area, const QColor& colour)
{
    m_painter.fillRect(area, colour);
}

void Sheet::frame(const QRectF& area, const QColor& colour, double weight)
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, weight));
    m_painter.drawRect(area);
}

void Sheet::tickBox(double x, double y, double width, bool ticked, const QString& label, const Ink& ink)
{
    const double side = ink.size * 1.1;
    const QRectF box(x, y + (ink.size * Leading - side) / 2, side, side);
    frame(box, QColor(0x50, 0x58, 0x62), 3);
    if (ticked) {
        m_painter.setPen(QPen(QColor(0x1E, 0x2A, 0x5A), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolyline(QPolygonF{{box.left() + side * 0.18, box.top() + side * 0.5},
                                         {box.left() + side * 0.42, box.top() + side * 0.8},
                                         {box.left() + side * 1.02, box.top() - side * 0.12}});
    }
    text(x + side + 22, y, width - side - 22, label, ink);
}

void Sheet::formField(double x, double y, double width, const QString& label, const QString& value)
{
    text(x, y, width, label, faintInk(24));
    text(x, y + 36, width, value, boldInk(33));
    fill(QRectF(x, y + 88, width, 2.5), QColor(0xA8, 0xB0, 0xBA));
}

void Sheet::specimenMarks(const QString& footer)
{
    const QPainterPath outline = specimenOutline();
    const QRectF bounds = outline.boundingRect();
    m_painter.save();
    m_painter.translate(Width / 2, Height * 0.5);
    m_painter.rotate(-52);
    m_painter.scale(2400 / bounds.width(), 2400 / bounds.width());
    m_painter.translate(-bounds.center());
    QColor faint = MarkInk;
    faint.setAlpha(26);
    m_painter.fillPath(outline, faint);
    m_painter.restore();
    rule(2800);
    text(Left, 2820, 1100, footer, faintInk(24));
    Ink mark = rightInk(28);
    mark.face = Typeface::SansBold;
    mark.colour = MarkInk;
    text(1200, 2818, Right - 1200, QStringLiteral("SPECIMEN – not a real document"), mark);
}

} // namespace finhub::sandbox
