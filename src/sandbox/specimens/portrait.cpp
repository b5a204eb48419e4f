#include "sandbox/specimens/portrait.h"

#include "sandbox/specimens/clothing.h"
#include "sandbox/specimens/hair.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

namespace finhub::sandbox {

namespace {
QColor translucent(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/// Collars are closed: below them the neck must not show beside the cloth.
bool hasCollar(const Outfit& outfit)
{
    return outfit.clothes == Clothes::SuitAndTie || outfit.clothes == Clothes::ShirtCollar ||
           outfit.clothes == Clothes::TurtleNeck;
}

void drawNeck(QPainter& painter, const Face& face, const Outfit& outfit, const HeadShape& head)
{
    const double half = face.woman ? 31 : 38;
    const double flare = hasCollar(outfit) ? 6 : 30;
    QPainterPath neck(QPointF(head.centre - half, head.chin - 52));
    neck.cubicTo(head.centre - half + 2, head.chin + 6, head.centre - half - 4, 292,
                 head.centre - half - flare, 312);
    neck.lineTo(head.centre - 60, 372);
    neck.lineTo(head.centre + 60, 372);
    neck.lineTo(head.centre + half + flare, 312);
    neck.cubicTo(head.centre + half + 4, 292, head.centre + half - 2, head.chin + 6, head.centre + half,
                 head.chin - 52);
    neck.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.skin.darker(108));
    painter.drawPath(neck);
    // The chin throws a shadow on it.
    painter.save();
    painter.setClipPath(neck, Qt::IntersectClip);
    painter.setBrush(translucent(face.skin.darker(160), 110));
    painter.drawPath(head.outline.translated(3, 17));
    painter.restore();
}

void drawEars(QPainter& painter, const Face& face, const HeadShape& head)
{
    for (const double side : {-1.0, 1.0}) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(face.skin.darker(104));
        painter.drawEllipse(QPointF(head.centre + side * (head.halfWidth + 1), head.eyes + 12), 10, 19);
        painter.setBrush(translucent(face.skin.darker(140), 120));
        painter.drawEllipse(QPointF(head.centre + side * (head.halfWidth + 3), head.eyes + 12), 5, 11);
    }
}

void drawSkin(QPainter& painter, const Face& face, const HeadShape& head)
{
    QLinearGradient light(head.centre - head.halfWidth, head.top, head.centre + head.halfWidth, head.chin);
    light.setColorAt(0, face.skin.lighter(106));
    light.setColorAt(0.55, face.skin);
    light.setColorAt(1, face.skin.darker(112));
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawPath(head.outline);
    painter.save();
    painter.setClipPath(head.outline, Qt::IntersectClip);
    for (const double side : {-1.0, 1.0}) {
        const QPointF cheek(head.centre + side * head.halfWidth * 0.6, head.eyes + head.height * 0.16);
        QRadialGradient blush(cheek, 26);
        blush.setColorAt(0, QColor(214, 96, 84, face.woman ? 62 : 42));
        blush.setColorAt(1, QColor(214, 96, 84, 0));
        painter.setBrush(blush);
        painter.drawEllipse(cheek, 26, 26);
    }
    painter.restore();
}

void drawEye(QPainter& painter, const Face& face, const QPointF& at, double side)
{
    const double half = 14.5 * face.eyeSize;
    const double open = 7.6 * face.eyeSize;
    QPainterPath almond(QPointF(at.x() - half, at.y() + 1));
    almond.cubicTo(at.x() - half * 0.5, at.y() - open * 1.15, at.x() + half * 0.5, at.y() - open * 1.15,
                   at.x() + half, at.y() + (side > 0 ? -0.5 : 1));
    almond.cubicTo(at.x() + half * 0.5, at.y() + open * 0.95, at.x() - half * 0.5, at.y() + open * 0.95,
                   at.x() - half, at.y() + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(face.skin.darker(135), 60));
    painter.drawEllipse(at, half + 4, open + 4);
    painter.setBrush(QColor(0xFB, 0xFA, 0xF8));
    painter.drawPath(almond);
    painter.save();
    painter.setClipPath(almond, Qt::IntersectClip);
    const QPointF pupil(at.x(), at.y() - 0.6);
    painter.setBrush(face.iris);
    painter.drawEllipse(pupil, 6.6 * face.eyeSize, 6.6 * face.eyeSize);
    painter.setBrush(QColor(0x18, 0x14, 0x12));
    painter.drawEllipse(pupil, 3.1 * face.eyeSize, 3.1 * face.eyeSize);
    painter.setBrush(QColor(255, 255, 255, 220));
    painter.drawEllipse(pupil + QPointF(2.1, -2.3), 1.6, 1.6);
    painter.restore();

    QPainterPath lid(QPointF(at.x() - half - (side < 0 ? 2 : 0), at.y() + 1));
    lid.cubicTo(at.x() - half * 0.5, at.y() - open * 1.2, at.x() + half * 0.5, at.y() - open * 1.2,
                at.x() + half + (side > 0 ? 2 : 0), at.y() + 0.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0x33, 0x26, 0x20), face.woman ? 3.0 : 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(lid);
    painter.setPen(QPen(translucent(face.skin.darker(170), 120), 1.1, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(lid.translated(0, -5.2));
}

void drawBrow(QPainter& painter, const Face& face, const QPointF& at, double side)
{
    const double weight = 5.2 * face.browWeight;
    const double inner = at.x() - side * 17;
    const double outer = at.x() + side * 21;
    QPainterPath brow(QPointF(inner, at.y() + 2));
    brow.quadTo(at.x() + side * 3, at.y() - 7, outer, at.y() + 3);
    brow.quadTo(at.x() + side * 3, at.y() - 7 + weight, inner, at.y() + 2 + weight * 0.9);
    brow.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(face.hair.darker(125), 225));
    painter.drawPath(brow);
}

void drawNose(QPainter& painter, const Face& face, const HeadShape& head)
{
    const double c = head.centre;
    const double bottom = head.eyes + head.height * 0.185 * face.noseLength;
    const double half = 13 * face.noseWidth;
    painter.setPen(Qt::NoPen);
    QPainterPath shade(QPointF(c + 5, head.eyes - 4));
    shade.cubicTo(c + 6, head.eyes + 14, c + half * 0.9, bottom - 16, c + half + 1, bottom - 5);
    shade.quadTo(c + half, bottom + 5, c, bottom + 4);
    shade.cubicTo(c + 5, bottom - 6, c + 4, head.eyes + 14, c + 5, head.eyes - 4);
    painter.setBrush(translucent(face.skin.darker(130), 75));
    painter.drawPath(shade);
    const QPointF tip(c - 1.5, bottom - 8);
    QRadialGradient shine(tip, 9);
    shine.setColorAt(0, translucent(face.skin.lighter(122), 150));
    shine.setColorAt(1, translucent(face.skin.lighter(122), 0));
    painter.setBrush(shine);
    painter.drawEllipse(tip, 9, 9);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(translucent(face.skin.darker(165), 190), 2, Qt::SolidLine, Qt::RoundCap));
    QPainterPath base(QPointF(c - half, bottom - 4));
    base.cubicTo(c - half, bottom + 3, c - half * 0.5, bottom + 1, c - half * 0.3, bottom + 2.5);
    base.quadTo(c, bottom + 6, c + half * 0.3, bottom + 2.5);
    base.cubicTo(c + half * 0.5, bottom + 1, c + half, bottom + 3, c + half, bottom - 4);
    painter.drawPath(base);
}

void drawMouth(QPainter& painter, const Face& face, const HeadShape& head)
{
    const double c = head.centre;
    const double half = 22.5 * face.mouthWidth;
    const double y = head.mouth;
    const double corner = y - 1.8 - 1.6 * face.smile;
    QPainterPath upper(QPointF(c - half, corner));
    upper.cubicTo(c - half * 0.5, y - 6, c - 6, y - 8, c, y - 4.6);
    upper.cubicTo(c + 6, y - 8, c + half * 0.5, y - 6, c + half, corner);
    upper.quadTo(c, y + 3.5 * face.smile, c - half, corner);
    QPainterPath lower(QPointF(c - half, corner));
    lower.quadTo(c, y + 3.5 * face.smile, c + half, corner);
    lower.cubicTo(c + half * 0.55, y + 10 + 2 * face.smile, c - half * 0.55, y + 10 + 2 * face.smile,
                  c - half, corner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.lips);
    painter.drawPath(upper);
    painter.setBrush(face.lips.lighter(114));
    painter.drawPath(lower);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(face.lips.darker(165), 1.9, Qt::SolidLine, Qt::RoundCap));
    QPainterPath line(QPointF(c - half - 1, corner - 0.5));
    line.quadTo(c, y + 3.5 * face.smile, c + half + 1, corner - 0.5);
    painter.drawPath(line);
}

