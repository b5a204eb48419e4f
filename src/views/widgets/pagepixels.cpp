#include "views/widgets/pagepixels.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
/// A rendering has to be this much sharper to be worth asking for.
constexpr double WorthAsking = 1.1;
/// Much more than is shown would be thinned out by the painter.
constexpr double MostThinned = 2.0;
/// What is enough of a page to move about in while its tile is made.
constexpr qint64 GroundPixels = 4'000'000;
/// The tile for the glass reaches further, so that the glass can move.
constexpr double GlassReach = 1536;

double areaOf(const QSizeF& size)
{
    return size.width() * size.height();
}

QSize within(const QSizeF& size, qint64 limit)
{
    const double area = areaOf(size);
    const double shrink = area > double(limit) ? std::sqrt(double(limit) / area) : 1.0;
    return {int(size.width() * shrink), int(size.height() * shrink)};
}

QSize wholePixels(const QSizeF& size)
{
    return {int(size.width() + 0.01), int(size.height() + 0.01)};
}

QRectF seenOf(const PageView& view)
{
    return view.transform().inverted().mapRect(QRectF(QPointF(), view.viewport()));
}
} // namespace

void PagePixels::clear()
{
    *this = PagePixels();
}

void PagePixels::setPage(const QImage& image, QSizeF natural, const PageDetail& detail)
{
    clear();
    m_coarse = image;
    m_natural = natural;
    m_sharpest = detail.sharpest.isEmpty() ? wholePixels(natural) : detail.sharpest;
    m_grows = detail.grows;
}

void PagePixels::refine(const QImage& image, QSize asked)
{
    m_waits = false;
    const QSize wanted = asked.isEmpty() ? m_asked : asked;
    if (image.width() + 1 < wanted.width() && image.height() + 1 < wanted.height())
        m_exhausted = true;
    if (image.width() > m_coarse.width())
        m_fine = image;
}

void PagePixels::addTile(const PageTile& tile)
{
    m_waits = false;
    (m_forGlass ? m_glassTile : m_tile) = tile;
}

void PagePixels::refuse()
{
    m_waits = false;
    (m_askedTile ? m_noTiles : m_exhausted) = true;
}

QSizeF PagePixels::exact(const PageView& view, double ratio) const
{
    const QSizeF exact = m_natural * view.zoom() * ratio;
    return m_grows || exact.width() <= m_sharpest.width() ? exact : QSizeF(m_sharpest);
}

bool PagePixels::isTileNeeded(const QSizeF& exact) const
{
    return areaOf(exact) > double(MostPixels);
}

QSize PagePixels::needed(const Look& look) const
{
    const QSizeF seen = exact(look.view, look.ratio);
    // The tile makes it sharp; a PDF page is not made large for what nobody sees of it.
    const QSize needed =
        isTileNeeded(seen) ? within(seen, m_grows ? GroundPixels : MostPixels) : wholePixels(seen);
    const bool forGlass = look.loupe && !isTileNeeded(m_sharpest) && m_sharpest.width() > needed.width();
    return forGlass ? m_sharpest : needed;
}

PagePixels::Wish PagePixels::wish(const Look& look)
{
    const bool large = isTileNeeded(exact(look.view, look.ratio));
    if (!large)
        m_tile = {};
    if (!look.loupe)
        m_glassTile = {};
    const Wish first = large ? tileWish(look) : wholeWish(look);
    if (first.index() != 0 || m_waits)
        return first;
    if (look.loupe && look.glass && isTileNeeded(m_sharpest) && !m_noTiles &&
        !covers(m_glassTile, *look.glass, m_natural, m_sharpest) &&
        !covers(m_tile, *look.glass, m_natural, m_sharpest)) {
        const double scale = m_natural.width() / m_sharpest.width();
        const double right = std::max(0.0, GlassReach * scale - look.glass->width()) / 2;
        const double down = std::max(0.0, GlassReach * scale - look.glass->height()) / 2;
        const auto tile = tileFor(look.glass->adjusted(-right, -down, right, down), m_natural, m_sharpest,
                                  MostPixels);
        return tile ? ask(*tile, true) : Wish();
    }
    return large ? wholeWish(look) : Wish();
}

PagePixels::Wish PagePixels::tileWish(const Look& look)
{
    const QSize whole = wholePixels(exact(look.view, look.ratio));
    const QRectF seen = seenOf(look.view);
    if (m_noTiles || covers(m_tile, seen, m_natural, whole))
        return {};
    const auto tile = tileFor(seen, m_natural, whole, MostPixels);
    return tile ? ask(*tile, false) : Wish();
}

PagePixels::Wish PagePixels::wholeWish(const Look& look)
{
    const QSize whole = needed(look);
    if (m_exhausted || whole == m_asked || whole.width() <= present().width() * WorthAsking)
        return {};
    m_asked = whole;
    m_askedTile.reset();
    m_waits = true;
    return whole;
}

PagePixels::Wish PagePixels::ask(TileWish wish, bool forGlass)
{
    if (m_askedTile == wish)
        return {};
    m_askedTile = wish;
    m_forGlass = forGlass;
    m_waits = true;
    m_asked = {};
    return wish;
}

bool PagePixels::isSharp(const PageView& view, double ratio) const
{
    if (m_coarse.isNull())
        return false;
    const QSizeF wanted = exact(view, ratio);
    const PageLayers painted = layers(view, ratio);
    if (painted.page.width() * WorthAsking >= wanted.width() || painted.page.width() >= m_sharpest.width() ||
        covers(painted.tile, seenOf(view), m_natural, wholePixels(wanted)))
        return true;
    // There is no more to be had.
    return isTileNeeded(wanted) ? m_noTiles && !m_waits : m_exhausted;
}

PageLayers PagePixels::layers(const PageView& view, double ratio) const
{
    const double wanted = exact(view, ratio).width();
    // A far too large image would be thinned out by the painter; the coarse one was made for this size.
    const QImage& page = m_fine.isNull() || m_coarse.width() * WorthAsking >= wanted ? m_coarse : m_fine;
    const bool sharper = m_tile.whole.width() > page.width() && m_tile.whole.width() <= wanted * MostThinned;
    return sharper ? PageLayers(page, m_tile) : PageLayers(page);
}

PageLayers PagePixels::sharpestLayers(const QRectF& glass) const
{
    const QImage& page = m_fine.isNull() ? m_coarse : m_fine;
    for (const PageTile* tile : {&m_glassTile, &m_tile}) {
        if (tile->whole.width() > page.width() && covers(*tile, glass, m_natural, tile->whole))
            return {page, *tile};
    }
    return page;
}

qint64 PagePixels::bytes() const
{
    qint64 bytes = 0;
    for (const QImage* image : {&m_coarse, &m_fine, &m_tile.image, &m_glassTile.image})
        bytes += image->sizeInBytes();
    return bytes;
}

} // namespace finhub::views
