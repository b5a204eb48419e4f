#include "models/customertablemodel.h"
#include "models/scripteddirectory.h"
#include "support/fakefinhub.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

namespace {

using Pages = QList<int>;

Pages sorted(Pages pages)
{
    std::sort(pages.begin(), pages.end());
    return pages;
}

} // namespace

/// Which pages are asked for, aborted, kept and forgotten.
class TestCustomerTablePaging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsRowsAsTheyAreLookedAt();
    void asksForWhatIsSeenBeforeWhatIsAround();
    void asksForThePagesUnderTheRows_data();
    void asksForThePagesUnderTheRows();
    void abortsWhatIsLeftBehind();
    void saysWhichRowsAreLoading();
    void keepsFewPages_data();
    void keepsFewPages();
    void forgetsWhatWasNotLookedAtForLongest();
    void followsWhoIsSelectedThroughForgetting();
    void growsWithoutATotal();
    void endsWithoutATotalOnAFullPage();
    void retriesThePageAfterTheLast();
    void growsAndShrinksWithTheTotal();
    void holdsAMillionRows();
    void neverLoadsEverything();
};

void TestCustomerTablePaging::fillsRowsAsTheyAreLookedAt()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(1000);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    QCOMPARE(finhub.directoryPages.count(), 1); // nobody has looked yet

    model.setVisibleRows(0, 17);
    QCOMPARE(openPages(finhub), Pages{1});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    directory.answerAll(finhub);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(50, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(99, 7));
    QCOMPARE(layout.count(), 0);
    QCOMPARE(model.entry(99)->id, idNumber(99));

    // Within the same pages nothing is asked.
    model.setVisibleRows(5, 22);
    model.setVisibleRows(30, 47);
    QCOMPARE(finhub.directoryPages.count(), 2);
    QCOMPARE(model.requestsSent(), 2);
}

void TestCustomerTablePaging::asksForWhatIsSeenBeforeWhatIsAround()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    ScriptedDirectory(1000).answerAll(finhub);
    model.setVisibleRows(480, 510);
    QCOMPARE(openPages(finhub), (Pages{9, 10, 8, 11}));
}

void TestCustomerTablePaging::asksForThePagesUnderTheRows_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<Pages>("asked");
    // Page 0 is there from the start.
    QTest::newRow("first row") << 1000 << 0 << 0 << Pages{1};
    QTest::newRow("end of the first page") << 1000 << 30 << 49 << Pages{1};
    QTest::newRow("start of the second page") << 1000 << 49 << 50 << Pages{1, 2};
    QTest::newRow("one page in the middle") << 1000 << 500 << 549 << Pages{9, 10, 11};
    QTest::newRow("two pages in the middle") << 1000 << 549 << 550 << Pages{9, 10, 11, 12};
    QTest::newRow("last page") << 1000 << 980 << 999 << Pages{18, 19};
    QTest::newRow("short last page") << 1001 << 990 << 1000 << Pages{18, 19, 20};
    QTest::newRow("beyond the end") << 1000 << 1200 << 1300 << Pages{18, 19};
    QTest::newRow("partly beyond the end") << 1000 << 960 << 1300 << Pages{18, 19};
    QTest::newRow("negative start") << 1000 << -5 << 10 << Pages{1};
    QTest::newRow("nothing") << 1000 << 0 << -1 << Pages{};
    QTest::newRow("all before the start") << 1000 << -9 << -2 << Pages{};
    QTest::newRow("reversed") << 1000 << 600 << 500 << Pages{};
    QTest::newRow("a single page in all") << 50 << 0 << 49 << Pages{};
    QTest::newRow("one row more") << 51 << 0 << 20 << Pages{1};
    QTest::newRow("nobody") << 0 << 0 << 20 << Pages{};
}

void TestCustomerTablePaging::asksForThePagesUnderTheRows()
{
    QFETCH(const int, total);
    QFETCH(const int, first);
    QFETCH(const int, last);
    QFETCH(const Pages, asked);
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    ScriptedDirectory(total).answerAll(finhub);
    model.setVisibleRows(first, last);
    QCOMPARE(sorted(openPages(finhub)), asked);
}

void TestCustomerTablePaging::abortsWhatIsLeftBehind()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(10000);
    CustomerTableModel model(finhub, plainTexts());
    model.setQuery({});
    directory.answerAll(finhub);

    model.setVisibleRows(100, 120);
    QCOMPARE(openPages(finhub), (Pages{2, 1, 3}));
    // The scrollbar is dragged to the middle.
    model.setVisibleRows(3000, 3020);
    model.setVisibleRows(4000, 4020);
    model.setVisibleRows(5000, 5020);
    QCOMPARE(abortedPages(finhub), (Pages{2, 1, 3, 60, 59, 61, 80, 79, 81}));
    QCOMPARE(openPages(finhub), (Pages{100, 99, 101}));
    QCOMPARE(finhub.directoryPages.count(), 13);
    QCOMPARE(model.requestsSent(), 13);

    // A small step keeps what is still looked at.
    model.setVisibleRows(5040, 5060);
    QCOMPARE(abortedPages(finhub, 10), Pages{});
    QCOMPARE(openPages(finhub), (Pages{100, 99, 101, 102}));
    model.setVisibleRows(5110, 5130);
    QCOMPARE(abortedPages(finhub, 10), (Pages{100, 99}));
    QCOMPARE(directory.answerAll(finhub), 3);
    QCOMPARE(model.entry(5120)->id, idNumber(5120));
    QCOMPARE(model.pagesKept(), 4);
    QVERIFY(!model.entry(3010));
}

