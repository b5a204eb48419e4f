#include "models/directorypages.h"
#include "models/scripteddirectory.h"

#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

namespace {

QList<DirectoryEntry> numbers(const QList<int>& list)
{
    QList<DirectoryEntry> entries;
    for (const int number : list)
        entries.append(customerNumber(number));
    return entries;
}

} // namespace

/// Pages of three rows: by row, by id, forgotten and remembered.
class TestDirectoryPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByRowAndId();
    void replacesAPage();
    void findsTheNewerOfTwoReadings();
    void remembersOnlyWhatItIsTold();
    void cutsPages();
    void marksPagesStale();
    void forgetsTheLeastWanted();
};

void TestDirectoryPages::findsByRowAndId()
{
    DirectoryPages pages(3);
    QCOMPARE(pages.count(), 0);
    QVERIFY(!pages.at(0));
    pages.put(2, numbers({60, 70}));
    QVERIFY(pages.has(2));
    QVERIFY(!pages.has(0));
    QVERIFY(!pages.at(5));
    QCOMPARE(pages.at(6)->id, idNumber(60));
    QCOMPARE(pages.at(7)->id, idNumber(70));
    QVERIFY(!pages.at(8)); // the page is shorter
    QVERIFY(!pages.at(-1));
    QCOMPARE(pages.rowOf(idNumber(70)), 7);
    QCOMPARE(pages.rowOf(idNumber(80)), -1);
    QCOMPARE(pages.idAt(7), idNumber(70));
    QCOMPARE(pages.idAt(8), CustomerId());
    pages.clear();
    QCOMPARE(pages.count(), 0);
    QCOMPARE(pages.rowOf(idNumber(70)), -1);
}

void TestDirectoryPages::replacesAPage()
{
    DirectoryPages pages(3);
    pages.put(0, numbers({1, 2, 3}));
    pages.put(0, numbers({3, 4}));
    QCOMPARE(pages.count(), 1);
    QCOMPARE(pages.rowOf(idNumber(1)), -1);
    QCOMPARE(pages.rowOf(idNumber(3)), 0);
    QCOMPARE(pages.rowOf(idNumber(4)), 1);

    DirectoryEntry changed = customerNumber(4);
    changed.email = QStringLiteral("new@example.com");
    pages.replace(1, changed);
    QCOMPARE(*pages.at(1), changed);
}

void TestDirectoryPages::findsTheNewerOfTwoReadings()
{
    DirectoryPages pages(3);
    pages.put(0, numbers({1, 2, 3}));
    pages.put(1, numbers({3, 4, 5}));
    QCOMPARE(pages.rowOf(idNumber(3)), 3);
    // Reading the older page again does not lose the row of the newer one.
    pages.put(0, numbers({9, 1, 2}));
    QCOMPARE(pages.rowOf(idNumber(3)), 3);
    pages.remove(0, {});
    QCOMPARE(pages.rowOf(idNumber(3)), 3);
}

void TestDirectoryPages::remembersOnlyWhatItIsTold()
{
    DirectoryPages pages(3);
    pages.put(0, numbers({1, 2, 3}));
    pages.put(1, numbers({4, 5, 6}));
    pages.remove(0, {1, 4});
    QCOMPARE(pages.count(), 1);
    QVERIFY(!pages.at(1));
    QCOMPARE(pages.idAt(0), CustomerId());
    QCOMPARE(pages.idAt(1), idNumber(2));
    QCOMPARE(pages.idAt(4), idNumber(5));
    QCOMPARE(pages.rowOf(idNumber(2)), -1);

    // Who turns up elsewhere is no longer remembered here.
    pages.put(2, numbers({2, 7, 8}));
    QCOMPARE(pages.idAt(1), CustomerId());

    pages.remove(2, {6});
    QCOMPARE(pages.idAt(6), idNumber(2));
    pages.put(2, numbers({10}));
    QCOMPARE(pages.idAt(6), idNumber(10));
    QCOMPARE(pages.idAt(7), CustomerId());
}

void TestDirectoryPages::cutsPages()
{
    DirectoryPages pages(3);
    for (int page = 0; page < 4; ++page)
        pages.put(page, numbers({page * 3, page * 3 + 1, page * 3 + 2}));
    pages.remove(3, {9, 10});
    pages.truncate(10);
    QCOMPARE(pages.idAt(9), idNumber(9));
    QCOMPARE(pages.idAt(10), CustomerId());
    QCOMPARE(pages.count(), 3);
    pages.truncate(4);
    QCOMPARE(pages.count(), 2);
    QCOMPARE(pages.rowOf(idNumber(3)), 3);
    QCOMPARE(pages.rowOf(idNumber(4)), -1);
    QVERIFY(!pages.at(4));
    pages.truncate(3);
    QCOMPARE(pages.count(), 1);
    QCOMPARE(pages.rowOf(idNumber(2)), 2);
    pages.truncate(0);
    QCOMPARE(pages.count(), 0);
    QCOMPARE(pages.rowOf(idNumber(2)), -1);
}

void TestDirectoryPages::marksPagesStale()
{
    DirectoryPages pages(3);
    pages.put(0, numbers({1}));
    pages.put(1, numbers({2}));
    QVERIFY(!pages.isStale(0));
    pages.markAllStale();
    QVERIFY(pages.isStale(0) && pages.isStale(1));
    QVERIFY(!pages.isStale(2));
    pages.put(0, numbers({1}));
    QVERIFY(!pages.isStale(0));
    QVERIFY(pages.isStale(1));
}

void TestDirectoryPages::forgetsTheLeastWanted()
{
    DirectoryPages pages(3);
    QCOMPARE(pages.leastWanted(0, 5), std::nullopt);
    for (const int page : {0, 3, 5, 9})
        pages.put(page, numbers({page}));
    QCOMPARE(pages.leastWanted(0, 9), std::nullopt);
    QCOMPARE(pages.leastWanted(3, 4), std::optional(9)); // farthest of those never looked at
    pages.touch(8, 10);
    QCOMPARE(pages.leastWanted(3, 4), std::optional(0));
    pages.touch(0, 0);
    QCOMPARE(pages.leastWanted(3, 4), std::optional(5));
    pages.touch(5, 5);
    QCOMPARE(pages.leastWanted(3, 4), std::optional(9));
}

QTEST_GUILESS_MAIN(TestDirectoryPages)
#include "tst_directorypages.moc"
