#include "sandbox/specimens/clothing.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace finhub::sandbox {

namespace {
constexpr double Centre = 150;

QPainterPath shoulders(const Face& face, double neckHalf, double neckTop)
{
    const double reach = face.woman ? 124 : 140;
    QPainterPath path(QPointF(Centre - neckHalf, neckTop));
    path.cubicTo(Centre - neckHalf - 10, neckTop + 26, Centre - reach + 34, 318, Centre - reach, 348);
    path.cubicTo(Centre - reach - 8, 358, Centre - reach - 12, 380, Centre - reach - 14, 400);
    path.lineTo(Centre + reach + 14, 400);
    path.cubicTo(Centre + reach + 12, 380, Centre + reach + 8, 358, Centre + reach, 348);
    path.cubicTo(Centre + reach - 34, 318, Centre + neckHalf + 10, neckTop + 26, Centre + neckHalf, neckTop);
    path.closeSubpath();
    return path;
}

QBrush fabric(const QColor& colour)
{
    QLinearGradient gradient(20, 300, 280, 390);
    gradient.setColorAt(0, colour.lighter(118));
    gradient.setColorAt(0.5, colour);
    gradient.setColorAt(1, colour.darker(125));
    return gradient;
}

void drawCollar(QPainter& painter, const QColor& colour)
{
    painter.setBrush(colour);
    painter.setPen(QPen(colour.darker(125), 1.2));
    for (const double side : {-1.0, 1.0}) {
        painter.drawPolygon(QPolygonF{{Centre + side * 37, 282},
                                      {Centre + side * 49, 306},
                                      {Centre + side * 27, 340},
                                      {Centre + side * 3, 324}});
    }
}
} // namespace

void drawClothing(QPainter& painter, const Face& face, const Outfit& outfit)
{
    const QColor shirt(0xF4, 0xF5, 0xF7);
    painter.setPen(Qt::NoPen);
    switch (outfit.clothes) {
    case Clothes::SuitAndTie: {
        QPainterPath front;
        front.addRect(QRectF(92, 280, 116, 120));
        painter.setBrush(shirt);
        painter.drawPath(shoulders(face, 38, 290).intersected(front));
        painter.setBrush(outfit.accent);
        painter.drawPolygon(QPolygonF{{139, 322}, {161, 322}, {157, 338}, {143, 338}});
        painter.drawPolygon(QPolygonF{{143, 338}, {157, 338}, {168, 400}, {132, 400}});
        drawCollar(painter, shirt);
        painter.setPen(Qt::NoPen);
        QPainterPath jacket = shoulders(face, 50, 297);
        QPainterPath opening;
        opening.addPolygon(QPolygonF{{98, 280}, {202, 280}, {196, 306}, {158, 402}, {142, 402}, {104, 306}});
        opening.closeSubpath();
        painter.setBrush(fabric(outfit.main));
        painter.drawPath(jacket.subtracted(opening));
        painter.setBrush(outfit.main.darker(118));
        for (const double side : {-1.0, 1.0}) {
            painter.drawPolygon(QPolygonF{{Centre + side * 46, 303},
                                          {Centre + side * 72, 340},
                                          {Centre + side * 56, 350},
                                          {Centre + side * 60, 360},
                                          {Centre + side * 8, 402}});
        }
        break;
    }
    case Clothes::ShirtCollar:
        painter.setBrush(fabric(outfit.main.lighter(170)));
        painter.drawPath(shoulders(face, 38, 290));
        painter.setBrush(face.skin.darker(106));
        painter.drawPolygon(QPolygonF{{126, 290}, {174, 290}, {150, 338}});
        drawCollar(painter, outfit.main.lighter(180));
        painter.setPen(QPen(outfit.main, 1.4));
        painter.drawLine(QPointF(150, 336), QPointF(150, 392));
        break;
    case Clothes::Blouse: {
        QPainterPath neckline;
        neckline.moveTo(106, 280);
        neckline.lineTo(194, 280);
        neckline.quadTo(186, 322, 150, 360);
        neckline.quadTo(114, 322, 106, 280);
        painter.setBrush(fabric(outfit.main.lighter(125)));
        painter.drawPath(shoulders(face, 42, 292).subtracted(neckline));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(outfit.accent.lighter(150), 2));
        QPainterPath necklace(QPointF(119, 302));
        necklace.quadTo(150, 352, 181, 302);
        painter.drawPath(necklace);
        painter.setBrush(outfit.accent.lighter(150));
        painter.drawEllipse(QPointF(150, 329), 3.4, 3.4);
        break;
    }
    case Clothes::RoundNeck: {
        QPainterPath neckline;
        neckline.addEllipse(QPointF(150, 291), 47, 30);
        painter.setBrush(fabric(outfit.main));
        painter.drawPath(shoulders(face, 44, 294).subtracted(neckline));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(outfit.main.lighter(130), 4));
        painter.drawArc(QRectF(101, 260, 98, 64), 200 * 16, 140 * 16);
        break;
    }
    case Clothes::TurtleNeck:
        painter.setBrush(fabric(outfit.main));
        painter.drawPath(shoulders(face, 42, 286));
        painter.setBrush(outfit.main.lighter(112));
        painter.drawRoundedRect(QRectF(109, 268, 82, 42), 12, 12);
        painter.setPen(QPen(outfit.main.darker(115), 1.2));
        for (int x = 118; x < 186; x += 8)
            painter.drawLine(QPointF(x, 274), QPointF(x, 304));
        break;
    }
}

} // namespace finhub::sandbox
