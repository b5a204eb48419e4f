#include "views/evidence/pagecoverage.h"

#include <QTest>

using namespace finhub::views;

namespace {
constexpr QSizeF Viewport(800, 600);
constexpr QSizeF A4(794, 1123);

PageView viewOf(QSizeF page)
{
    PageView view;
    view.setViewport(Viewport);
    view.setPageSize(page);
    view.reset();
    return view;
}

QRegion all()
{
    return QRegion(QRect(QPoint(), Viewport.toSize()));
}
} // namespace

class TestPageCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWholeAtOnceWhenItFits();
    void countsNothingThatIsTooSmall();
    void takesASmallPictureAsItIs();
    void isPutTogetherFromParts_data();
    void isPutTogetherFromParts();
    void missesWhatWasNeverInSight();
    void missesWhatIsCovered();
};

void TestPageCoverage::isWholeAtOnceWhenItFits()
{
    PageCoverage coverage;
    const PageView view = viewOf({1600, 1000});
    QVERIFY(PageCoverage::isReadable(view));
    coverage.add(view, all());
    QVERIFY(coverage.isWhole());
    coverage.clear();
    QVERIFY(!coverage.isWhole());
}

/// A whole page of print in a window that is far too low.
void TestPageCoverage::countsNothingThatIsTooSmall()
{
    PageCoverage coverage;
    PageView view = viewOf(A4);
    view.setViewport({500, 300});
    QVERIFY(!PageCoverage::isReadable(view));
    coverage.add(view, QRegion(0, 0, 500, 300));
    QVERIFY(coverage.isEmpty());
    QVERIFY(!coverage.isWhole());
}

void TestPageCoverage::takesASmallPictureAsItIs()
{
    PageCoverage coverage;
    PageView view = viewOf({200, 120});
    view.zoomTo(1.0, {400, 300});
    QVERIFY(PageCoverage::isReadable(view));
    coverage.add(view, all());
    QVERIFY(coverage.isWhole());
    view.zoomTo(0.9, {400, 300});
    QVERIFY(!PageCoverage::isReadable(view));
}

void TestPageCoverage::isPutTogetherFromParts_data()
{
    QTest::addColumn<int>("turns");
    QTest::addColumn<bool>("flipped");
    QTest::addColumn<double>("zoom");
    for (int turns = 0; turns < 4; ++turns) {
        for (const bool flipped : {false, true}) {
            for (const double zoom : {1.0, 1.37, 4.0})
                QTest::addRow("%d turns, %s, %.2f", turns, flipped ? "mirrored" : "upright", zoom)
                    << turns << flipped << zoom;
        }
    }
}

/// Over the page in steps of half a viewport, whichever way it is turned.
void TestPageCoverage::isPutTogetherFromParts()
{
    QFETCH(int, turns);
    QFETCH(bool, flipped);
    QFETCH(double, zoom);
    PageCoverage coverage;
    PageView view = viewOf(A4);
    view.rotate(turns);
    if (flipped)
        view.flip();
    view.zoomTo(zoom, {400, 300});
    view.panBy({100000, 100000});
    const QPointF start = view.pageRect().topLeft();
    const QSizeF size = view.pageRect().size();
    for (double y = 0; y <= size.height(); y += Viewport.height() / 2) {
        for (double x = 0; x <= size.width(); x += Viewport.width() / 2) {
            const QPointF wanted = start - QPointF(x, y);
            view.panBy(wanted - view.pageRect().topLeft());
            coverage.add(view, all());
        }
    }
    QVERIFY(coverage.isWhole());
}

void TestPageCoverage::missesWhatWasNeverInSight()
{
    PageCoverage coverage;
    PageView view = viewOf(A4);
    view.fitWidth();
    coverage.add(view, all());
    QVERIFY(!coverage.isEmpty());
    QVERIFY(!coverage.isWhole());
    // Almost to the end: five hundredths of the page have not been there.
    view.panBy({0, Viewport.height() - view.pageRect().bottom() + view.pageRect().height() / 20});
    coverage.add(view, all());
    QVERIFY(!coverage.isWhole());
    view.panBy({0, -view.pageRect().height() / 20});
    coverage.add(view, all());
    // Each of the steps was less than a viewport high, so nothing lies between them.
    QVERIFY(coverage.isWhole());
}

void TestPageCoverage::missesWhatIsCovered()
{
    PageCoverage coverage;
    const PageView view = viewOf({1600, 1000});
    coverage.add(view, all() - QRegion(300, 250, 60, 20));
    QVERIFY(!coverage.isWhole());
    coverage.add(view, QRegion(280, 240, 100, 40));
    QVERIFY(coverage.isWhole());
}

QTEST_APPLESS_MAIN(TestPageCoverage)
#include "tst_pagecoverage.moc"