void drawWrinkles(QPainter& painter, const Face& face, const HeadShape& head)
{
    const double c = head.centre;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(translucent(face.skin.darker(150), 120), 1.5, Qt::SolidLine, Qt::RoundCap));
    for (const double side : {-1.0, 1.0}) {
        QPainterPath fold(QPointF(c + side * 18, head.eyes + head.height * 0.19));
        fold.quadTo(c + side * 31, head.mouth - 15, c + side * 33, head.mouth + 2);
        painter.drawPath(fold);
        QPainterPath bag(QPointF(c + side * 17, head.eyes + 15));
        bag.quadTo(c + side * 30, head.eyes + 21, c + side * 43, head.eyes + 13);
        painter.drawPath(bag);
    }
    for (const double y : {0.265, 0.3}) {
        QPainterPath brow(QPointF(c - 26, head.top + head.height * y));
        brow.quadTo(c, head.top + head.height * y - 5, c + 26, head.top + head.height * y);
        painter.drawPath(brow);
    }
}

void drawGlasses(QPainter& painter, const HeadShape& head, double eyeOffset)
{
    const QColor frame(0x2E, 0x2A, 0x2C);
    painter.setPen(QPen(frame, 3));
    painter.setBrush(QColor(255, 255, 255, 34));
    for (const double side : {-1.0, 1.0}) {
        painter.drawRoundedRect(QRectF(head.centre + side * eyeOffset - 22, head.eyes - 15, 44, 33), 11, 11);
        painter.drawLine(QPointF(head.centre + side * (eyeOffset + 22), head.eyes - 4),
                         QPointF(head.centre + side * (head.halfWidth + 2), head.eyes - 7));
    }
    painter.drawLine(QPointF(head.centre - eyeOffset + 22, head.eyes - 4),
                     QPointF(head.centre + eyeOffset - 22, head.eyes - 4));
}
} // namespace

