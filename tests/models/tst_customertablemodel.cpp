#include "models/customertablemodel.h"
#include "models/scripteddirectory.h"
#include "support/fakefinhub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

namespace {

using State = CustomerTableModel::State;

DirectoryQuery searchFor(const QString& text)
{
    DirectoryQuery query;
    query.search = text;
    return query;
}

} // namespace

/// What the table shows and in which state it is, under the model tester throughout.
class TestCustomerTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksNothingByItself();
    void knowsTheTotalAtOnce();
    void givesCellsHeadersAndRoles();
    void saysEmptyWhenNobodyMatches();
    void failsWhenTheFirstPageFails();
    void keepsRowsWhenALaterPageFails();
    void keepsRowsWhenARefreshFails();
    void keepsFormerRowsWhenANewQueryFails();
    void forgetsFailedPagesWithTheirQuery();
    void letsTheLatestQueryWin();
    void exchangesRowsOnlyWhenTheNewOnesAreThere();
    void keepsTheSelectionOfWhoIsInTheNewAnswerToo();
    void asksTheSameOnlyOnce();
    void appliesARowInPlace();
    void isNotTakenBackByAnOlderReading();
    void countsStagesByTheNewestAnswer();
    void forgetsEverythingOnClear();
    void sortsByWhatTheServerSortsBy();
    void isNeverReset();
};

void TestCustomerTableModel::asksNothingByItself()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.setVisibleRows(0, 20);
    model.refresh();
    model.retry();

    QCOMPARE(finhub.directoryPages.count(), 0);
    QCOMPARE(model.requestsSent(), 0);
    QCOMPARE(model.state(), State::Empty);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 8);
    QVERIFY(!model.total());
    QVERIFY(!model.isLoading());
    QCOMPARE(model.loadingRows(), std::pair(-1, -1));
}

void TestCustomerTableModel::knowsTheTotalAtOnce()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(1234);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy stateChanged(&model, &CustomerTableModel::stateChanged);
    QSignalSpy exchanged(&model, &CustomerTableModel::rowsExchanged);

    model.setQuery(searchFor(QStringLiteral("a")));
    QCOMPARE(model.state(), State::Loading);
    QVERIFY(model.isLoading());
    QCOMPARE(stateChanged.count(), 1);
    QCOMPARE(finhub.directoryPages.count(), 1);
    QCOMPARE(finhub.directoryPages.arguments(0).query, searchFor(QStringLiteral("a")));
    QCOMPARE(finhub.directoryPages.arguments(0).page, 0);
    QCOMPARE(finhub.directoryPages.arguments(0).size, 50);

    QCOMPARE(directory.answerAll(finhub), 1);
    QCOMPARE(model.state(), State::Ready);
    QCOMPARE(model.rowCount(), 1234);
    QCOMPARE(model.total(), std::optional<qint64>(1234));
    QCOMPARE(model.pagesKept(), 1);
    QVERIFY(!model.isLoading());
    QCOMPARE(stateChanged.count(), 2);
    QCOMPARE(exchanged.count(), 1);
}

void TestCustomerTableModel::givesCellsHeadersAndRoles()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(60);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);

    for (int column = 0; column < 8; ++column) {
        QCOMPARE(model.index(7, column).data().toString(), QStringLiteral("First7 Last7/%1").arg(column));
        QCOMPARE(model.headerData(column, Qt::Horizontal).toString(),
                 QStringLiteral("Column %1").arg(column));
    }
    QCOMPARE(model.headerData(8, Qt::Horizontal, Qt::DecorationRole), QVariant());
    const QModelIndex loaded = model.index(49, 3);
    QCOMPARE(loaded.data(CustomerTableModel::LoadedRole).toBool(), true);
    QCOMPARE(loaded.data(CustomerTableModel::IdRole).toString(), QStringLiteral("c49"));
    QCOMPARE(loaded.data(CustomerTableModel::EntryRole).value<DirectoryEntry>(), customerNumber(49));
    QCOMPARE(model.entry(49), std::optional(customerNumber(49)));
    QCOMPARE(model.rowOf(idNumber(49)), 49);

    const QModelIndex placeholder = model.index(50, 3);
    QVERIFY(placeholder.isValid());
    QCOMPARE(placeholder.data(CustomerTableModel::LoadedRole), QVariant(false));
    QVERIFY(!placeholder.data().isValid());
    QVERIFY(!placeholder.data(CustomerTableModel::IdRole).isValid());
    QVERIFY(!placeholder.data(CustomerTableModel::EntryRole).isValid());
    QVERIFY(!model.entry(50));
    QVERIFY(!model.entry(-1));
    QVERIFY(!model.entry(60));
    QCOMPARE(model.rowOf(idNumber(50)), -1);
}

