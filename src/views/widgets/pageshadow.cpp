#include "views/widgets/pageshadow.h"

#include "views/style/theme.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace finhub::views {

namespace {
constexpr int Reach = 20; ///< logical pixels, as all here
constexpr int Drop = 2;
constexpr int Middle = 4; ///< of the sprite: enough for one pixel that nothing else touches

/// The shadow of a page of `Middle` pixels. Stroking its rings took a third of the time in which a case is
/// opened, so it is done once for a colour and a screen, and a page is framed with the pieces.
QImage makeSprite(const QColor& shadow, double ratio)
{
    constexpr int Side = 2 * Reach + Middle;
    QImage image(QSize(Side, Side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color = shadow;
    const double strongest = color.alphaF();
    const QRectF page(Reach, Reach, Middle, Middle);
    // Rings that grow fainter outwards.
    for (int i = 0; i < Reach; ++i) {
        const double fade = 1.0 - double(i) / Reach;
        color.setAlphaF(float(strongest * fade * fade));
        painter.setPen(QPen(color, 1));
        const double out = i + 0.5;
        painter.drawRoundedRect(page.adjusted(-out, -out, out, out), i, i);
    }
    return image;
}

const QImage& spriteFor(const QColor& shadow, double ratio)
{
    static QImage sprite;
    static QColor color;
    if (sprite.isNull() || color != shadow || sprite.devicePixelRatio() != ratio) {
        sprite = makeSprite(shadow, ratio);
        color = shadow;
    }
    return sprite;
}

double onPixel(double value, double ratio)
{
    return std::round(value * ratio) / ratio;
}
} // namespace

void paintPageShadow(QPainter& painter, const QRectF& page, const Theme& theme)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QImage& sprite = spriteFor(theme.shadow(), ratio);
    const QRectF dropped(QPointF(onPixel(page.left(), ratio), onPixel(page.top(), ratio) + Drop),
                         QPointF(onPixel(page.right(), ratio), onPixel(page.bottom(), ratio) + Drop));
    // Where the columns and rows of the pieces begin, on the screen and in the sprite.
    const double across[] = {dropped.left() - Reach, dropped.left(), dropped.right(),
                             dropped.right() + Reach};
    const double down[] = {dropped.top() - Reach, dropped.top(), dropped.bottom(), dropped.bottom() + Reach};
    const double cut[] = {0, Reach * ratio, (Reach + Middle) * ratio, (2 * Reach + Middle) * ratio};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1)
                continue;
            painter.drawImage(
                QRectF(QPointF(across[column], down[row]), QPointF(across[column + 1], down[row + 1])),
                sprite, QRectF(QPointF(cut[column], cut[row]), QPointF(cut[column + 1], cut[row + 1])));
        }
    }
    painter.fillRect(QRectF(QPointF(dropped.left(), dropped.bottom() - Drop), dropped.bottomRight()),
                     theme.shadow());
}

} // namespace finhub::views
