#include "views/widgets/pagepixels.h"

#include <QtTest>

using namespace finhub::views;

namespace {
constexpr QSizeF Viewport(900, 640);

QImage blank(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

PageView viewOf(QSizeF page, double zoom)
{
    PageView view;
    view.setViewport(Viewport);
    view.setPageSize(page);
    view.zoomTo(zoom, QPointF(450, 320));
    return view;
}

PageTile tileOf(const TileWish& wish)
{
    return {blank(wish.region.size()), wish.whole, wish.region};
}

qint64 areaOf(const QRect& rect)
{
    return qint64(rect.width()) * rect.height();
}
} // namespace

/// What a canvas has of a page and asks for next, without a canvas.
class TestPagePixels : public QObject {
    Q_OBJECT

private:
    /// A photo of 48 megapixels, shown first as it fits.
    PagePixels photo() const
    {
        PagePixels pixels;
        pixels.setPage(blank({800, 600}), {8000, 6000}, {.sharpest = {8000, 6000}, .grows = false});
        return pixels;
    }
    PagePixels paper() const
    {
        PagePixels pixels;
        pixels.setPage(blank({440, 620}), {794, 1123}, {.sharpest = {2480, 3508}, .grows = true});
        return pixels;
    }
    static std::optional<TileWish> tileOf(const PagePixels::Wish& wish)
    {
        const auto* const tile = std::get_if<TileWish>(&wish);
        return tile ? std::optional(*tile) : std::nullopt;
    }
    static std::optional<QSize> wholeOf(const PagePixels::Wish& wish)
    {
        const auto* const whole = std::get_if<QSize>(&wish);
        return whole ? std::optional(*whole) : std::nullopt;
    }

private Q_SLOTS:
    void tilesHaveWhatIsSeenAndSomewhatMore()
    {
        const QSize whole(8000, 6000);
        const QRectF seen(3000, 2000, 900, 640);
        const auto wish = tileFor(seen, {8000, 6000}, whole, PagePixels::MostPixels);
        QVERIFY(wish);
        QCOMPARE(wish->whole, whole);
        QVERIFY(QRectF(wish->region).contains(seen.adjusted(-100, -100, 100, 100)));
        QVERIFY(areaOf(wish->region) < 4 * 900 * 640);
        // A small step asks for the same tile.
        QCOMPARE(tileFor(seen.translated(3, -3), {8000, 6000}, whole, PagePixels::MostPixels), wish);
        const PageTile tile = ::tileOf(*wish);
        QVERIFY(covers(tile, seen.translated(60, -60), {8000, 6000}, whole));
        QVERIFY(!covers(tile, seen.translated(2000, 0), {8000, 6000}, whole));
        QVERIFY(!covers(tile, seen, {8000, 6000}, whole * 2));
        QVERIFY(!covers({}, seen, {8000, 6000}, whole));
    }

    void tilesEndWithThePage()
    {
        const auto corner = tileFor({-300, -300, 900, 640}, {8000, 6000}, {8000, 6000}, PagePixels::MostPixels);
        QVERIFY(corner);
        QCOMPARE(corner->region.topLeft(), QPoint(0, 0));
        QVERIFY(covers(::tileOf(*corner), {-300, -300, 900, 640}, {8000, 6000}, {8000, 6000}));
        const auto end = tileFor({7500, 5800, 900, 640}, {8000, 6000}, {8000, 6000}, PagePixels::MostPixels);
        QCOMPARE(end->region.bottomRight(), QPoint(7999, 5999));
        QVERIFY(!tileFor({9000, 0, 900, 640}, {8000, 6000}, {8000, 6000}, PagePixels::MostPixels));
    }

    void noTileIsLargerThanTheLimit()
    {
        constexpr qint64 Most = 1'000'000;
        for (const QSizeF& viewport : {QSizeF(640, 480), QSizeF(990, 990), QSizeF(3840, 2160), QSizeF(9000, 300)}) {
            const QRectF seen(QPointF(111.5, 77.25), viewport);
            const auto wish = tileFor(seen, {20000, 20000}, {20000, 20000}, Most);
            QVERIFY(wish);
            QVERIFY(areaOf(wish->region) <= Most);
            QVERIFY(covers(::tileOf(*wish), seen, {20000, 20000}, wish->whole));
        }
    }

    void smallPagesNeedNoTiles()
    {
        PagePixels pixels;
        pixels.setPage(blank({800, 600}), {4000, 3000}, {.sharpest = {4000, 3000}, .grows = false});
        // However far it is enlarged, a photo of 12 megapixels has no more.
        const PageView view = viewOf({4000, 3000}, 16);
        QCOMPARE(wholeOf(pixels.wish({view})), QSize(4000, 3000));
        pixels.refine(blank({4000, 3000}), {});
        QVERIFY(pixels.wish({view}).index() == 0);
    }

    void asksForATileThenForTheGround()
    {
        PagePixels pixels = photo();
        const PageView view = viewOf({8000, 6000}, 1);
        const auto tile = tileOf(pixels.wish({view}));
        QVERIFY(tile);
        QCOMPARE(tile->whole, QSize(8000, 6000));
        // Nothing twice, and one thing at a time.
        QVERIFY(pixels.wish({view}).index() == 0);
        pixels.addTile(::tileOf(*tile));
        const auto ground = wholeOf(pixels.wish({view}));
        QVERIFY(ground);
        QVERIFY(qint64(ground->width()) * ground->height() <= PagePixels::MostPixels);
        pixels.refine(blank(*ground), *ground);
        QVERIFY(pixels.wish({view}).index() == 0);
    }