void TestCustomerTableModel::saysEmptyWhenNobodyMatches()
{
    FakeFinHub finhub;
    const ScriptedDirectory nobody(0);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy exchanged(&model, &CustomerTableModel::rowsExchanged);
    model.setQuery({});
    nobody.answerAll(finhub);

    QCOMPARE(model.state(), State::Ready);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.total(), std::optional<qint64>(0));
    QCOMPARE(exchanged.count(), 1);

    model.setQuery(searchFor(QStringLiteral("x")));
    QCOMPARE(model.state(), State::Loading);
}

void TestCustomerTableModel::failsWhenTheFirstPageFails()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(10);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy stateChanged(&model, &CustomerTableModel::stateChanged);
    model.setQuery({});
    finhub.directoryPages.failLast(serverFailure());

    QCOMPARE(model.state(), State::Failed);
    QVERIFY(model.error());
    QCOMPARE(model.error()->status, 500);
    QVERIFY(!model.isLoading());
    QVERIFY(!model.total());
    QCOMPARE(stateChanged.count(), 2);
    QCOMPARE(finhub.directoryPages.count(), 1);

    model.setVisibleRows(0, 20);
    QCOMPARE(finhub.directoryPages.count(), 1);

    model.retry();
    QCOMPARE(model.state(), State::Loading);
    QVERIFY(!model.error());
    QCOMPARE(finhub.directoryPages.count(), 2);
    directory.answerAll(finhub);
    QCOMPARE(model.state(), State::Ready);
    QCOMPARE(model.rowCount(), 10);

    // Nothing failed: nothing to retry.
    model.retry();
    QCOMPARE(finhub.directoryPages.count(), 2);
}

void TestCustomerTableModel::keepsRowsWhenALaterPageFails()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(500);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(0, 20);
    QCOMPARE(openPages(finhub), QList<int>{1});
    finhub.directoryPages.failLast(serverFailure());

    QCOMPARE(model.state(), State::Ready);
    QVERIFY(model.error());
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.rowOf(idNumber(3)), 3);

    // Looking at it does not ask again and again.
    model.setVisibleRows(10, 60);
    QCOMPARE(openPages(finhub), QList<int>{2});
    directory.answerAll(finhub);
    QVERIFY(model.error());
    const int before = finhub.directoryPages.count();
    model.setVisibleRows(40, 80);
    model.setVisibleRows(41, 81);
    QCOMPARE(finhub.directoryPages.count(), before);

    model.retry();
    QVERIFY(!model.error());
    QCOMPARE(openPages(finhub), QList<int>{1});
    directory.answerAll(finhub);
    QCOMPARE(model.rowOf(idNumber(77)), 77);
    QVERIFY(!model.error());
}

void TestCustomerTableModel::keepsRowsWhenARefreshFails()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(500);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(40, 60);
    directory.answerAll(finhub);

    model.refresh();
    QCOMPARE(openPages(finhub), (QList<int>{0, 1}));
    directory.customers[3].stage = Stage::Active;
    QVERIFY(directory.answer(finhub, 0));
    QCOMPARE(model.entry(3)->stage.value(), Stage::Approval);
    finhub.directoryPages.failLast(serverFailure());
    QCOMPARE(model.state(), State::Ready);
    QVERIFY(model.error());
    // What did arrive is shown; what did not stays as it was.
    QCOMPARE(model.entry(3)->stage.value(), Stage::Active);
    QCOMPARE(model.rowOf(idNumber(60)), 60);
    QCOMPARE(openPages(finhub), QList<int>{});

    // The next refresh tries again and ends the error.
    model.refresh();
    QCOMPARE(openPages(finhub), (QList<int>{0, 1}));
    directory.answerAll(finhub);
    QVERIFY(!model.error());
}

void TestCustomerTableModel::keepsFormerRowsWhenANewQueryFails()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(80);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    QSignalSpy exchanged(&model, &CustomerTableModel::rowsExchanged);

    model.setQuery(searchFor(QStringLiteral("b")));
    finhub.directoryPages.failLast(serverFailure());
    QCOMPARE(model.state(), State::Ready);
    QVERIFY(model.error());
    QCOMPARE(model.rowCount(), 80);
    QCOMPARE(exchanged.count(), 0);

    // The rows of the former query are not completed with rows of the new one.
    model.setVisibleRows(40, 79);
    QCOMPARE(openPages(finhub), QList<int>{});

    model.refresh();
    QCOMPARE(finhub.directoryPages.lastArguments().query, searchFor(QStringLiteral("b")));
    ScriptedDirectory(3).answerAll(finhub);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.error());
    QCOMPARE(exchanged.count(), 1);
}

