#include "views/mrz/chosenzone.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::views;

namespace {
PageView viewOf(QSizeF page, int quarters = 0, bool flipped = false)
{
    PageView view;
    view.setViewport({900, 640});
    view.setPageSize(page);
    view.rotate(quarters);
    if (flipped)
        view.flip();
    return view;
}
} // namespace

/// From the frame on the screen to what the reader is asked for.
class TestChosenZone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForLinesOfTheLengthThatReadsBest()
    {
        // A passport that fills an A4 page, and one in the corner of a photo of 48 megapixels.
        for (const auto& [page, place] : {std::pair(QSizeF(794, 1123), QRectF(60, 900, 600, 90)),
                                          std::pair(QSizeF(8000, 6000), QRectF(500, 5000, 5500, 500))}) {
            const documents::ZoneRequest request = zoneRequest(3, viewOf(page), place);
            QCOMPARE(request.page, 3);
            QCOMPARE(request.quarters, 0);
            QVERIFY(std::abs(request.region.width() - 800) <= 2);
            const double scale = request.box.width() / page.width();
            QVERIFY(std::abs(request.region.left() - place.left() * scale) <= 2);
            QVERIFY(std::abs(request.region.top() - place.top() * scale) <= 2);
            QVERIFY(QRect(QPoint(), request.box).adjusted(0, 0, 1, 1).contains(request.region));
        }
    }

    void linesRunAsTheyAreLookedAt()
    {
        const QRectF place(700, 100, 80, 900); // along the edge of a page that lies on its side
        const documents::ZoneRequest turned = zoneRequest(0, viewOf({794, 1123}, 1), place);
        QCOMPARE(turned.quarters, 1);
        QVERIFY(std::abs(turned.region.height() - 800) <= 2);
        QCOMPARE(zoneRequest(0, viewOf({794, 1123}, 2), place).quarters, 2);
        QCOMPARE(zoneRequest(0, viewOf({794, 1123}, -1), place).quarters, 3);
        // Mirrored, it is turned the other way: the page itself is read.
        const PageView mirrored = viewOf({794, 1123}, 1, true);
        QCOMPARE(zoneRequest(0, mirrored, place).quarters, (4 - mirrored.rotation() / 90) % 4);
        QCOMPARE(zoneRequest(0, mirrored, place).quarters, 1);
    }

    void neverAsksForTooMuch()
    {
        for (const QRectF& place : {QRectF(0, 0, 1, 1123), QRectF(0, 0, 794, 1123), QRectF(5, 5, 0.01, 0.01)}) {
            const QRect region = zoneRequest(0, viewOf({794, 1123}), place).region;
            QVERIFY(qint64(region.width()) * region.height() <= 8'100'000);
        }
    }
};

QTEST_APPLESS_MAIN(TestChosenZone)
#include "tst_chosenzone.moc"
