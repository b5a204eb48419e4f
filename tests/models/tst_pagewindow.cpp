#include "models/pagewindow.h"

#include <QTest>

#include <limits>
#include <utility>

using namespace finhub::models;

Q_DECLARE_METATYPE(PageRange)

/// Which pages a view's rows take; pages of ten rows.
class TestPageWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void translatesRows_data();
    void translatesRows();
    void ignoresNothing();
    void goesToTheTop();
    void believesOnlySoMuch_data();
    void believesOnlySoMuch();
};

void TestPageWindow::translatesRows_data()
{
    QTest::addColumn<int>("firstRow");
    QTest::addColumn<int>("lastRow");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("endKnown");
    QTest::addColumn<PageRange>("seen");
    QTest::addColumn<PageRange>("wanted");
    QTest::newRow("top") << 0 << 5 << 100 << true << PageRange{0, 0} << PageRange{0, 1};
    QTest::newRow("middle") << 45 << 55 << 100 << true << PageRange{4, 5} << PageRange{3, 6};
    QTest::newRow("end") << 95 << 99 << 100 << true << PageRange{9, 9} << PageRange{8, 9};
    QTest::newRow("beyond the end") << 150 << 199 << 95 << true << PageRange{9, 9} << PageRange{8, 9};
    QTest::newRow("no rows") << 0 << 9 << 0 << true << PageRange{0, 0} << PageRange{0, 0};
    QTest::newRow("before the first row") << -7 << 3 << 100 << true << PageRange{0, 0} << PageRange{0, 1};
    QTest::newRow("R21: end not seen") << 15 << 19 << 20 << false << PageRange{1, 1} << PageRange{0, 2};
    QTest::newRow("R21: end seen") << 15 << 19 << 20 << true << PageRange{1, 1} << PageRange{0, 1};
    QTest::newRow("R21: far from the end") << 0 << 5 << 90 << false << PageRange{0, 0} << PageRange{0, 1};
}

void TestPageWindow::translatesRows()
{
    QFETCH(const int, firstRow);
    QFETCH(const int, lastRow);
    QFETCH(const int, rows);
    QFETCH(const bool, endKnown);
    QFETCH(const PageRange, seen);
    QFETCH(const PageRange, wanted);
    PageWindow window(10, 40);
    QVERIFY(window.lookAt(firstRow, lastRow));
    QCOMPARE(window.seen({rows, endKnown}), seen);
    QCOMPARE(window.wanted({rows, endKnown}), wanted);
}

void TestPageWindow::ignoresNothing()
{
    PageWindow window(10, 40);
    for (const auto& [first, last] : {std::pair(0, -1), std::pair(-9, -2), std::pair(7, 6)})
        QVERIFY(!window.lookAt(first, last));
    // Nobody has looked: the first page, and nothing around it.
    QCOMPARE(window.wanted({100, true}), (PageRange{0, 0}));
    QCOMPARE(window.wanted({10, false}), (PageRange{0, 0}));

    QVERIFY(window.lookAt(45, 55));
    QVERIFY(!window.lookAt(0, -1));
    QCOMPARE(window.seen({100, true}), (PageRange{4, 5}));
    window.forget();
    QCOMPARE(window.wanted({100, true}), (PageRange{0, 0}));
}

void TestPageWindow::goesToTheTop()
{
    PageWindow window(10, 40);
    window.goToTop();
    QCOMPARE(window.wanted({100, true}), (PageRange{0, 0}));
    QVERIFY(window.lookAt(45, 65));
    window.goToTop();
    QCOMPARE(window.seen({100, true}), (PageRange{0, 2}));
}

void TestPageWindow::believesOnlySoMuch_data()
{
    QTest::addColumn<int>("firstRow");
    for (const int row : {0, 1, 9, 10, 15, 500, 5000})
        QTest::addRow("from %d", row) << row;
}

void TestPageWindow::believesOnlySoMuch()
{
    QFETCH(const int, firstRow);
    constexpr int most = 40;
    PageWindow window(10, most);
    QVERIFY(window.lookAt(firstRow, std::numeric_limits<int>::max()));
    const PageRange wanted = window.wanted({1'000'000, true});
    QVERIFY(wanted.last - wanted.first + 1 <= most);
    QVERIFY(wanted.contains(firstRow / 10));
}

QTEST_GUILESS_MAIN(TestPageWindow)
#include "tst_pagewindow.moc"