void TestCustomerTableModel::forgetsFailedPagesWithTheirQuery()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(200);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setVisibleRows(0, 20);
    model.setQuery({});
    QVERIFY(directory.answer(finhub, 0));
    finhub.directoryPages.failLast(serverFailure());
    QVERIFY(model.error());
    model.setQuery(searchFor(QStringLiteral("b")));
    QVERIFY(!model.error());
    QVERIFY(directory.answer(finhub, 0));
    QCOMPARE(openPages(finhub), QList<int>{1});
}

void TestCustomerTableModel::letsTheLatestQueryWin()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy exchanged(&model, &CustomerTableModel::rowsExchanged);
    for (const QString& text : {QStringLiteral("n"), QStringLiteral("no"), QStringLiteral("nov")})
        model.setQuery(searchFor(text));

    QCOMPARE(finhub.directoryPages.count(), 3);
    QVERIFY(finhub.directoryPages.isAborted(0));
    QVERIFY(finhub.directoryPages.isAborted(1));
    QVERIFY(!finhub.directoryPages.finish(0, ScriptedDirectory(100).page(0, 50)));
    QVERIFY(!finhub.directoryPages.finish(1, ScriptedDirectory(100).page(0, 50)));
    QVERIFY(finhub.directoryPages.finish(2, ScriptedDirectory(7).page(0, 50)));
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.query().search, QStringLiteral("nov"));
    QCOMPARE(exchanged.count(), 1);

    // Back to the query whose rows are shown, while another one is under way.
    model.setQuery(searchFor(QStringLiteral("x")));
    model.setQuery(searchFor(QStringLiteral("nov")));
    QVERIFY(finhub.directoryPages.isAborted(3));
    QCOMPARE(finhub.directoryPages.lastArguments().query.search, QStringLiteral("nov"));
    ScriptedDirectory(8).answerAll(finhub);
    QCOMPARE(model.rowCount(), 8);
}

void TestCustomerTableModel::exchangesRowsOnlyWhenTheNewOnesAreThere()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(500);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(200, 220);
    directory.answerAll(finhub);

    model.setVisibleRows(320, 330);
    QCOMPARE(openPages(finhub), (QList<int>{6, 7}));
    model.setQuery(searchFor(QStringLiteral("z")));
    QCOMPARE(openPages(finhub), QList<int>{0});
    QCOMPARE(model.state(), State::Ready);
    QVERIFY(model.isLoading());
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.rowOf(idNumber(210)), 210);
    model.setVisibleRows(300, 320);
    QCOMPARE(openPages(finhub), QList<int>{0});

    ScriptedDirectory others(300);
    for (DirectoryEntry& entry : others.customers)
        entry.id = CustomerId(entry.id.text() + u'z');
    QVERIFY(others.answer(finhub, 0));
    QCOMPARE(model.rowCount(), 300);
    QCOMPARE(model.rowOf(idNumber(210)), -1);
    QCOMPARE(model.entry(0)->id, CustomerId(QStringLiteral("c0z")));
    // The view is at the top now, so the page after the first is one around.
    QCOMPARE(openPages(finhub), QList<int>{1});
}

void TestCustomerTableModel::keepsTheSelectionOfWhoIsInTheNewAnswerToo()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(100);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    const QPersistentModelIndex stays = model.index(10, 2);
    const QPersistentModelIndex goes = model.index(11, 2);
    const QPersistentModelIndex placeholder = model.index(70, 2);

    model.setQuery(searchFor(QStringLiteral("z")));
    directory.customers = {customerNumber(500), customerNumber(10)};
    directory.answerAll(finhub);
    QVERIFY(stays.isValid());
    QCOMPARE(stays.row(), 1);
    QCOMPARE(stays.column(), 2);
    QVERIFY(!goes.isValid());
    QVERIFY(!placeholder.isValid());
}

void TestCustomerTableModel::asksTheSameOnlyOnce()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    model.setQuery({});
    QCOMPARE(finhub.directoryPages.count(), 1);
    finhub.directoryPages.failLast(serverFailure());
    model.setQuery({});
    QCOMPARE(finhub.directoryPages.count(), 2);
    ScriptedDirectory(5).answerAll(finhub);
    model.setQuery({});
    QCOMPARE(finhub.directoryPages.count(), 2);
    QCOMPARE(model.requestsSent(), 2);
}

void TestCustomerTableModel::appliesARowInPlace()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(200);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    DirectoryEntry decided = customerNumber(5);
    decided.stage = Stage::Consents;
    model.apply(decided);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(5, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(5, 7));
    QCOMPARE(model.entry(5)->stage.value(), Stage::Consents);
    QCOMPARE(model.rowOf(idNumber(5)), 5);

    model.apply(decided);
    model.apply(customerNumber(150)); // not loaded
    QCOMPARE(changed.count(), 1);
    QVERIFY(!model.entry(150));
    QCOMPARE(finhub.directoryPages.count(), 1);
}

