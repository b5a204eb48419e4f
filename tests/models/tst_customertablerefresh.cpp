#include "models/customertablemodel.h"
#include "models/scripteddirectory.h"
#include "support/fakefinhub.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

/// What a refresh does to rows, indexes and selections. Every case starts with 300 customers, rows 40 to 60
/// looked at (pages 0, 1 and 2 there).
class TestCustomerTableRefresh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsOnlyWhatIsSeen();
    void saysNothingWhenNothingChanged();
    void announcesOnlyWhatChanged();
    void followsInsertedRows();
    void followsRemovedRows();
    void followsMovedRows();
    void followsARowFromOnePageToTheNext_data();
    void followsARowFromOnePageToTheNext();
    void twoRowsBecomeOne();
    void followsARowToAPageThatWasNotThere();
    void losesWhoLeftTheRowsThatAreKnown();
    void keepsTheSelection();
    void removesAndInsertsAtTheEndOnly();
    void readsOtherPagesAgainWhenTheyAreSeen();
    void asksForNothingTwice();
    void takesInWhatIsStillSeenAfterAJump();
    void startsOverWhenAskedAgain();
    void findsWhoIsInTwoReadingsInTheNewerOne();

private:
    void refresh()
    {
        m_model->refresh();
        m_directory->answerAll(*m_finhub);
    }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<ScriptedDirectory> m_directory;
    std::unique_ptr<CustomerTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCustomerTableRefresh::init()
{
    m_finhub = std::make_unique<FakeFinHub>();
    m_directory = std::make_unique<ScriptedDirectory>(300);
    m_model = std::make_unique<CustomerTableModel>(*m_finhub, plainTexts());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->setQuery({});
    m_directory->answerAll(*m_finhub);
    m_model->setVisibleRows(40, 60);
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->pagesKept(), 3);
}

void TestCustomerTableRefresh::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_directory.reset();
    m_finhub.reset();
}

void TestCustomerTableRefresh::readsOnlyWhatIsSeen()
{
    const int before = m_model->requestsSent();
    m_model->refresh();
    QCOMPARE(openPages(*m_finhub), (QList<int>{0, 1}));
    QCOMPARE(m_model->state(), CustomerTableModel::State::Ready);
    QVERIFY(m_model->isLoading());
    QCOMPARE(m_model->rowOf(idNumber(50)), 50);
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->requestsSent(), before + 2);
    QVERIFY(!m_model->isLoading());
}

void TestCustomerTableRefresh::saysNothingWhenNothingChanged()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutAboutToBeChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsAboutToBeInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsAboutToBeRemoved);
    QSignalSpy exchanged(m_model.get(), &CustomerTableModel::rowsExchanged);
    refresh();
    QCOMPARE(changed.count() + layout.count() + inserted.count() + removed.count() + exchanged.count(), 0);
}

void TestCustomerTableRefresh::announcesOnlyWhatChanged()
{
    m_directory->customers[10].stage = Stage::Active;
    m_directory->customers[49].stage = Stage::Active;
    m_directory->customers[50].stage = Stage::Active;
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
    refresh();
    QCOMPARE(layout.count(), 0);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->index(10, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), m_model->index(10, 7));
    QCOMPARE(changed.at(1).at(0).toModelIndex(), m_model->index(49, 0));
    QCOMPARE(changed.at(1).at(1).toModelIndex(), m_model->index(50, 7));
    QCOMPARE(m_model->entry(50)->stage.value(), Stage::Active);
}

void TestCustomerTableRefresh::followsInsertedRows()
{
    const QPersistentModelIndex above = m_model->index(10, 1);
    const QPersistentModelIndex below = m_model->index(45, 2);
    m_directory->customers.insert(20, customerNumber(1001));
    m_directory->customers.insert(20, customerNumber(1000));
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    refresh();
    QCOMPARE(layout.count(), 1);
    QCOMPARE(above.row(), 10);
    QCOMPARE(below.row(), 47);
    QCOMPARE(below.column(), 2);
    QCOMPARE(m_model->entry(20)->id, idNumber(1000));
    QCOMPARE(m_model->entry(47)->id, idNumber(45));
    QCOMPARE(m_model->rowCount(), 302);
    // Only the two new rows have new data; the others have moved with theirs.
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 20);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 21);
}

void TestCustomerTableRefresh::followsRemovedRows()
{
    const QPersistentModelIndex removed = m_model->index(20, 0);
    const QPersistentModelIndex below = m_model->index(45, 0);
    const QPersistentModelIndex placeholder = m_model->index(200, 0);
    const QPersistentModelIndex last = m_model->index(299, 0);
    m_directory->customers.removeAt(20);
    refresh();
    QVERIFY(!removed.isValid());
    QCOMPARE(below.row(), 44);
    QCOMPARE(m_model->entry(44)->id, idNumber(45));
    QCOMPARE(m_model->rowOf(idNumber(20)), -1);
    QCOMPARE(m_model->rowCount(), 299);
    QCOMPARE(placeholder.row(), 200);
    QVERIFY(!last.isValid());
}

