#include "models/customertablemodel.h"
#include "models/scripteddirectory.h"
#include "support/fakefinhub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <utility>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

/// Ends and new beginnings while requests are under way.
class TestCustomerTableLifetime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void diesWithRequestsInFlight();
    void diesInsideItsOwnAnswer();
    void isClearedInsideItsOwnAnswer_data();
    void isClearedInsideItsOwnAnswer();
    void isAskedAnewInsideItsOwnAnswer();
    void isLookedAtWhileRowsChange();
    void isClearedWithAQueryInFlight();
    void isClearedDuringARefresh();
};

void TestCustomerTableLifetime::diesWithRequestsInFlight()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(500);
    auto model = std::make_unique<CustomerTableModel>(finhub, plainTexts());
    model->setQuery({});
    directory.answerAll(finhub);
    model->setVisibleRows(200, 220);
    QCOMPARE(finhub.directoryPages.open(), 3);
    model.reset();
    QCOMPARE(finhub.directoryPages.open(), 0);
    QCOMPARE(abortedPages(finhub), (QList<int>{4, 3, 5}));
    QCOMPARE(directory.answerAll(finhub), 0);
}

void TestCustomerTableLifetime::diesInsideItsOwnAnswer()
{
    // A view that closes from the event loop after the answer, with more requests started by it.
    FakeFinHub finhub;
    const ScriptedDirectory directory(500);
    auto* model = new CustomerTableModel(finhub, plainTexts());
    QObject::connect(model, &CustomerTableModel::rowsExchanged, model, &QObject::deleteLater);
    QSignalSpy destroyed(model, &QObject::destroyed);
    model->setVisibleRows(0, 20);
    model->setQuery({});
    QVERIFY(directory.answer(finhub, 0));
    QCOMPARE(openPages(finhub), QList<int>{1});
    QTRY_COMPARE(destroyed.count(), 1);
    QCOMPARE(finhub.directoryPages.open(), 0);
}

void TestCustomerTableLifetime::isClearedInsideItsOwnAnswer_data()
{
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("rowsExchanged") << QByteArray(SIGNAL(rowsExchanged()));
    QTest::newRow("stateChanged") << QByteArray(SIGNAL(stateChanged()));
    QTest::newRow("stageCountsChanged") << QByteArray(SIGNAL(stageCountsChanged()));
}

void TestCustomerTableLifetime::isClearedInsideItsOwnAnswer()
{
    QFETCH(const QByteArray, signal);
    FakeFinHub finhub;
    ScriptedDirectory directory(500);
    directory.stageCounts = StageCounts{1};
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});

    QObject clearing;
    bool cleared = false;
    const QSignalSpy spy(&model, signal.constData());
    const auto clearOnce = [&] {
        if (!std::exchange(cleared, true))
            model.clear();
    };
    if (signal == SIGNAL(rowsExchanged()))
        QObject::connect(&model, &CustomerTableModel::rowsExchanged, &clearing, clearOnce);
    else if (signal == SIGNAL(stateChanged()))
        QObject::connect(&model, &CustomerTableModel::stateChanged, &clearing, clearOnce);
    else
        QObject::connect(&model, &CustomerTableModel::stageCountsChanged, &clearing, clearOnce);
    QVERIFY(directory.answer(finhub, 0));

    QVERIFY(cleared);
    QVERIFY(!spy.isEmpty());
    QCOMPARE(model.state(), CustomerTableModel::State::Empty);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.pagesKept(), 0);
    QCOMPARE(finhub.directoryPages.open(), 0);
}

void TestCustomerTableLifetime::isAskedAnewInsideItsOwnAnswer()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    DirectoryQuery next;
    next.search = QStringLiteral("next");
    QObject asking;
    QObject::connect(&model, &CustomerTableModel::stageCountsChanged, &asking, [&] { model.setQuery(next); });
    ScriptedDirectory directory(500);
    directory.stageCounts = StageCounts{1};
    model.setVisibleRows(0, 20);
    model.setQuery({});
    QVERIFY(directory.answer(finhub, 0));
    QCOMPARE(openPages(finhub), QList<int>{0});
    QCOMPARE(finhub.directoryPages.lastArguments().query, next);
    ScriptedDirectory(7).answerAll(finhub);
    QCOMPARE(model.rowCount(), 7);
}

void TestCustomerTableLifetime::isLookedAtWhileRowsChange()
{
    // A view says what it looks at whenever rows come and go, in the middle of the model's own work.
    FakeFinHub finhub;
    ScriptedDirectory directory(500);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QObject view;
    int scrolledTo = 0;
    const auto look = [&] { model.setVisibleRows(scrolledTo, scrolledTo + 20); };
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &view, look);
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &view, look);
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, &view, look);
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &view, look);
    QObject::connect(&model, &CustomerTableModel::rowsExchanged, &view, [&] {
        scrolledTo = 0;
        look();
    });
    model.setQuery({});
    QVERIFY(directory.answer(finhub, 0));
    QCOMPARE(openPages(finhub), QList<int>{1});
    directory.answerAll(finhub);
    directory.customers.remove(3, 100);
    model.refresh();
    directory.answerAll(finhub);
    QCOMPARE(model.rowCount(), 400);
    QCOMPARE(model.requestsSent(), 3);

    // Rows of a new query are not asked for where the view was in the former ones.
    scrolledTo = 350;
    look();
    directory.answerAll(finhub);
    const int before = model.requestsSent();
    DirectoryQuery query;
    query.search = QStringLiteral("b");
    model.setQuery(query);
    const ScriptedDirectory more(1000);
    more.answer(finhub, 0);
    QCOMPARE(openPages(finhub), QList<int>{1});
    more.answerAll(finhub);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.requestsSent(), before + 2);
}

void TestCustomerTableLifetime::isClearedWithAQueryInFlight()
{
    FakeFinHub finhub;
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    model.clear();
    QVERIFY(finhub.directoryPages.isAborted(0));
    QVERIFY(!finhub.directoryPages.finish(0, ScriptedDirectory(5).page(0, 50)));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.state(), CustomerTableModel::State::Empty);
    model.refresh();
    model.setVisibleRows(0, 10);
    QCOMPARE(finhub.directoryPages.count(), 1);
}

void TestCustomerTableLifetime::isClearedDuringARefresh()
{
    FakeFinHub finhub;
    const ScriptedDirectory directory(200);
    CustomerTableModel model(finhub, plainTexts());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setQuery({});
    directory.answerAll(finhub);
    model.setVisibleRows(40, 60);
    directory.answerAll(finhub);
    model.refresh();
    QVERIFY(directory.answer(finhub, 0)); // waits for page 1
    model.clear();
    QCOMPARE(directory.answerAll(finhub), 0);
    QCOMPARE(model.rowCount(), 0);
    // Nothing of the former session turns up in the next one.
    model.setQuery({});
    ScriptedDirectory(3).answerAll(finhub);
    model.setVisibleRows(0, 2);
    QVERIFY(!model.isLoading());
    model.refresh();
    QCOMPARE(openPages(finhub), QList<int>{0});
    ScriptedDirectory(3).answerAll(finhub);
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestCustomerTableLifetime)
#include "tst_customertablelifetime.moc"