void TestCustomerTableModel::isNotTakenBackByAnOlderReading()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(200);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(40, 60);
    directory.answerAll(finhub);

    // One page of a refresh has been read before the decision, the other is under way.
    model.refresh();
    const int call = openCall(finhub, 0);
    QVERIFY(directory.answer(finhub, 1));
    directory.customers[45].stage = Stage::Rejected;
    directory.customers[55].stage = Stage::Rejected;
    model.apply(directory.customers.at(45));
    model.apply(directory.customers.at(55));

    QVERIFY(finhub.directoryPages.isAborted(call));
    QCOMPARE(model.entry(45)->stage.value(), Stage::Rejected);
    QCOMPARE(openPages(finhub), (QList<int>{0, 1}));
    directory.answerAll(finhub);
    QCOMPARE(model.entry(45)->stage.value(), Stage::Rejected);
    QCOMPARE(model.entry(55)->stage.value(), Stage::Rejected);
    QVERIFY(!model.isLoading());
}

void TestCustomerTableModel::countsStagesByTheNewestAnswer()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(200);
    directory.stageCounts = StageCounts{0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy counted(&model, &CustomerTableModel::stageCountsChanged);
    QVERIFY(!model.stageCounts());

    model.setQuery({});
    directory.answerAll(finhub);
    QCOMPARE(model.stageCounts(), directory.stageCounts);
    QCOMPARE(counted.count(), 1);

    model.setVisibleRows(0, 20);
    directory.answerAll(finhub);
    QCOMPARE(counted.count(), 1);

    directory.stageCounts->at(5) = 3;
    model.refresh();
    QCOMPARE(counted.count(), 1);
    directory.answerAll(finhub);
    QCOMPARE(model.stageCounts(), directory.stageCounts);
    QCOMPARE(counted.count(), 2);
}

void TestCustomerTableModel::forgetsEverythingOnClear()
{
    FakeFinHub finhub;
    ScriptedDirectory directory(200);
    directory.stageCounts = StageCounts{};
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery(searchFor(QStringLiteral("a")));
    directory.answerAll(finhub);
    model.setVisibleRows(60, 80);
    QVERIFY(model.isLoading());
    const int asked = finhub.directoryPages.count();
    const QPersistentModelIndex selected = model.index(3, 0);

    model.clear();
    QCOMPARE(model.state(), State::Empty);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.pagesKept(), 0);
    QCOMPARE(model.rowOf(idNumber(3)), -1);
    QVERIFY(!model.total());
    QVERIFY(!model.stageCounts());
    QVERIFY(!model.isLoading());
    QVERIFY(!selected.isValid());
    QCOMPARE(abortedPages(finhub), (QList<int>{1, 2}));
    QCOMPARE(finhub.directoryPages.open(), 0);
    QCOMPARE(finhub.directoryPages.count(), asked);

    // The next sign-in asks for the same customers again.
    QCOMPARE(model.query().search, QStringLiteral("a"));
    model.setQuery(model.query());
    QCOMPARE(model.state(), State::Loading);
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 200);
}

void TestCustomerTableModel::sortsByWhatTheServerSortsBy()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.sort(static_cast<int>(CustomerColumn::Waiting), Qt::AscendingOrder);
    QCOMPARE(finhub.directoryPages.count(), 0);
    QCOMPARE(model.query().sort, DirectorySort::SubmittedAt);
    QVERIFY(!model.query().descending);

    DirectoryQuery query = model.query();
    query.search = QStringLiteral("a");
    model.setQuery(query);
    QCOMPARE(finhub.directoryPages.count(), 1);
    model.sort(static_cast<int>(CustomerColumn::Name), Qt::DescendingOrder);
    QCOMPARE(finhub.directoryPages.count(), 2);
    const DirectoryQuery& asked = finhub.directoryPages.lastArguments().query;
    QCOMPARE(asked.sort, DirectorySort::Name);
    QVERIFY(asked.descending);
    QCOMPARE(asked.search, QStringLiteral("a"));

    for (const int column : {-1, 8, static_cast<int>(CustomerColumn::Verification)})
        model.sort(column, Qt::AscendingOrder);
    QCOMPARE(finhub.directoryPages.count(), 2);
    QCOMPARE(model.query(), asked);
}

void TestCustomerTableModel::isNeverReset()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(300);
    CustomerTableModel model(finhub, plainTexts());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy aboutToBeReset(&model, &QAbstractItemModel::modelAboutToBeReset);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(100, 120);
    directory.answerAll(finhub);
    model.refresh();
    directory.answerAll(finhub);
    model.setQuery(searchFor(QStringLiteral("b")));
    ScriptedDirectory(20).answerAll(finhub);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.count() + aboutToBeReset.count(), 0);
}

QTEST_GUILESS_MAIN(TestCustomerTableModel)
#include "tst_customertablemodel.moc"