void drawPortrait(QPainter& painter, const Face& face, const Outfit& outfit)
{
    const HeadShape head(face);
    const double eyeOffset = head.halfWidth * 0.46 * face.eyeDistance;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(PortraitFrame, Qt::IntersectClip);
    drawHairBehind(painter, face, head);
    drawNeck(painter, face, outfit, head);
    drawClothing(painter, face, outfit);
    drawEars(painter, face, head);
    drawSkin(painter, face, head);
    for (const double side : {-1.0, 1.0}) {
        drawEye(painter, face, QPointF(head.centre + side * eyeOffset, head.eyes), side);
        drawBrow(painter, face, QPointF(head.centre + side * eyeOffset, head.eyes - 23), side);
    }
    drawNose(painter, face, head);
    if (face.wrinkles)
        drawWrinkles(painter, face, head);
    drawFacialHair(painter, face, head);
    drawMouth(painter, face, head);
    drawHairInFront(painter, face, head);
    if (face.glasses)
        drawGlasses(painter, head, eyeOffset);
    painter.restore();
}

void drawPortraitIn(QPainter& painter, const QRectF& target, const Face& face, const Outfit& outfit)
{
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / PortraitFrame.width(), target.height() / PortraitFrame.height());
    painter.translate(-PortraitFrame.topLeft());
    drawPortrait(painter, face, outfit);
    painter.restore();
}

} // namespace finhub::sandbox