void TestCustomerTablePaging::saysWhichRowsAreLoading()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(1010);
    CustomerTableModel model(finhub, plainTexts());
    model.setQuery({});
    QCOMPARE(model.loadingRows(), std::pair(-1, -1));
    directory.answerAll(finhub);
    QCOMPARE(model.loadingRows(), std::pair(-1, -1));
    model.setVisibleRows(500, 520);
    QCOMPARE(model.loadingRows(), std::pair(450, 599));
    QVERIFY(directory.answer(finhub, 9));
    QCOMPARE(model.loadingRows(), std::pair(500, 599));
    QVERIFY(model.isLoading());
    directory.answerAll(finhub);
    QVERIFY(!model.isLoading());
    model.setVisibleRows(1000, 1009);
    QCOMPARE(model.loadingRows(), std::pair(950, 1009));
}

void TestCustomerTablePaging::keepsFewPages_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("underTester");
    // The tester walks every cell at every signal.
    QTest::newRow("2,600 rows") << 2600 << true;
    QTest::newRow("10,000 rows") << 10000 << false;
}

void TestCustomerTablePaging::keepsFewPages()
{
    QFETCH(const int, rows);
    QFETCH(const bool, underTester);
    FakeFinHub finhub;
    const ScriptedDirectory directory(rows);
    CustomerTableModel model(finhub, plainTexts());
    std::optional<QAbstractItemModelTester> tester;
    if (underTester)
        tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    int most = 0;
    for (int first = 0; first < rows; first += 20) {
        model.setVisibleRows(first, first + 19);
        directory.answerAll(finhub);
        most = std::max(most, model.pagesKept());
        for (int row = first; row < first + 20; ++row)
            QCOMPARE(model.entry(row)->id, idNumber(row));
    }
    QCOMPARE(most, CustomerTableModel::MaxPagesKept);
    QCOMPARE(model.pagesKept(), 40);
    QCOMPARE(model.requestsSent(), rows / 50);
    QVERIFY(!model.entry(0));
    QCOMPARE(model.rowOf(idNumber(0)), -1);
    QCOMPARE(model.rowCount(), rows);

    // What was forgotten is read again when it is looked at again.
    model.setVisibleRows(0, 19);
    directory.answerAll(finhub);
    QCOMPARE(model.entry(0)->id, idNumber(0));
    QCOMPARE(model.requestsSent(), rows / 50 + 2);
    QCOMPARE(model.pagesKept(), 40);
}

void TestCustomerTablePaging::forgetsWhatWasNotLookedAtForLongest()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(10000);
    CustomerTableModel model(finhub, plainTexts());
    model.setQuery({});
    directory.answerAll(finhub);
    for (int page = 0; page < 39; ++page) {
        model.setVisibleRows(page * 50, page * 50 + 10);
        directory.answerAll(finhub);
    }
    QCOMPARE(model.pagesKept(), 40);
    // Pages 0 and 1 are looked at again before more are needed.
    model.setVisibleRows(0, 10);
    model.setVisibleRows(5000, 5010);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    directory.answerAll(finhub);
    QCOMPARE(model.pagesKept(), 40);
    for (const int kept : {0, 1, 5, 39, 99, 100, 101})
        QVERIFY2(model.entry(kept * 50), qPrintable(QString::number(kept)));
    for (const int forgotten : {2, 3, 4})
        QVERIFY2(!model.entry(forgotten * 50), qPrintable(QString::number(forgotten)));
    // Rows that turn into placeholders are announced as well.
    QCOMPARE(changed.count(), 6);
}

void TestCustomerTablePaging::followsWhoIsSelectedThroughForgetting()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(10000);
    CustomerTableModel model(finhub, plainTexts());
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(0, 20);
    directory.answerAll(finhub);
    const QPersistentModelIndex moves = model.index(5, 3);
    const QPersistentModelIndex goes = model.index(6, 0);
    const QPersistentModelIndex elsewhere = model.index(60, 0);

    for (int first = 1000; first < 5000; first += 50) {
        model.setVisibleRows(first, first + 20);
        directory.answerAll(finhub);
    }
    QVERIFY(!model.entry(5));
    QCOMPARE(moves.row(), 5);

    // While nobody looked, somebody registered and somebody else left.
    directory.customers.removeAt(6);
    directory.customers.prepend(customerNumber(20000));
    model.setVisibleRows(0, 20);
    directory.answerAll(finhub);
    QCOMPARE(moves.row(), 6);
    QCOMPARE(moves.column(), 3);
    QCOMPARE(model.entry(moves.row())->id, idNumber(5));
    QVERIFY(!goes.isValid());
    QCOMPARE(elsewhere.row(), 60);
    QCOMPARE(model.entry(60)->id, idNumber(60));
}

