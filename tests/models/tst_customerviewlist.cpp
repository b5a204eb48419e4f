#include "models/customerviewlist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::models;

namespace {

QString nameOf(CustomerView view)
{
    return QStringLiteral("View %1").arg(static_cast<int>(view));
}

} // namespace

/// The one-click views, their stages and their counts.
class TestCustomerViewList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersByStages_data();
    void filtersByStages();
    void putsEveryListedStageIntoOneView();
    void recognisesAViewByItsStages();
    void countsNothingWhileUnknown();
    void countsByStages();
    void announcesOnlyNewCounts();
};

void TestCustomerViewList::filtersByStages_data()
{
    QTest::addColumn<CustomerView>("view");
    QTest::addColumn<QList<Stage>>("stages");
    QTest::newRow("all") << CustomerView::All << QList<Stage>{};
    QTest::newRow("needs review") << CustomerView::NeedsReview << QList<Stage>{Stage::Approval};
    QTest::newRow("waiting") << CustomerView::WaitingForCustomer
                             << QList<Stage>{Stage::Session, Stage::Verification, Stage::Documents,
                                             Stage::Consents};
    QTest::newRow("ready") << CustomerView::ReadyToActivate << QList<Stage>{Stage::Activation};
    QTest::newRow("active") << CustomerView::Active << QList<Stage>{Stage::Active};
    QTest::newRow("rejected") << CustomerView::Rejected << QList<Stage>{Stage::Rejected};
}

void TestCustomerViewList::filtersByStages()
{
    QFETCH(const CustomerView, view);
    QFETCH(const QList<Stage>, stages);
    QCOMPARE(stagesOf(view), stages);
    QCOMPARE(viewOf(stages), std::optional(view));

    CustomerViewListModel model(&nameOf);
    const QModelIndex index = model.index(model.rowOf(view));
    QCOMPARE(index.data().toString(), nameOf(view));
    QCOMPARE(index.data(CustomerViewListModel::ViewRole).value<CustomerView>(), view);
}

void TestCustomerViewList::putsEveryListedStageIntoOneView()
{
    // Everything but the two stages that no listed customer has (4.1).
    QList<Stage> listed;
    for (int row = 0; row < 6; ++row)
        listed += stagesOf(static_cast<CustomerView>(row));
    for (const auto& [stage, name] : WireNames<Stage>::table) {
        const bool hasCustomers = stage != Stage::Categorization && stage != Stage::Registration;
        QCOMPARE(listed.count(stage), hasCustomers ? 1 : 0);
    }
}

void TestCustomerViewList::recognisesAViewByItsStages()
{
    QCOMPARE(viewOf({Stage::Consents, Stage::Documents, Stage::Verification, Stage::Session}),
             std::optional(CustomerView::WaitingForCustomer));
    QVERIFY(!viewOf({Stage::Consents}));
    QVERIFY(!viewOf({Stage::Approval, Stage::Active}));
}

void TestCustomerViewList::countsNothingWhileUnknown()
{
    CustomerViewListModel model(&nameOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 6);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row).data(CustomerViewListModel::CountRole).isValid());
    QVERIFY(!model.count(CustomerView::All));
}

void TestCustomerViewList::countsByStages()
{
    CustomerViewListModel model(&nameOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setStageCounts(StageCounts{1, 2, 4, 8, 16, 32, 64, 128, 256, 5'000'000'000});
    const QList<qint64> expected{5'000'000'511, 32, 4 + 8 + 16 + 64, 128, 256, 5'000'000'000};
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row).data(CustomerViewListModel::CountRole), QVariant(expected.at(row)));
}

void TestCustomerViewList::announcesOnlyNewCounts()
{
    CustomerViewListModel model(&nameOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setStageCounts(std::nullopt);
    QCOMPARE(changed.count(), 0);
    model.setStageCounts(StageCounts{});
    model.setStageCounts(StageCounts{});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 5);
    model.setStageCounts(std::nullopt);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!model.count(CustomerView::Active));
}

QTEST_GUILESS_MAIN(TestCustomerViewList)
#include "tst_customerviewlist.moc"
