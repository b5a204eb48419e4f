#include "sandbox/specimens/photograph.h"

#include "sandbox/specimens/specimenrandom.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>
#include <QRadialGradient>
#include <QTransform>

#include <array>
#include <cmath>

namespace finhub::sandbox {

namespace {
void drawWood(QPainter& painter, const QRectF& area, SpecimenRandom& random)
{
    static constexpr std::array<QRgb, 3> woods{0xA9835A, 0x8A6848, 0xC2A27A};
    const QColor wood = QColor::fromRgb(random.pick(woods));
    painter.fillRect(area, wood);
    const double plank = area.height() / random.between(3, 5);
    for (double y = 0; y < area.height(); y += plank) {
        const int shade = random.between(96, 108);
        painter.fillRect(QRectF(0, y, area.width(), plank - 3), wood.darker(shade));
        painter.setPen(QPen(wood.darker(124), 0));
        for (int grain = 0; grain < 7; ++grain) {
            const double at = y + plank * (grain + random.unit()) / 7;
            QPolygonF curve;
            const double phase = random.real(0, 6);
            for (int i = 0; i <= 24; ++i)
                curve.append(QPointF(area.width() * i / 24, at + 4 * std::sin(phase + i * 0.45)));
            painter.drawPolyline(curve);
        }
    }
}

void drawCloth(QPainter& painter, const QRectF& area, SpecimenRandom& random)
{
    static constexpr std::array<QRgb, 4> cloths{0x5B6B7C, 0x7A6A72, 0x6C7A66, 0x4A5160};
    const QColor cloth = QColor::fromRgb(random.pick(cloths));
    painter.fillRect(area, cloth);
    painter.fillRect(area, QBrush(cloth.lighter(112), Qt::Dense6Pattern));
}

void drawDesk(QPainter& painter, const QRectF& area, SpecimenRandom& random)
{
    static constexpr std::array<QRgb, 3> desks{0xD9DDE0, 0x3B4048, 0xB9C0B8};
    const QColor desk = QColor::fromRgb(random.pick(desks));
    QLinearGradient gradient(area.topLeft(), area.bottomRight());
    gradient.setColorAt(0, desk.lighter(108));
    gradient.setColorAt(1, desk.darker(118));
    painter.fillRect(area, gradient);
}

/// The four corners of the sheet on the table.
QPolygonF corners(const QSizeF& scene, const QSizeF& sheet, SpecimenRandom& random)
{
    const double angle = random.real(0.8, 3.4) * (random.oneIn(2) ? 1 : -1);
    const double scale = random.real(0.9, 0.95);
    QTransform placed;
    const QPointF middle{scene.width() / 2 + random.real(-12, 12), scene.height() / 2 + random.real(-12, 12)};
    placed.translate(middle.x(), middle.y());
    placed.rotate(angle);
    placed.scale(scale, scale);
    placed.translate(-sheet.width() / 2, -sheet.height() / 2);
    QPolygonF quad = placed.map(
        QPolygonF{{0, 0}, {sheet.width(), 0}, {sheet.width(), sheet.height()}, {0, sheet.height()}});
    // The far edge looks a little shorter.
    const double narrower = random.real(0, 14);
    quad[0] += QPointF(narrower, 0);
    quad[1] -= QPointF(narrower, 0);
    return quad;
}
} // namespace

QImage scanned(const QImage& sheet)
{
    constexpr int Margin = 36;
    QImage scene(sheet.width() + 2 * Margin, sheet.height() + 2 * Margin, QImage::Format_RGB32);
    scene.fill(QColor(0xF1, 0xF2, 0xF1));
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 28));
    painter.drawRoundedRect(QRectF(Margin - 1, Margin + 1, sheet.width() + 5, sheet.height() + 5), 40, 40);
    painter.drawImage(Margin, Margin, sheet);
    return scene;
}

QImage photographed(const QImage& sheet, quint64 seed)
{
    SpecimenRandom random(seed ^ 0x9407ULL);
    QImage scene(sheet.width() + 100, sheet.height() + 150, QImage::Format_RGB32);
    const QRectF area(scene.rect());
    QPainter painter(&scene);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    switch (random.below(3)) {
    case 0:
        drawWood(painter, area, random);
        break;
    case 1:
        drawCloth(painter, area, random);
        break;
    case 2:
        drawDesk(painter, area, random);
        break;
    }
    const QRectF flat(sheet.rect());
    const QPolygonF quad = corners(area.size(), flat.size(), random);
    QTransform onTable;
    QTransform::quadToQuad(QPolygonF{flat.topLeft(), flat.topRight(), flat.bottomRight(), flat.bottomLeft()},
                           quad, onTable);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 30));
    for (const double reach : {4.0, 10.0, 17.0}) {
        painter.setTransform(QTransform::fromTranslate(5, 9));
        painter.drawConvexPolygon(
            onTable.map(QPolygonF(flat.adjusted(-reach + 8, -reach + 8, reach, reach))));
    }
    painter.setTransform(onTable);
    painter.drawImage(0, 0, sheet);
    painter.resetTransform();
    // Lamp light from one side.
    const QPointF lamp{area.width() * random.real(0.1, 0.9), area.height() * random.real(-0.2, 0.1)};
    QRadialGradient light(lamp, area.width() * 1.1);
    light.setColorAt(0, QColor(255, 250, 235, 46));
    light.setColorAt(0.5, QColor(255, 250, 235, 0));
    light.setColorAt(1, QColor(0, 0, 20, 46));
    painter.fillRect(area, light);
    return scene;
}

} // namespace finhub::sandbox
