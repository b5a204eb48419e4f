#include "sandbox/specimens/selfie.h"

#include "sandbox/specimens/identityprint.h"
#include "sandbox/specimens/portrait.h"
#include "sandbox/specimens/specimenrandom.h"
#include "sandbox/specimens/typeface.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

#include <array>

namespace finhub::sandbox {

namespace {
constexpr QSize PictureSize(1080, 1350);

void drawShelf(QPainter& painter, SpecimenRandom& random)
{
    static constexpr std::array<QRgb, 7> spines{0x8A4B3C, 0x3D5A73, 0xC9A24B, 0x5A6E4F,
                                                0x6B4A66, 0xB9B2A4, 0x33404D};
    for (double y = 16; y < 150; y += 44) {
        painter.fillRect(QRectF(0, y + 34, 135, 4), QColor(0x7A, 0x5C, 0x40));
        for (double x = 0; x < 135;) {
            const double width = random.real(4, 9);
            const double height = random.real(22, 32);
            painter.fillRect(QRectF(x, y + 34 - height, width, height), QColor::fromRgb(random.pick(spines)));
            x += width + (random.oneIn(6) ? 8 : 0.5);
        }
    }
}

void drawWindow(QPainter& painter, SpecimenRandom& random)
{
    const double left = random.oneIn(2) ? 8 : 78;
    QLinearGradient sky(0, 10, 0, 100);
    sky.setColorAt(0, QColor(0xBF, 0xDF, 0xF5));
    sky.setColorAt(1, QColor(0xF3, 0xF7, 0xF5));
    painter.fillRect(QRectF(left - 4, 8, 58, 102), QColor(0xF4, 0xF2, 0xEC));
    painter.fillRect(QRectF(left, 12, 23, 94), sky);
    painter.fillRect(QRectF(left + 27, 12, 23, 94), sky);
    painter.setBrush(QColor(0x7F, 0xA0, 0x72));
    painter.drawEllipse(QPointF(left + 16, 106), 18, 20);
    painter.drawEllipse(QPointF(left + 40, 110), 16, 26);
}

void drawPicturesAndPlant(QPainter& painter, SpecimenRandom& random)
{
    for (int i = 0; i < 3; ++i) {
        const QRectF frame{8 + i * 42 + random.real(0, 6), 14 + random.real(0, 22), 30, 36};
        painter.fillRect(frame, QColor(0x5A, 0x48, 0x3A));
        painter.fillRect(frame.adjusted(2, 2, -2, -2), QColor::fromHsv(random.below(360), 60, 210));
    }
    painter.setBrush(QColor(0x5F, 0x86, 0x5A));
    for (int leaf = 0; leaf < 9; ++leaf)
        painter.drawEllipse(QPointF{118 + random.real(-16, 14), 96 + random.real(-26, 18)}, 7, 13);
}

/// The room is drawn at an eighth of the size: enlarging it puts it out of focus.
QImage room(quint64 seed)
{
    static constexpr std::array<QRgb, 5> walls{0xD8CFC0, 0xC5D0CF, 0xCBC6D2, 0xD6D8CF, 0xB9C4CE};
    SpecimenRandom random(seed ^ 0x2003ULL);
    QImage small(PictureSize / 8, QImage::Format_RGB32);
    small.fill(QColor::fromRgb(random.pick(walls)));
    QPainter painter(&small);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (random.below(3)) {
    case 0:
        drawShelf(painter, random);
        break;
    case 1:
        drawWindow(painter, random);
        break;
    case 2:
        drawPicturesAndPlant(painter, random);
        break;
    }
    QLinearGradient shade(0, 0, random.oneIn(2) ? small.width() : -small.width(), small.height());
    shade.setColorAt(0, QColor(255, 248, 230, 50));
    shade.setColorAt(1, QColor(20, 20, 40, 70));
    painter.fillRect(small.rect(), shade);
    painter.end();
    return small.scaled(PictureSize / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(PictureSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}
} // namespace

QImage drawSelfie(const SpecimenRequest& request)
{
    SpecimenRandom random(request.seed ^ 0x5E1F1EULL);
    QImage picture = room(request.seed);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const double width = random.real(940, 1060);
    const double height = width * PortraitFrame.height() / PortraitFrame.width();
    painter.save();
    painter.translate(PictureSize.width() / 2.0 + random.real(-40, 40), PictureSize.height() + 40);
    painter.rotate(random.real(-3.5, 3.5));
    drawPortraitIn(painter, QRectF(-width / 2, -height, width, height),
                   faceOf(request.person, request.uploadedOn), outfitFor(request.person, request.seed));
    painter.restore();
    const QRectF label(300, 1240, 480, 76);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 215));
    painter.drawRoundedRect(label, 14, 14);
    drawFitted(painter, label.adjusted(20, 0, -14, 0),
               {QStringLiteral("SPECIMEN"), Typeface::SansBold, 50, 30, QColor(0xB4, 0x23, 0x28),
                Qt::AlignCenter, 7});
    return picture;
}

} // namespace finhub::sandbox
