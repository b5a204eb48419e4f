#include "sandbox/specimens/letterhead.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace finhub::sandbox {

QColor houseColour(SpecimenRandom& random)
{
    static constexpr std::array<QRgb, 8> colours{0x0F5C8C, 0x1F7A5A, 0x8C2F39, 0x5B3F8C,
                                                 0xB0601A, 0x0E6E78, 0x3D4B8F, 0x6B6F1E};
    return QColor::fromRgb(random.pick(colours));
}

void drawSign(Sheet& sheet, const QRectF& square, const Company& company)
{
    QPainter& painter = sheet.painter();
    const double side = square.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(company.colour);
    switch (company.sign % 5) {
    case 0: // a drop
    {
        QPainterPath drop(QPointF(square.center().x(), square.top()));
        drop.cubicTo(square.right(), square.center().y(), square.right(), square.bottom(),
                     square.center().x(), square.bottom());
        drop.cubicTo(square.left(), square.bottom(), square.left(), square.center().y(), square.center().x(),
                     square.top());
        painter.drawPath(drop);
        break;
    }
    case 1: // a bolt in a disc
        painter.drawEllipse(square);
        painter.setBrush(Qt::white);
        painter.drawPolygon(QPolygonF{square.topLeft() + QPointF(side * 0.56, side * 0.14),
                                      square.topLeft() + QPointF(side * 0.3, side * 0.56),
                                      square.topLeft() + QPointF(side * 0.47, side * 0.56),
                                      square.topLeft() + QPointF(side * 0.42, side * 0.86),
                                      square.topLeft() + QPointF(side * 0.7, side * 0.43),
                                      square.topLeft() + QPointF(side * 0.52, side * 0.43)});
        break;
    case 2: // rising bars
        for (int i = 0; i < 3; ++i)
            painter.drawRect(QRectF(square.left() + side * 0.34 * i, square.bottom() - side * (0.4 + 0.3 * i),
                                    side * 0.26, side * (0.4 + 0.3 * i)));
        break;
    case 3: // columns under a roof
        painter.drawPolygon(QPolygonF{square.topLeft() + QPointF(side * 0.5, 0),
                                      square.topLeft() + QPointF(side, side * 0.34),
                                      square.topLeft() + QPointF(0, side * 0.34)});
        for (int i = 0; i < 4; ++i)
            painter.drawRect(QRectF(square.left() + side * (0.08 + 0.24 * i), square.top() + side * 0.42,
                                    side * 0.12, side * 0.4));
        painter.drawRect(QRectF(square.left(), square.bottom() - side * 0.12, side, side * 0.12));
        break;
    case 4: // rings
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(company.colour, side * 0.12));
        painter.drawEllipse(square.center(), side * 0.42, side * 0.42);
        painter.drawEllipse(square.center(), side * 0.17, side * 0.17);
        break;
    }
    painter.restore();
}

void drawLetterhead(Sheet& sheet, const Company& company)
{
    drawSign(sheet, QRectF(Sheet::Left, 130, 120, 120), company);
    Ink name = boldInk(60);
    name.colour = company.colour;
    sheet.text(Sheet::Left + 160, 120, 1100, company.name, name);
    sheet.text(Sheet::Left + 160, 208, 1100, company.line, faintInk(27));
    sheet.fill(QRectF(Sheet::Left, 284, Sheet::Right - Sheet::Left, 6), company.colour);
}

} // namespace finhub::sandbox
