#include "models/scripteddirectory.h"
#include "review/notingfinhub.h"
#include "support/memorystore.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::review;
using namespace finhub::test;

namespace {
Readiness stateOf(VerificationStatus status)
{
    Readiness readiness;
    readiness.verificationStatus = status;
    readiness.risk = RiskLevel::Low;
    return readiness;
}

KnownCustomer known(int number)
{
    return {.id = idNumber(number),
            .userId = {},
            .verifications = {},
            .addedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC).addSecs(-number)};
}
} // namespace

/// The table over a server without a directory: its rows are the customers whom the console knows.
class TestKnownCustomerRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhomTheConsoleKnows();
    void readsOnlyWhatIsLookedAt();
    void followsWhatIsLearned();
    void losesNobodyUnderAStageFilter();
    void followsAddingAndRemoving();

private:
    void addKnown(int first, int last);

    FakeFinHub m_server;
    std::unique_ptr<CustomerTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<NotingFinHub> m_finhub;
    std::unique_ptr<KnownCustomers> m_known;
    std::unique_ptr<MemoryStore> m_store;
};

void TestKnownCustomerRows::init()
{
    m_tester.reset();
    m_model.reset();
    m_finhub.reset();
    m_known.reset();
    m_server.readinessChecks = {};
    m_store = std::make_unique<MemoryStore>();
    m_known = std::make_unique<KnownCustomers>(*m_store);
    m_finhub = std::make_unique<NotingFinHub>(m_server, *m_known);
    m_server.setOffered({});
    m_server.openSession({});
    QTRY_VERIFY(m_known->isLoaded());
    m_model = std::make_unique<CustomerTableModel>(*m_finhub, plainTexts());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(m_known.get(), &KnownCustomers::learnedOf, m_model.get(),
            [this](const CustomerId& id) { m_model->apply(m_known->entry(id)); });
}

void TestKnownCustomerRows::addKnown(int first, int last)
{
    QList<KnownCustomer> customers;
    for (int i = first; i <= last; ++i)
        customers << known(i);
    m_known->add(customers);
}

void TestKnownCustomerRows::showsWhomTheConsoleKnows()
{
    addKnown(0, 119);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 120);
    QCOMPARE(m_model->total(), std::optional<qint64>(120));
    QCOMPARE(m_model->entry(0)->id, idNumber(0));
    QCOMPARE(m_model->withoutStage(), 120);
    m_model->setVisibleRows(80, 119);
    QTRY_VERIFY(m_model->entry(119));
    QCOMPARE(m_model->entry(119)->id, idNumber(119));
    QCOMPARE(m_server.directoryPages.count(), 0);
}

void TestKnownCustomerRows::readsOnlyWhatIsLookedAt()
{
    m_server.readinessChecks.answer = [](const CustomerArguments&) {
        return stateOf(VerificationStatus::InProgress);
    };
    addKnown(0, 999);
    m_model->setQuery({});
    m_model->setVisibleRows(0, 20);
    QTRY_VERIFY(m_model->rowCount() == 1000 && m_server.readinessChecks.count() >= 50);
    QTRY_COMPARE(m_server.readinessChecks.open(), 0);
    // The page under the rows and the one after it.
    QTRY_COMPARE(m_server.readinessChecks.count(), 100);
    QTest::qWait(20);
    QCOMPARE(m_server.readinessChecks.count(), 100);
    m_model->refresh();
    QTRY_VERIFY(!m_model->isLoading());
    QTest::qWait(20);
    QCOMPARE(m_server.readinessChecks.count(), 100);
    QCOMPARE(m_model->stageCounts()->at(std::size_t(Stage::Approval)), 100);
    QCOMPARE(m_model->withoutStage(), 900);
}

void TestKnownCustomerRows::followsWhatIsLearned()
{
    addKnown(0, 9);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 10);
    QVERIFY(m_model->entry(0)->stage.isAbsent());
    m_server.readinessChecks.finish(0, stateOf(VerificationStatus::InProgress));
    QCOMPARE(m_model->entry(0)->stage.value(), Stage::Approval);
    QCOMPARE(m_model->entry(0)->risk.value(), RiskLevel::Low);
    QVERIFY(m_model->entry(1)->stage.isAbsent());
}

void TestKnownCustomerRows::losesNobodyUnderAStageFilter()
{
    addKnown(0, 9);
    DirectoryQuery approval;
    approval.stages = {Stage::Approval};
    m_model->setQuery(approval);
    QTRY_COMPARE(m_model->rowCount(), 10);
    m_server.readinessChecks.answer = [](const CustomerArguments& asked) {
        return stateOf(asked.id == idNumber(7) ? VerificationStatus::InProgress : VerificationStatus::None);
    };
    for (int i = 0; i < StateReader::MostAtOnce; ++i)
        m_server.readinessChecks.finish(i, stateOf(VerificationStatus::None));
    const auto everybodyIsRead = [this] {
        for (int i = 0; i < 10; ++i) {
            if (!m_known->learned(idNumber(i)) || !m_known->learned(idNumber(i))->asked)
                return false;
        }
        return true;
    };
    QTRY_VERIFY(everybodyIsRead());
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->entry(0)->id, idNumber(7));
}

void TestKnownCustomerRows::followsAddingAndRemoving()
{
    addKnown(0, 9);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 10);
    const QPersistentModelIndex fifth = m_model->index(5, 0);
    m_known->remove(idNumber(2));
    m_known->add({known(-1)});
    m_known->remove(idNumber(3));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 9);
    QCOMPARE(m_model->entry(0)->id, idNumber(-1));
    QCOMPARE(fifth.row(), m_model->rowOf(idNumber(5)));
    QCOMPARE(fifth.row(), 4);
}

QTEST_GUILESS_MAIN(TestKnownCustomerRows)
#include "tst_knowncustomerrows.moc"