void TestCustomerTableRefresh::followsMovedRows()
{
    const QPersistentModelIndex first = m_model->index(0, 0);
    const QPersistentModelIndex second = m_model->index(1, 0);
    const QPersistentModelIndex moved = m_model->index(60, 4);
    m_directory->customers[60].stage = Stage::Active;
    m_directory->customers.move(60, 0);
    m_directory->customers.swapItemsAt(1, 2);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    refresh();
    QCOMPARE(moved.row(), 0);
    QCOMPARE(moved.column(), 4);
    QCOMPARE(first.row(), 2);
    QCOMPARE(second.row(), 1);
    for (int row = 0; row < 100; ++row)
        QCOMPARE(m_model->entry(row), std::optional(m_directory->customers.at(row)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 0);
}

void TestCustomerTableRefresh::followsARowFromOnePageToTheNext_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("first page first") << QList<int>{0, 1};
    QTest::newRow("second page first") << QList<int>{1, 0};
}

void TestCustomerTableRefresh::followsARowFromOnePageToTheNext()
{
    QFETCH(const QList<int>, order);
    const QPersistentModelIndex down = m_model->index(49, 0);
    m_directory->customers.prepend(customerNumber(1000));
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, order.at(0)));
    // Half an answer is not shown: the row would be lost in between.
    QCOMPARE(down.row(), 49);
    QCOMPARE(m_model->entry(0)->id, idNumber(0));
    QVERIFY(m_directory->answer(*m_finhub, order.at(1)));
    QCOMPARE(down.row(), 50);
    QCOMPARE(m_model->entry(50)->id, idNumber(49));

    const QPersistentModelIndex up = m_model->index(50, 0);
    m_directory->customers.removeFirst();
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, order.at(0)));
    QVERIFY(m_directory->answer(*m_finhub, order.at(1)));
    QCOMPARE(up.row(), 49);
    QCOMPARE(m_model->rowCount(), 300);
}

/// Readings of two ages show a customer twice. When both rows are followed, both end in the one that is left,
/// and one of the two indexes going away must not leave the other behind.
void TestCustomerTableRefresh::twoRowsBecomeOne()
{
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, 0));
    m_directory->customers.insert(0, customerNumber(1000));
    QVERIFY(m_directory->answer(*m_finhub, 1));
    QCOMPARE(m_model->entry(49)->id, idNumber(49));
    QCOMPARE(m_model->entry(50)->id, idNumber(49));

    const QPersistentModelIndex older = m_model->index(49, 0);
    auto newer = std::make_unique<QPersistentModelIndex>(m_model->index(50, 0));
    const QPersistentModelIndex neighbour = m_model->index(51, 0);
    refresh();
    QVERIFY(older.isValid() != newer->isValid());
    QCOMPARE(std::max(older.row(), newer->row()), 50);

    newer.reset();
    m_directory->customers.insert(0, customerNumber(1001));
    refresh();
    QCOMPARE(neighbour.row(), 52);
    if (older.isValid())
        QCOMPARE(m_model->entry(older.row())->id, idNumber(49));
}

void TestCustomerTableRefresh::followsARowToAPageThatWasNotThere()
{
    m_model->setVisibleRows(90, 110);
    QCOMPARE(openPages(*m_finhub), QList<int>{3});
    const QPersistentModelIndex down = m_model->index(149, 0);
    m_directory->customers.prepend(customerNumber(1000));
    m_model->refresh();
    QCOMPARE(openPages(*m_finhub), (QList<int>{1, 2, 3}));
    for (const int page : {1, 2, 3})
        QVERIFY(m_directory->answer(*m_finhub, page));
    QCOMPARE(down.row(), 150);
    QCOMPARE(m_model->entry(150)->id, idNumber(149));
}

void TestCustomerTableRefresh::losesWhoLeftTheRowsThatAreKnown()
{
    const QPersistentModelIndex selected = m_model->index(30, 0);
    m_directory->customers.move(30, 250);
    refresh();
    QVERIFY(!selected.isValid());
    QCOMPARE(m_model->rowOf(idNumber(30)), -1);
    // Found again by id where it went.
    m_model->setVisibleRows(240, 260);
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->rowOf(idNumber(30)), 250);
}

