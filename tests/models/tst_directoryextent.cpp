#include "models/directoryextent.h"

#include <QTest>

#include <limits>

using namespace finhub;
using namespace finhub::models;

/// How many rows an answer has, with a total and without (R21).
class TestDirectoryExtent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
};

void TestDirectoryExtent::follows_data()
{
    QTest::addColumn<int>("rowsBefore");
    QTest::addColumn<bool>("endBefore");
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("items");
    QTest::addColumn<qint64>("total"); // -1: none
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("end");
    constexpr qint64 none = -1;
    constexpr int most = std::numeric_limits<int>::max();

    QTest::newRow("total of the first page") << 0 << false << 0 << 10 << qint64(1000) << 1000 << true;
    QTest::newRow("total is zero") << 30 << true << 0 << 0 << qint64(0) << 0 << true;
    QTest::newRow("total has grown") << 1000 << true << 3 << 10 << qint64(1007) << 1007 << true;
    QTest::newRow("total has shrunk") << 1000 << true << 3 << 10 << qint64(40) << 40 << true;
    QTest::newRow("total smaller than what was sent") << 0 << false << 0 << 10 << qint64(4) << 10 << true;
    QTest::newRow("past the end") << 1000 << true << 90 << 0 << qint64(35) << 35 << true;
    QTest::newRow("more rows than a view can have")
        << 0 << false << 0 << 10 << std::numeric_limits<qint64>::max() << most << true;

    QTest::newRow("R21: full first page") << 0 << false << 0 << 10 << none << 10 << false;
    QTest::newRow("R21: short first page") << 0 << false << 0 << 7 << none << 7 << true;
    QTest::newRow("R21: empty first page") << 0 << false << 0 << 0 << none << 0 << true;
    QTest::newRow("R21: everybody has gone") << 30 << false << 0 << 0 << none << 0 << true;
    QTest::newRow("R21: next page full") << 10 << false << 1 << 10 << none << 20 << false;
    QTest::newRow("R21: next page short") << 10 << false << 1 << 1 << none << 11 << true;
    QTest::newRow("R21: next page empty") << 10 << false << 1 << 0 << none << 10 << true;
    QTest::newRow("R21: former page still full") << 40 << false << 1 << 10 << none << 40 << false;
    QTest::newRow("R21: former page full, end known") << 40 << true << 1 << 10 << none << 40 << true;
    QTest::newRow("R21: former page has become short") << 40 << true << 1 << 3 << none << 13 << true;
    QTest::newRow("R21: last page has become full") << 17 << true << 1 << 10 << none << 20 << false;
    QTest::newRow("R21: last full page again") << 20 << true << 1 << 10 << none << 20 << true;
    QTest::newRow("R21: far past the end") << 20 << true << 9 << 0 << none << 20 << true;
    QTest::newRow("R21: more than was asked for") << 0 << false << 0 << 25 << none << 10 << false;
}

void TestDirectoryExtent::follows()
{
    QFETCH(const int, rowsBefore);
    QFETCH(const bool, endBefore);
    QFETCH(const int, page);
    QFETCH(const int, items);
    QFETCH(const qint64, total);
    QFETCH(const int, rows);
    QFETCH(const bool, end);
    Page<DirectoryEntry> answer;
    answer.items.resize(items);
    if (total >= 0)
        answer.total = total;
    const DirectoryExtent after = extentAfter({rowsBefore, endBefore}, answer, page, 10);
    QCOMPARE(after.rows, rows);
    QCOMPARE(after.endKnown, end);
}

QTEST_GUILESS_MAIN(TestDirectoryExtent)
#include "tst_directoryextent.moc"
