#pragma once

#include <QImage>
#include <QRect>
#include <QSize>
#include <QSizeF>

#include <utility>

namespace finhub::views {

/// A part of a page in more pixels than all of it could be given.
struct PageTile {
    QImage image;
    QSize whole;  ///< pixels that all of the page would have
    QRect region; ///< the part, in those

    bool isNull() const { return image.isNull(); }
};

/// The pixels to paint a page from: all of it, and a sharper part to lay over that.
struct PageLayers {
    PageLayers() = default;
    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): an image is a page of one layer
    PageLayers(QImage image)
        : page(std::move(image))
    {
    }
    PageLayers(QImage image, PageTile sharper)
        : page(std::move(image))
        , tile(std::move(sharper))
    {
    }

    bool isNull() const { return page.isNull(); }
    /// How many pixels the page has as it is painted.
    QSize size() const { return tile.isNull() ? page.size() : tile.whole; }

    QImage page;
    PageTile tile; ///< null: there is none
};

} // namespace finhub::views
