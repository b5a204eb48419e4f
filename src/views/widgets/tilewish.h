#pragma once

#include "views/widgets/pagelayers.h"

#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

#include <optional>

namespace finhub::views {

/// A part of a page that is wanted: the pixels that all of it would have, and which of them.
struct TileWish {
    QSize whole;
    QRect region;

    friend bool operator==(const TileWish&, const TileWish&) = default;
};

/// The tile for what is seen of a page: `seen` and `pageSize` in page coordinates, `whole` the pixels of all of
/// it. Somewhat more than is seen, so that a small move needs no other one, and on a grid, so that the same
/// view asks for the same tile. At most `mostPixels`; where what is seen has more, in fewer pixels than `whole`.
/// Nothing when none of the page is seen.
std::optional<TileWish> tileFor(const QRectF& seen, const QSizeF& pageSize, QSize whole, qint64 mostPixels);

/// Whether a tile has everything that is seen, at least so sharp as `whole` wants it.
bool covers(const PageTile& tile, const QRectF& seen, const QSizeF& pageSize, QSize whole);

} // namespace finhub::views
