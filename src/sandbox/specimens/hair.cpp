#include "sandbox/specimens/hair.h"

#include <QLinearGradient>
#include <QPainter>

#include <array>
#include <cmath>

namespace finhub::sandbox {

namespace {
QBrush hairBrush(const Face& face, const HeadShape& head)
{
    QLinearGradient gradient(head.centre - head.halfWidth, head.top - 20, head.centre + head.halfWidth,
                             head.chin);
    gradient.setColorAt(0, face.hair.lighter(128));
    gradient.setColorAt(0.35, face.hair);
    gradient.setColorAt(1, face.hair.darker(130));
    return gradient;
}

/// A few strands along the hair give the flat shape a direction.
void drawStrands(QPainter& painter, const Face& face, const QPainterPath& within,
                 const std::array<QPointF, 3>& first, const std::array<QPointF, 3>& last, int count)
{
    painter.save();
    painter.setClipPath(within, Qt::IntersectClip);
    QColor light = face.hair.lighter(145);
    light.setAlpha(90);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(light, 1.6));
    for (int i = 0; i < count; ++i) {
        const double t = count == 1 ? 0 : static_cast<double>(i) / (count - 1);
        const auto between = [&](std::size_t k) { return first[k] * (1 - t) + last[k] * t; };
        QPainterPath strand(between(0));
        strand.quadTo(between(1), between(2));
        painter.drawPath(strand);
    }
    painter.restore();
}

/// Hair from ear to ear over the head; `hairline` is how far it reaches down the forehead in the middle and
/// `part` where it is parted, -1 (left) to 1.
QPainterPath cap(const HeadShape& head, double volume, double sideEnd, double hairline, double part)
{
    const double c = head.centre;
    const double w = head.halfWidth;
    const double forehead = head.top + head.height * hairline;
    const double side = head.eyes + sideEnd;
    QPainterPath path(QPointF(c - w - 3, side));
    path.cubicTo(c - w - 6 - volume * 0.5, head.top + head.height * 0.12, c - w * 0.7, head.top - volume, c,
                 head.top - volume);
    path.cubicTo(c + w * 0.7, head.top - volume, c + w + 6 + volume * 0.5, head.top + head.height * 0.12,
                 c + w + 3, side);
    path.cubicTo(c + w - 3, side - 12, c + w - 3, side - 22, c + w - 5, head.eyes - 26);
    const double partX = c + part * w * 0.55;
    path.cubicTo(c + w * 0.86, forehead + 10, partX + w * 0.5, forehead + 4, partX, forehead - 8);
    path.cubicTo(partX - w * 0.5, forehead + 6, c - w * 0.86, forehead + 12, c - w + 5, head.eyes - 26);
    path.cubicTo(c - w + 3, side - 22, c - w + 3, side - 12, c - w - 3, side);
    return path;
}

QPainterPath curls(const HeadShape& head)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int i = 0; i <= 12; ++i) {
        const double angle = M_PI * (1.06 - 1.12 * i / 12.0);
        const double x = head.centre + std::cos(angle) * (head.halfWidth + 1);
        const double y = head.top + head.height * 0.36 - std::sin(angle) * head.height * 0.39;
        path.addEllipse(QPointF(x, y), 19, 18);
    }
    for (int i = 0; i < 6; ++i)
        path.addEllipse(QPointF(head.centre - 40 + 16 * i, head.top + 8 + (i % 2) * 6), 20, 16);
    return path;
}
} // namespace

void drawHairBehind(QPainter& painter, const Face& face, const HeadShape& head)
{
    const double c = head.centre;
    const double w = head.halfWidth;
    painter.setPen(Qt::NoPen);
    QLinearGradient shade(0, head.top, 0, head.chin + 70);
    shade.setColorAt(0, face.hair.darker(115));
    shade.setColorAt(1, face.hair.darker(150));
    painter.setBrush(shade);
    QPainterPath path;
    switch (face.hairStyle) {
    case HairStyle::Bob:
        path.moveTo(c, head.top - 16);
        path.cubicTo(c + w + 22, head.top - 16, c + w + 24, head.eyes, c + w + 20, head.chin - 6);
        path.quadTo(c + w, head.chin + 14, c + w - 20, head.chin + 4);
        path.lineTo(c - w + 20, head.chin + 4);
        path.quadTo(c - w, head.chin + 14, c - w - 20, head.chin - 6);
        path.cubicTo(c - w - 24, head.eyes, c - w - 22, head.top - 16, c, head.top - 16);
        break;
    case HairStyle::Long:
    case HairStyle::LongParted:
        path.moveTo(c, head.top - 16);
        path.cubicTo(c + w + 24, head.top - 16, c + w + 20, head.eyes, c + w + 26, head.chin + 60);
        path.quadTo(c + w + 8, head.chin + 92, c + w - 22, head.chin + 84);
        path.lineTo(c - w + 22, head.chin + 84);
        path.quadTo(c - w - 8, head.chin + 92, c - w - 26, head.chin + 60);
        path.cubicTo(c - w - 20, head.eyes, c - w - 24, head.top - 16, c, head.top - 16);
        break;
    case HairStyle::Wavy:
        path.setFillRule(Qt::WindingFill);
        path.addEllipse(QPointF(c, head.top + 40), w + 18, 62);
        for (int i = 0; i < 6; ++i) {
            const double y = head.top + 50 + i * 31;
            const double out = 6 + (i % 2) * 7;
            path.addEllipse(QPointF(c - w - out + 8, y), 25, 24);
            path.addEllipse(QPointF(c + w + out - 8, y), 25, 24);
        }
        break;
    case HairStyle::Bun:
        path.addEllipse(QPointF(c, head.top - 4), 29, 25);
        break;
    case HairStyle::Short:
    case HairStyle::SideParted:
    case HairStyle::Curly:
    case HairStyle::Receding:
    case HairStyle::Bald:
        return;
    }
    painter.drawPath(path);
}