    void theLatestWishCounts()
    {
        PagePixels pixels = photo();
        PageView view = viewOf({8000, 6000}, 1);
        const auto first = tileOf(pixels.wish({view}));
        view.panBy({-2000, 0});
        const auto second = tileOf(pixels.wish({view}));
        QVERIFY(second && first != second);
        // Back where a tile was on its way that has been given up for the other one.
        view.panBy({2000, 0});
        QCOMPARE(tileOf(pixels.wish({view})), first);
    }

    void paintsTheTileWhereItIsSharper()
    {
        PagePixels pixels = photo();
        PageView view = viewOf({8000, 6000}, 1);
        QVERIFY(pixels.layers(view, 1).tile.isNull());
        pixels.addTile(::tileOf(*tileOf(pixels.wish({view}))));
        QCOMPARE(pixels.layers(view, 1).size(), QSize(8000, 6000));
        view.zoomTo(4, {450, 320});
        QVERIFY(!pixels.layers(view, 1).tile.isNull());
        // Zoomed out it would be thinned out by the painter.
        view.zoomTo(0.2, {450, 320});
        QVERIFY(pixels.layers(view, 1).tile.isNull());
        // At rest it is not needed any more, and let go of.
        const qint64 before = pixels.bytes();
        QVERIFY(wholeOf(pixels.wish({view})));
        QVERIFY(pixels.bytes() < before);
    }

    void pdfPagesGrowWithoutEnd()
    {
        PagePixels pixels = paper();
        PageView view = viewOf({794, 1123}, 16);
        const auto tile = tileOf(pixels.wish({view}));
        QVERIFY(tile);
        QCOMPARE(tile->whole, QSize(12704, 17968));
        QVERIFY(areaOf(tile->region) < 4 * 900 * 640);
        pixels.addTile(::tileOf(*tile));
        // What lies around it is made for moving about only.
        const auto ground = wholeOf(pixels.wish({view}));
        QVERIFY(ground && qint64(ground->width()) * ground->height() <= 4'000'000);
        // On a dense screen it takes twice as many.
        QCOMPARE(tileOf(paper().wish({view, 2}))->whole, QSize(25408, 35936));
    }

    void tilesForTheGlass()
    {
        PagePixels pixels = photo();
        PageView view;
        view.setViewport(Viewport);
        view.setPageSize({8000, 6000});
        QVERIFY(pixels.wish({view, 1, true, std::nullopt}).index() == 0);
        const QRectF glass(4000, 3000, 260, 260);
        const auto tile = tileOf(pixels.wish({view, 1, true, glass}));
        QVERIFY(tile);
        QCOMPARE(tile->whole, QSize(8000, 6000));
        pixels.addTile(::tileOf(*tile));
        QVERIFY(!pixels.sharpestLayers(glass).tile.isNull());
        QVERIFY(pixels.layers(view, 1).tile.isNull());
        // The glass may move a good way before another one is needed.
        QVERIFY(pixels.wish({view, 1, true, glass.translated(400, -400)}).index() == 0);
        QVERIFY(tileOf(pixels.wish({view, 1, true, glass.translated(3000, 0)})));
        // Without the glass nobody holds its pixels.
        const qint64 before = pixels.bytes();
        QVERIFY(pixels.wish({view}).index() == 0);
        QVERIFY(pixels.bytes() < before);
    }

    void whatCannotBeHadIsNotAskedForAgain()
    {
        PagePixels pixels = photo();
        PageView view = viewOf({8000, 6000}, 1);
        QVERIFY(tileOf(pixels.wish({view})));
        pixels.refuse();
        QVERIFY(wholeOf(pixels.wish({view}))); // the page in as many pixels as it can be given
        view.panBy({-2000, 0});
        QVERIFY(!tileOf(pixels.wish({view})));
        pixels.refuse();
        view.zoomTo(2, {450, 320});
        QVERIFY(pixels.wish({view}).index() == 0);
        // Another page begins anew.
        pixels.setPage(blank({800, 600}), {8000, 6000}, {.sharpest = {8000, 6000}, .grows = false});
        QVERIFY(tileOf(pixels.wish({view})));
    }

    // What a reviewer has seen is what was sharp: a preview under a tile that is still to come is not.
    void isSharpOnceTheTileIsThere()
    {
        PagePixels pixels = photo();
        PageView view = viewOf({8000, 6000}, 1);
        QVERIFY(!pixels.isSharp(view, 1));
        pixels.addTile(::tileOf(*tileOf(pixels.wish({view}))));
        QVERIFY(pixels.isSharp(view, 1));
        view.panBy({-2000, 0});
        QVERIFY(!pixels.isSharp(view, 1));
        // What cannot be had is not waited for.
        QVERIFY(tileOf(pixels.wish({view})));
        pixels.refuse();
        QVERIFY(pixels.isSharp(view, 1));
        view.zoomTo(0.1, {450, 320});
        QVERIFY(pixels.isSharp(view, 1));
    }

    void memoryStaysBounded()
    {
        PagePixels pixels = photo();
        PageView view = viewOf({8000, 6000}, 1);
        qint64 most = 0;
        for (int step = 0; step < 60; ++step) {
            const PagePixels::Wish wish = pixels.wish({view, 1, true, QRectF(view.toPage({450, 320}), QSizeF(260, 260))});
            if (const auto tile = tileOf(wish))
                pixels.addTile(::tileOf(*tile));
            else if (const auto whole = wholeOf(wish))
                pixels.refine(blank(*whole), *whole);
            view.panBy(QPointF(step % 2 ? -700 : 300, step % 3 ? -500 : 400));
            most = std::max(most, pixels.bytes());
        }
        // The ground, a tile for a screen of 900 x 640, one for the glass and the first page.
        QVERIFY2(most < 120'000'000, qPrintable(QString::number(most)));
    }
};

QTEST_APPLESS_MAIN(TestPagePixels)
#include "tst_pagepixels.moc"