void TestCustomerTablePaging::growsWithoutATotal()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(120);
    directory.sendsTotal = false;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 50);
    QVERIFY(!model.total());

    model.setVisibleRows(0, 20);
    QCOMPARE(openPages(finhub), Pages{1});
    QCOMPARE(model.loadingRows(), std::pair(-1, -1)); // nobody knows whether it has rows
    QVERIFY(model.isLoading());
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(!model.total());
    QVERIFY(!model.isLoading());

    model.setVisibleRows(60, 80);
    QCOMPARE(openPages(finhub), Pages{2});
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 120);
    QCOMPARE(model.total(), std::optional<qint64>(120));
    QCOMPARE(model.entry(119)->id, idNumber(119));

    model.setVisibleRows(100, 119);
    QCOMPARE(finhub.directoryPages.count(), 3);

    // The last page fills up: more may follow again.
    for (int number = 120; number < 155; ++number)
        directory.customers.append(customerNumber(number));
    model.refresh();
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 155);
    QCOMPARE(model.total(), std::optional<qint64>(155));

    // The answer gets shorter than the page that is looked at: the page before says where it ends now.
    directory.customers.resize(70);
    model.refresh();
    QCOMPARE(openPages(finhub), Pages{2});
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 70);
    QCOMPARE(model.total(), std::optional<qint64>(70));
}

void TestCustomerTablePaging::endsWithoutATotalOnAFullPage()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(100);
    directory.sendsTotal = false;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(30, 49);
    directory.answerAll(finhub);
    model.setVisibleRows(60, 99);
    QCOMPARE(openPages(finhub), Pages{2});
    directory.answerAll(finhub); // empty
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.total(), std::optional<qint64>(100));
    model.setVisibleRows(61, 99);
    QVERIFY(!model.isLoading());

    // Re-reading a full last page does not forget that it is the last.
    model.refresh();
    QCOMPARE(directory.answerAll(finhub), 1);
    QCOMPARE(model.total(), std::optional<qint64>(100));
}

void TestCustomerTablePaging::retriesThePageAfterTheLast()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(70);
    directory.sendsTotal = false;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(0, 20);
    finhub.directoryPages.failLast(serverFailure());
    QCOMPARE(model.rowCount(), 50);
    QVERIFY(model.error());
    model.setVisibleRows(30, 49);
    QVERIFY(!model.isLoading());
    model.retry();
    QCOMPARE(openPages(finhub), Pages{1});
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 70);
    QVERIFY(!model.error());
}

void TestCustomerTablePaging::growsAndShrinksWithTheTotal()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(300);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(280, 299);
    directory.answerAll(finhub);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

    for (int number = 300; number < 340; ++number)
        directory.customers.append(customerNumber(number));
    model.refresh();
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 340);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 300);
    QCOMPARE(inserted.at(0).at(2).toInt(), 339);
    QCOMPARE(model.entry(339)->id, idNumber(339)); // one around

    directory.customers.resize(120);
    model.refresh();
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 120);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 120);
    QVERIFY(!model.entry(280));
    // The view still says where it was; what is there now is the end.
    QCOMPARE(model.entry(119)->id, idNumber(119));
    QCOMPARE(model.entry(60)->id, idNumber(60));
}

void TestCustomerTablePaging::holdsAMillionRows()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    finhub.directoryPages.answer = [](const DirectoryArguments& asked) -> Result<DirectoryPage> {
        DirectoryPage page;
        page.rows.total = 1'000'000;
        for (int i = 0; i < asked.size; ++i)
            page.rows.items.append(customerNumber(asked.page * asked.size + i));
        return page;
    };
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    model.setVisibleRows(999'980, 999'999);
    QTRY_COMPARE(model.rowOf(idNumber(999'999)), 999'999);
    QTRY_VERIFY(!model.isLoading());
    model.setVisibleRows(500'000, 500'020);
    QTRY_COMPARE(model.rowOf(idNumber(500'000)), 500'000);
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(model.requestsSent(), 6);
    QCOMPARE(model.pagesKept(), 6);
}

void TestCustomerTablePaging::neverLoadsEverything()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(10000);
    CustomerTableModel model(finhub, plainTexts());
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(0, 9999);
    directory.answerAll(finhub);
    QVERIFY(model.requestsSent() <= CustomerTableModel::MaxPagesKept);
    QVERIFY(model.pagesKept() <= CustomerTableModel::MaxPagesKept);
    QCOMPARE(model.entry(1700)->id, idNumber(1700));
    const int sent = model.requestsSent();
    model.setVisibleRows(0, 9999);
    QCOMPARE(model.requestsSent(), sent);
}

QTEST_GUILESS_MAIN(TestCustomerTablePaging)
#include "tst_customertablepaging.moc"
