#include "views/widgets/tilewish.h"

#include <cmath>

namespace finhub::views {

namespace {
constexpr int Grid = 256;     ///< pixels
constexpr double Spare = 0.2; ///< of what is seen, on every side
/// A tile that is this much too soft is no longer sharp.
constexpr double Tolerance = 1.02;

QRectF inPixels(const QRectF& seen, const QSizeF& pageSize, QSize whole)
{
    const double x = whole.width() / pageSize.width();
    const double y = whole.height() / pageSize.height();
    return {seen.left() * x, seen.top() * y, seen.width() * x, seen.height() * y};
}

qint64 areaOf(const QRect& rect)
{
    return qint64(rect.width()) * rect.height();
}

QRect onGrid(const QRectF& pixels)
{
    const auto down = [](double at) { return int(std::floor(at / Grid)) * Grid; };
    const auto up = [](double at) { return int(std::ceil(at / Grid)) * Grid; };
    const QPoint from(down(pixels.left()), down(pixels.top()));
    return {from, QSize(up(pixels.right()) - from.x(), up(pixels.bottom()) - from.y())};
}
} // namespace

std::optional<TileWish> tileFor(const QRectF& seen, const QSizeF& pageSize, QSize whole, qint64 mostPixels)
{
    const QRectF part = seen & QRectF(QPointF(), pageSize);
    if (part.isEmpty() || whole.isEmpty())
        return std::nullopt;
    const QRectF pixels = inPixels(part, pageSize, whole);
    const QRect all(QPoint(), whole);
    const double right = pixels.width() * Spare;
    const double down = pixels.height() * Spare;
    const QRect generous = onGrid(pixels.adjusted(-right, -down, right, down)) & all;
    if (areaOf(generous) <= mostPixels)
        return TileWish{whole, generous};
    const QRect tight = pixels.toAlignedRect() & all;
    if (areaOf(tight) <= mostPixels)
        return TileWish{whole, tight};
    // A screen of more pixels than a rendering may have. Whole pixels may make it somewhat more again.
    const double shrink = std::sqrt(double(mostPixels) / double(areaOf(tight))) * 0.99;
    const QSize fewer(int(whole.width() * shrink), int(whole.height() * shrink));
    return TileWish{fewer, inPixels(part, pageSize, fewer).toAlignedRect() & QRect(QPoint(), fewer)};
}

bool covers(const PageTile& tile, const QRectF& seen, const QSizeF& pageSize, QSize whole)
{
    const QRectF part = seen & QRectF(QPointF(), pageSize);
    if (tile.isNull() || part.isEmpty() || tile.whole.width() * Tolerance < whole.width())
        return false;
    // The last fraction of a pixel at the edge of the page is nobody's.
    const QRect pixels = inPixels(part, pageSize, tile.whole).toAlignedRect() & QRect(QPoint(), tile.whole);
    return tile.region.contains(pixels);
}

} // namespace finhub::views
