#pragma once

#include "views/widgets/pagelayers.h"
#include "views/widgets/pageview.h"
#include "views/widgets/tilewish.h"

#include <QImage>
#include <QRectF>
#include <QSize>

#include <optional>
#include <variant>

namespace finhub::views {

/// What a page can give.
struct PageDetail {
    QSize sharpest;    ///< the most pixels that there are to see; empty: as many as it has at 100 %
    bool grows = true; ///< more of them still make it sharper at high zoom: a PDF, not an image
};

/// The pixels of a page that somebody looks at: a rendering of all of it, a sharper one, a tile of what is
/// seen where all of it would be too many pixels, and another one for the glass of a loupe. Knows what to paint
/// with, and what to ask for next. Holds at most these four. GUI thread.
class PagePixels {
public:
    /// More pixels than this are never asked for in one rendering.
    static constexpr qint64 MostPixels = 16'000'000;

    /// How the page is looked at.
    struct Look {
        const PageView& view;
        double ratio = 1;                   ///< device pixels a logical one
        bool loupe = false;                 ///< through a glass as well
        std::optional<QRectF> glass = {};   ///< what it shows, in page coordinates; nothing while it is away
    };
    /// A sharper rendering of all of the page, a tile, or nothing.
    using Wish = std::variant<std::monostate, QSize, TileWish>;

    /// Lets go of every pixel.
    void clear();
    /// Another page, of which this is the first rendering.
    void setPage(const QImage& image, QSizeF natural, const PageDetail& detail);
    /// A sharper rendering, made for `asked` pixels (empty: for the last wish). A smaller one means that the page
    /// has no more to give.
    void refine(const QImage& image, QSize asked);
    void addTile(const PageTile& tile);
    /// What was last wished for cannot be had: when it was a tile, none can, else nothing sharper.
    void refuse();

    /// The pixels that a rendering of all of the page needs to be sharp, within MostPixels.
    QSize needed(const Look& look) const;
    /// The most pixels that there are to see.
    QSize sharpest() const { return m_sharpest; }
    /// What to ask for now that the view has come to rest: what is seen before what is under the glass, and
    /// nothing twice. It takes the place of what was wished for before.
    Wish wish(const Look& look);

    /// Whether the view is painted as sharp as the screen can show it, or as the page is at all.
    bool isSharp(const PageView& view, double ratio) const;
    /// What to paint the view with.
    PageLayers layers(const PageView& view, double ratio) const;
    /// The sharpest that there is, for the glass.
    PageLayers sharpestLayers(const QRectF& glass) const;
    /// Bytes of all pixels held.
    qint64 bytes() const;

private:
    QSizeF exact(const PageView& view, double ratio) const;
    bool isTileNeeded(const QSizeF& exact) const;
    QSize present() const { return m_fine.isNull() ? m_coarse.size() : m_fine.size(); }
    Wish tileWish(const Look& look);
    Wish wholeWish(const Look& look);
    Wish ask(TileWish wish, bool forGlass);

    QImage m_coarse;
    QImage m_fine;
    PageTile m_tile;
    PageTile m_glassTile;
    QSizeF m_natural;
    QSize m_sharpest;
    bool m_grows = true;
    bool m_exhausted = false;
    bool m_noTiles = false;
    bool m_waits = false; ///< for the last wish
    bool m_forGlass = false;
    QSize m_asked;
    std::optional<TileWish> m_askedTile;
};

} // namespace finhub::views