void drawHairInFront(QPainter& painter, const Face& face, const HeadShape& head)
{
    const double c = head.centre;
    const double w = head.halfWidth;
    QPainterPath path;
    switch (face.hairStyle) {
    case HairStyle::Short:
        path = cap(head, 15, -6, 0.19, 0.25);
        break;
    case HairStyle::SideParted:
        path = cap(head, face.woman ? 20 : 17, face.woman ? 26 : -2, 0.2, -0.85);
        break;
    case HairStyle::Receding:
        path = cap(head, 9, -4, 0.08, 0);
        break;
    case HairStyle::Bald:
        // Only a ring is left, at the sides.
        for (const double side : {-1.0, 1.0}) {
            QPainterPath ring(QPointF(c + side * (w + 4), head.eyes - 2));
            ring.cubicTo(c + side * (w + 9), head.eyes - 26, c + side * (w + 4), head.eyes - 44,
                         c + side * (w - 6), head.eyes - 56);
            ring.quadTo(c + side * (w - 7), head.eyes - 30, c + side * (w - 2), head.eyes - 8);
            ring.closeSubpath();
            path.addPath(ring);
        }
        break;
    case HairStyle::Curly:
        path = curls(head);
        break;
    case HairStyle::Bob:
    case HairStyle::Long:
        path = cap(head, 18, 56, 0.235, 0.75);
        break;
    case HairStyle::LongParted:
        path = cap(head, 17, 70, 0.12, 0);
        break;
    case HairStyle::Bun:
        path = cap(head, 12, -10, 0.15, 0.1);
        break;
    case HairStyle::Wavy:
        path = cap(head, 20, 40, 0.21, -0.6);
        break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(hairBrush(face, head));
    painter.drawPath(path);
    if (face.hairStyle == HairStyle::Bald || face.hairStyle == HairStyle::Curly)
        return;
    drawStrands(
        painter, face, path,
        {QPointF(c - 6, head.top - 14), QPointF(c - w * 0.7, head.top), QPointF(c - w - 4, head.eyes)},
        {QPointF(c - 2, head.top + 18), QPointF(c - w * 0.4, head.top + 22),
         QPointF(c - w + 8, head.eyes - 20)},
        5);
    drawStrands(
        painter, face, path,
        {QPointF(c + 2, head.top - 14), QPointF(c + w * 0.7, head.top), QPointF(c + w + 4, head.eyes)},
        {QPointF(c + 6, head.top + 18), QPointF(c + w * 0.4, head.top + 22),
         QPointF(c + w - 8, head.eyes - 20)},
        5);
}

void drawFacialHair(QPainter& painter, const Face& face, const HeadShape& head)
{
    if (face.facialHair == FacialHair::None)
        return;
    const double c = head.centre;
    const double w = head.halfWidth;
    QColor colour = face.hair;
    painter.save();
    painter.setClipPath(head.outline, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    QPainterPath moustache(QPointF(c, head.mouth - 17));
    moustache.cubicTo(c + 14, head.mouth - 19, c + 26, head.mouth - 8, c + 31, head.mouth + 3);
    moustache.cubicTo(c + 18, head.mouth - 5, c + 8, head.mouth - 6, c, head.mouth - 6);
    moustache.cubicTo(c - 8, head.mouth - 6, c - 18, head.mouth - 5, c - 31, head.mouth + 3);
    moustache.cubicTo(c - 26, head.mouth - 8, c - 14, head.mouth - 19, c, head.mouth - 17);
    if (face.facialHair == FacialHair::Moustache) {
        painter.setBrush(colour);
        painter.drawPath(moustache);
        painter.restore();
        return;
    }
    QPainterPath beard(QPointF(c - w - 4, head.eyes + 16));
    beard.cubicTo(c - w * 0.78, head.eyes + 34, c - w * 0.74, head.mouth - 14, c - 27, head.mouth - 10);
    beard.cubicTo(c - 12, head.mouth - 20, c + 12, head.mouth - 20, c + 27, head.mouth - 10);
    beard.cubicTo(c + w * 0.74, head.mouth - 14, c + w * 0.78, head.eyes + 34, c + w + 4, head.eyes + 16);
    beard.lineTo(c + w + 10, head.chin + 10);
    beard.lineTo(c - w - 10, head.chin + 10);
    beard.closeSubpath();
    QPainterPath lips;
    lips.addEllipse(QPointF(c, head.mouth + 2), 24 * face.mouthWidth, 9.5);
    colour.setAlpha(face.facialHair == FacialHair::Stubble ? 60 : 255);
    painter.setBrush(colour);
    painter.drawPath(beard.subtracted(lips));
    painter.restore();
}

} // namespace finhub::sandbox