void TestCustomerTableRefresh::keepsTheSelection()
{
    QItemSelectionModel selection(m_model.get());
    selection.setCurrentIndex(m_model->index(45, 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selection.select(m_model->index(47, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_directory->customers.removeAt(46);
    for (int i = 0; i < 5; ++i)
        m_directory->customers.prepend(customerNumber(1000 + i));
    refresh();
    QCOMPARE(selection.currentIndex().row(), 50);
    QModelIndexList rows = selection.selectedRows();
    std::sort(rows.begin(), rows.end());
    QCOMPARE(rows, (QModelIndexList{m_model->index(50, 0), m_model->index(51, 0)}));
    QCOMPARE(m_model->entry(50)->id, idNumber(45));
    QCOMPARE(m_model->entry(51)->id, idNumber(47));
}

void TestCustomerTableRefresh::removesAndInsertsAtTheEndOnly()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_directory->customers.remove(5, 3);
    refresh();
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 297);
    QCOMPARE(removed.at(0).at(2).toInt(), 299);
    m_directory->customers.prepend(customerNumber(1000));
    refresh();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 297);
    QCOMPARE(inserted.at(0).at(2).toInt(), 297);
}

void TestCustomerTableRefresh::readsOtherPagesAgainWhenTheyAreSeen()
{
    m_directory->customers.prepend(customerNumber(1000));
    refresh();
    // Page 2 was read before: its rows stay until they come into sight, then they are read once.
    QCOMPARE(m_model->entry(120)->id, idNumber(120));
    const QPersistentModelIndex selected = m_model->index(120, 0);
    m_model->setVisibleRows(110, 130);
    QCOMPARE(openPages(*m_finhub), (QList<int>{2, 3}));
    m_directory->answerAll(*m_finhub);
    QCOMPARE(selected.row(), 121);
    QCOMPARE(m_model->entry(120)->id, idNumber(119));
    const int sent = m_model->requestsSent();
    m_model->setVisibleRows(111, 131);
    m_model->setVisibleRows(40, 60);
    QCOMPARE(m_model->requestsSent(), sent);
}

void TestCustomerTableRefresh::asksForNothingTwice()
{
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, 1)); // waits for page 0
    m_model->setVisibleRows(41, 61);
    QCOMPARE(openPages(*m_finhub), QList<int>{0});
    // A page that comes into sight meanwhile belongs to the refresh.
    m_model->setVisibleRows(42, 110);
    QCOMPARE(openPages(*m_finhub), (QList<int>{0, 2, 3}));
    m_directory->customers[45].stage = Stage::Active;
    QVERIFY(m_directory->answer(*m_finhub, 0));
    QCOMPARE(m_model->entry(45)->stage.value(), Stage::Approval);
    QVERIFY(m_directory->answer(*m_finhub, 2));
    QVERIFY(m_directory->answer(*m_finhub, 3));
    QCOMPARE(m_model->entry(45)->stage.value(), Stage::Active);
    QVERIFY(!m_model->isLoading());
}

void TestCustomerTableRefresh::takesInWhatIsStillSeenAfterAJump()
{
    m_directory->customers.prepend(customerNumber(1000));
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, 0));
    QCOMPARE(m_model->entry(0)->id, idNumber(0));
    // The other half of the refresh is left behind, so nobody waits for it any more.
    m_model->setVisibleRows(250, 270);
    QCOMPARE(m_model->entry(0)->id, idNumber(1000));
    QCOMPARE(openPages(*m_finhub), (QList<int>{5, 4, 6}));
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->entry(270)->id, idNumber(269));
    QVERIFY(!m_model->isLoading());
}

void TestCustomerTableRefresh::startsOverWhenAskedAgain()
{
    m_model->refresh();
    QVERIFY(m_directory->answer(*m_finhub, 1));
    const int call = openCall(*m_finhub, 0);
    m_directory->customers[50].stage = Stage::Rejected;
    m_model->refresh();
    QVERIFY(m_finhub->directoryPages.isAborted(call));
    QCOMPARE(openPages(*m_finhub), (QList<int>{0, 1}));
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->entry(50)->stage.value(), Stage::Rejected);
}

void TestCustomerTableRefresh::findsWhoIsInTwoReadingsInTheNewerOne()
{
    // Somebody registers between the readings of two pages: c149 is in both.
    m_directory->customers.prepend(customerNumber(1000));
    const QPersistentModelIndex selected = m_model->index(149, 0);
    m_model->setVisibleRows(150, 160);
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_model->entry(150)->id, idNumber(149));
    QCOMPARE(m_model->rowOf(idNumber(149)), 150);
    QCOMPARE(selected.row(), 150);
    QCOMPARE(m_model->rowCount(), 301);
}

QTEST_GUILESS_MAIN(TestCustomerTableRefresh)
#include "tst_customertablerefresh.moc"
