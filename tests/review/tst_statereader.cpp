#include "review/statereader.h"
#include "support/fakefinhub.h"
#include "support/memorystore.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
CustomerId id(int number)
{
    return CustomerId(QStringLiteral("c-%1").arg(number));
}

QList<CustomerId> ids(int first, int last)
{
    QList<CustomerId> list;
    for (int i = first; i <= last; ++i)
        list << id(i);
    return list;
}
} // namespace

class TestStateReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFewAtATime();
    void readsEachOnceUntilItIsOld();
    void readsFirstWhatIsLookedAtNow();
    void keepsOnlySoManyWaiting();
    void goesOnAfterACustomerWhomNobodyKnows();
    void stopsAskingAServerThatIsNotThere();
    void readsNobodyWhoIsNotKnown();
    void abortsWhenDeleted();

private:
    std::unique_ptr<StateReader> m_reader;
    std::unique_ptr<KnownCustomers> m_known;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<FakeFinHub> m_finhub;
};

void TestStateReader::init()
{
    m_reader.reset();
    m_known.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_store = std::make_unique<MemoryStore>();
    for (const CustomerId& one : ids(0, 999))
        m_store->stored << KnownCustomer{.id = one, .userId = {}, .verifications = {}, .addedAt = {}};
    m_known = std::make_unique<KnownCustomers>(*m_store);
    m_known->begin({});
    QTRY_VERIFY(m_known->isLoaded());
    m_reader = std::make_unique<StateReader>(*m_finhub, *m_known);
}

void TestStateReader::readsAFewAtATime()
{
    m_reader->want(ids(0, 9));
    QCOMPARE(m_finhub->readinessChecks.count(), StateReader::MostAtOnce);
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(m_finhub->readinessChecks.arguments(i).id, id(i));
        Readiness readiness;
        readiness.risk = RiskLevel::High;
        m_finhub->readinessChecks.finish(i, readiness);
        QVERIFY(m_finhub->readinessChecks.open() <= StateReader::MostAtOnce);
    }
    QCOMPARE(m_finhub->readinessChecks.count(), 10);
    QCOMPARE(m_known->learned(id(9))->readiness->risk.value(), RiskLevel::High);
    QVERIFY(m_known->learned(id(9))->asked);
}

void TestStateReader::readsEachOnceUntilItIsOld()
{
    m_reader->want(ids(0, 1));
    m_reader->want(ids(0, 1));
    QCOMPARE(m_finhub->readinessChecks.count(), 2);
    m_finhub->readinessChecks.finish(0, Readiness());
    m_finhub->readinessChecks.finish(1, Readiness());
    m_reader->want(ids(0, 1));
    QCOMPARE(m_finhub->readinessChecks.count(), 2);
    m_known->readAgain();
    m_reader->want(ids(0, 1));
    QCOMPARE(m_finhub->readinessChecks.count(), 4);
}

void TestStateReader::readsFirstWhatIsLookedAtNow()
{
    m_reader->want(ids(0, 49));
    m_reader->want(ids(100, 149));
    QCOMPARE(m_reader->waiting(), 100 - StateReader::MostAtOnce);
    m_finhub->readinessChecks.finish(0, Readiness());
    QCOMPARE(m_finhub->readinessChecks.lastArguments().id, id(100));
}

void TestStateReader::keepsOnlySoManyWaiting()
{
    for (int page = 0; page < 20; ++page)
        m_reader->want(ids(page * 50, page * 50 + 49));
    QVERIFY(m_reader->waiting() <= StateReader::MostWaiting);
    QCOMPARE(m_reader->running(), StateReader::MostAtOnce);
    m_finhub->readinessChecks.finish(0, Readiness());
    QCOMPARE(m_finhub->readinessChecks.lastArguments().id, id(950));
}

void TestStateReader::goesOnAfterACustomerWhomNobodyKnows()
{
    m_reader->want(ids(0, 9));
    Error unknown = Error::of(ErrorKind::Status);
    unknown.status = 404;
    m_finhub->readinessChecks.fail(0, unknown);
    QCOMPARE(m_finhub->readinessChecks.count(), 5);
    QCOMPARE(m_known->learned(id(0))->error->status, 404);
    QVERIFY(!m_known->learned(id(0))->readiness);
    m_reader->want({id(0)});
    QCOMPARE(m_reader->waiting(), 5);
}

void TestStateReader::stopsAskingAServerThatIsNotThere()
{
    m_reader->want(ids(0, 49));
    for (int i = 0; i < StateReader::MostAtOnce; ++i)
        m_finhub->readinessChecks.fail(i, Error::of(ErrorKind::Unreachable));
    QCOMPARE(m_finhub->readinessChecks.count(), StateReader::MostAtOnce);
    QCOMPARE(m_reader->waiting(), 0);
}

void TestStateReader::readsNobodyWhoIsNotKnown()
{
    m_reader->want({CustomerId(QStringLiteral("stranger"))});
    QCOMPARE(m_finhub->readinessChecks.count(), 0);
}

void TestStateReader::abortsWhenDeleted()
{
    m_reader->want(ids(0, 9));
    m_reader->abortAll();
    QVERIFY(m_finhub->readinessChecks.isAborted(0));
    m_reader->want(ids(0, 9));
    m_reader.reset();
    QVERIFY(m_finhub->readinessChecks.isAborted(4));
    QCOMPARE(m_finhub->readinessChecks.open(), 0);
}

QTEST_GUILESS_MAIN(TestStateReader)
#include "tst_statereader.moc"
