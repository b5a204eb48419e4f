#include "documents/pagegeometry.h"

#include <QTest>

#include <limits>

using namespace finhub;
using namespace finhub::documents;

class TestPageGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outputSize_data();
    void outputSize();
    void allowed_data();
    void allowed();
    void neverMoreThanRoom();
    void wholeOfARegion();
    void regionsWithinThePage();
};

void TestPageGeometry::outputSize_data()
{
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<QSizeF>("page");
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("size");

    QTest::newRow("image at full size") << MimeType::Png << QSizeF(1000, 500) << QSize() << QSize(1000, 500);
    QTest::newRow("image into the box")
        << MimeType::Png << QSizeF(1000, 500) << QSize(300, 300) << QSize(300, 150);
    QTest::newRow("image into a flat box")
        << MimeType::Jpeg << QSizeF(1000, 500) << QSize(300, 30) << QSize(60, 30);
    QTest::newRow("image is not enlarged")
        << MimeType::Png << QSizeF(10, 5) << QSize(300, 300) << QSize(10, 5);
    QTest::newRow("half a box is no box") << MimeType::Png << QSizeF(10, 5) << QSize(300, 0) << QSize(10, 5);
    QTest::newRow("A4 at 150 dpi") << MimeType::Pdf << QSizeF(595.2, 841.92) << QSize() << QSize(1240, 1754);
    QTest::newRow("PDF is enlarged") << MimeType::Pdf << QSizeF(72, 72) << QSize(900, 1000)
                                     << QSize(900, 900);
    QTest::newRow("48 megapixels are capped")
        << MimeType::Jpeg << QSizeF(8000, 6000) << QSize() << QSize(4729, 3547);
    QTest::newRow("box beyond the cap")
        << MimeType::Pdf << QSizeF(595, 595) << QSize(100000, 100000) << QSize(4096, 4096);
    QTest::newRow("long receipt stays readable")
        << MimeType::Jpeg << QSizeF(1000, 10000) << QSize() << QSize(1000, 10000);
    QTest::newRow("longest side") << MimeType::Png << QSizeF(100, 100000) << QSize() << QSize(16, 16384);
    QTest::newRow("a thread keeps a pixel")
        << MimeType::Png << QSizeF(1, 50000) << QSize(100, 100) << QSize(1, 100);
}

void TestPageGeometry::outputSize()
{
    QFETCH(MimeType, kind);
    QFETCH(QSizeF, page);
    QFETCH(QSize, box);
    QTEST(finhub::documents::outputSize(kind, page, box), "size");
}

void TestPageGeometry::allowed_data()
{
    QTest::addColumn<MimeType>("kind");
    QTest::addColumn<QSizeF>("page");
    QTest::addColumn<bool>("allowed");

    const double infinity = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("100 megapixels") << MimeType::Png << QSizeF(10000, 10000) << true;
    QTest::newRow("one more row") << MimeType::Png << QSizeF(10000, 10001) << false;
    QTest::newRow("A0") << MimeType::Pdf << QSizeF(2384, 3370) << true;
    QTest::newRow("a field") << MimeType::Pdf << QSizeF(1e9, 1e9) << false;
    QTest::newRow("nothing") << MimeType::Pdf << QSizeF(0, 842) << false;
    QTest::newRow("less than nothing") << MimeType::Pdf << QSizeF(-595, -842) << false;
    QTest::newRow("next to nothing") << MimeType::Pdf << QSizeF(1e-300, 842) << false;
    QTest::newRow("infinite") << MimeType::Pdf << QSizeF(infinity, 842) << false;
    QTest::newRow("not a number") << MimeType::Pdf << QSizeF(nan, 842) << false;
}

void TestPageGeometry::allowed()
{
    QFETCH(MimeType, kind);
    QFETCH(QSizeF, page);
    QTEST(isPageSizeAllowed(kind, page), "allowed");
}

// The console gives the worker as much memory as mostPixels() says, so no honest page may need more.
void TestPageGeometry::neverMoreThanRoom()
{
    const QList<double> sides{0.02, 1, 3, 72, 595, 842, 4096, 9999.5, 1e6};
    const QList<int> boxSides{0, 1, 7, 1240, 4096, 5000, 1'000'000};
    for (const MimeType kind : {MimeType::Pdf, MimeType::Png}) {
        for (const double width : sides) {
            for (const double height : sides) {
                if (!isPageSizeAllowed(kind, {width, height}))
                    continue;
                for (const int boxWidth : boxSides) {
                    for (const int boxHeight : boxSides) {
                        const QSize box(boxWidth, boxHeight);
                        const QSize size = finhub::documents::outputSize(kind, {width, height}, box);
                        const qint64 pixels = static_cast<qint64>(size.width()) * size.height();
                        QVERIFY(size.width() >= 1 && size.height() >= 1);
                        QVERIFY(size.width() <= MaxOutputSide && size.height() <= MaxOutputSide);
                        QVERIFY(pixels <= mostPixels(box));
                        QVERIFY(pixels <= MaxOutputPixels);
                        if (!box.isEmpty())
                            QVERIFY(size.width() <= boxWidth && size.height() <= boxHeight);
                    }
                }
            }
        }
    }
}

void TestPageGeometry::wholeOfARegion()
{
    // A4 at 1600 %: far more than is ever rendered at once.
    QCOMPARE(wholeSize(MimeType::Pdf, {595, 842}, {12693, 17962}), QSize(12692, 17962));
    QCOMPARE(wholeSize(MimeType::Pdf, {595, 595}, {100000, 100000}), QSize(100000, 100000));
    // An image has no more pixels than it has.
    QCOMPARE(wholeSize(MimeType::Jpeg, {8000, 6000}, {80000, 60000}), QSize(8000, 6000));
    QCOMPARE(wholeSize(MimeType::Jpeg, {8000, 6000}, {}), QSize(8000, 6000));
    QCOMPARE(wholeSize(MimeType::Png, {8000, 6000}, {4000, 4000}), QSize(4000, 3000));
    const QSize longest = wholeSize(MimeType::Pdf, {0.1, 10000}, {2'000'000'000, 2'000'000'000});
    QCOMPARE(longest.height(), MaxWholeSide);
    QVERIFY(longest.width() >= 1);
}

void TestPageGeometry::regionsWithinThePage()
{
    const QSize whole(12000, 18000);
    QCOMPARE(renderedRegion(whole, {100, 200, 300, 400}), QRect(100, 200, 300, 400));
    QCOMPARE(renderedRegion(whole, {-100, -200, 300, 400}), QRect(0, 0, 200, 200));
    QCOMPARE(renderedRegion(whole, {11900, 17900, 300, 400}), QRect(11900, 17900, 100, 100));
    QVERIFY(renderedRegion(whole, {12000, 0, 300, 400}).isEmpty());
    QVERIFY(renderedRegion(whole, {}).isEmpty());
    QCOMPARE(renderedRegion(whole, {0, 0, 4096, 4096}), QRect(0, 0, 4096, 4096));
    QVERIFY(renderedRegion(whole, {0, 0, 4096, 4097}).isEmpty());
    QCOMPARE(mostPixels({12000, 18000}, {5, 5, 300, 400}), 120000);
    QCOMPARE(mostPixels({12000, 18000}, {5, 5, 30000, 40000}), MaxOutputPixels);
}

QTEST_APPLESS_MAIN(TestPageGeometry)
#include "tst_pagegeometry.moc"
