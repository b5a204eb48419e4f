#include "sandbox/specimens/specimenmark.h"

#include <QPainter>
#include <QPainterPathStroker>

namespace finhub::sandbox {

namespace {
constexpr double Thickness = 20;
constexpr double Spacing = 24;

/// Draws the middle of the strokes of one letter and returns its width.
double addLetter(QPainterPath& strokes, char letter)
{
    switch (letter) {
    case 'S':
        strokes.moveTo(58, 24);
        strokes.cubicTo(54, 13, 44, 10, 33, 10);
        strokes.cubicTo(17, 10, 10, 19, 10, 29);
        strokes.cubicTo(10, 41, 21, 46, 33, 50);
        strokes.cubicTo(47, 54, 57, 59, 57, 71);
        strokes.cubicTo(57, 82, 48, 90, 33, 90);
        strokes.cubicTo(19, 90, 10, 86, 8, 75);
        return 67;
    case 'P':
        strokes.moveTo(10, 100);
        strokes.lineTo(10, 10);
        strokes.lineTo(32, 10);
        strokes.cubicTo(63, 10, 63, 56, 32, 56);
        strokes.lineTo(10, 56);
        return 65;
    case 'E':
        strokes.moveTo(58, 10);
        strokes.lineTo(10, 10);
        strokes.lineTo(10, 90);
        strokes.lineTo(58, 90);
        strokes.moveTo(10, 50);
        strokes.lineTo(52, 50);
        return 58;
    case 'C':
        strokes.moveTo(64, 25);
        strokes.cubicTo(58, 14, 50, 10, 42, 10);
        strokes.cubicTo(20, 10, 10, 26, 10, 50);
        strokes.cubicTo(10, 74, 20, 90, 42, 90);
        strokes.cubicTo(50, 90, 58, 86, 64, 75);
        return 68;
    case 'I':
        strokes.moveTo(10, 0);
        strokes.lineTo(10, 100);
        return 20;
    case 'M':
        strokes.moveTo(10, 100);
        strokes.lineTo(10, 10);
        strokes.lineTo(22, 10);
        strokes.lineTo(46, 62);
        strokes.lineTo(70, 10);
        strokes.lineTo(82, 10);
        strokes.lineTo(82, 100);
        return 92;
    default: // N
        strokes.moveTo(10, 100);
        strokes.lineTo(10, 10);
        strokes.lineTo(20, 10);
        strokes.lineTo(64, 90);
        strokes.lineTo(74, 90);
        strokes.lineTo(74, 0);
        return 84;
    }
}
} // namespace

QPainterPath specimenOutline()
{
    QPainterPathStroker stroker;
    stroker.setWidth(Thickness);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    QPainterPath outline;
    double x = 0;
    for (const char letter : {'S', 'P', 'E', 'C', 'I', 'M', 'E', 'N'}) {
        QPainterPath strokes;
        const double width = addLetter(strokes, letter);
        outline.addPath(stroker.createStroke(strokes).simplified().translated(x, 0));
        x += width + Spacing;
    }
    return outline;
}

void drawSpecimenMark(QPainter& painter, const QRectF& area, double angle)
{
    const QPainterPath outline = specimenOutline();
    const QRectF bounds = outline.boundingRect();
    const double scale = area.width() / bounds.width();
    painter.save();
    painter.translate(area.center());
    painter.rotate(angle);
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.setBrush(QColor(0xC0, 0x28, 0x2D, 22));
    painter.setPen(QPen(QColor(0xC0, 0x28, 0x2D, 120), 2.2 / scale));
    painter.drawPath(outline);
    painter.restore();
}

} // namespace finhub::sandbox
