#include "review/knowncustomers.h"
#include "support/memorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
api::ConnectionProfile profile(const QString& tenant = QStringLiteral("t-1"))
{
    api::ConnectionProfile one;
    one.baseUrl = QUrl(QStringLiteral("https://api.finhub.cloud"));
    one.tenantId = TenantId(tenant);
    return one;
}

KnownCustomer customer(int number, const QStringList& verifications = {})
{
    KnownCustomer known;
    known.id = CustomerId(QStringLiteral("c-%1").arg(number));
    for (const QString& id : verifications)
        known.verifications << VerificationId(id);
    known.addedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    return known;
}

void name(Learned& learned)
{
    learned.name = QStringLiteral("Rasa");
}
} // namespace

class TestKnownCustomers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsStored();
    void keepsThoseWhoCameBeforeTheStoredOnes();
    void storesWhatChanges();
    void knowsEachOnce();
    void keepsOnlySoMany();
    void removes();
    void readsOncePerConnection();
    void forgetsWithTheConnection();
    void forgetsWhatWasLearnedOnly();
    void saysThatNothingIsStored();
    void staysUsableWhenWhatIsStoredIsDamaged();
    void learns();
    void isSilentWhenDeleted();
};

void TestKnownCustomers::readsWhatIsStored()
{
    MemoryStore store;
    store.stored = {customer(1), customer(2)};
    KnownCustomers known(store);
    const QSignalSpy loaded(&known, &KnownCustomers::loaded);
    known.begin(profile());
    QVERIFY(!known.isLoaded());
    QTRY_VERIFY(known.isLoaded());
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(known.all(), store.stored);
    QVERIFY(known.find(CustomerId(QStringLiteral("c-2"))));
    QVERIFY(!known.find(CustomerId(QStringLiteral("c-3"))));
    QCOMPARE(store.changes.count(), 0);
}

void TestKnownCustomers::keepsThoseWhoCameBeforeTheStoredOnes()
{
    MemoryStore store;
    store.stored = {customer(1), customer(2, {QStringLiteral("v-old")})};
    KnownCustomers known(store);
    known.begin(profile());
    known.add({customer(2, {QStringLiteral("v-new")}), customer(3)});
    QCOMPARE(store.changes.count(), 0);
    QTRY_VERIFY(known.isLoaded());
    QCOMPARE(known.all().size(), 3);
    QCOMPARE(known.find(CustomerId(QStringLiteral("c-2")))->verifications,
             (QList{VerificationId(QStringLiteral("v-new")), VerificationId(QStringLiteral("v-old"))}));
    QCOMPARE(store.changes.count(), 1);
    QCOMPARE(store.changes.arguments(0).told.size(), 2);
}

void TestKnownCustomers::storesWhatChanges()
{
    MemoryStore store;
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    const QSignalSpy changed(&known, &KnownCustomers::listChanged);
    KnownCustomer fresh = customer(1);
    fresh.addedAt = {};
    const auto addition = known.add({fresh, customer(2)});
    QCOMPARE(addition.added, 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(store.changes.count(), 1);
    QCOMPARE(store.changes.arguments(0).told.size(), 2);
    QVERIFY(store.changes.arguments(0).told.first().addedAt.isValid());
    QCOMPARE(store.lastProfile, profile());
}

void TestKnownCustomers::knowsEachOnce()
{
    MemoryStore store;
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    known.add({customer(1, {QStringLiteral("v-1")})});
    const auto addition =
        known.add({customer(1, {QStringLiteral("v-2")}), customer(1, {QStringLiteral("v-2")}), customer(2)});
    QCOMPARE(addition.added, 1);
    QCOMPARE(addition.known, 2);
    QCOMPARE(known.all().size(), 2);
    QCOMPARE(known.all().first().verifications.first(), VerificationId(QStringLiteral("v-2")));
    // Nothing new: nothing to store, nobody to tell.
    const QSignalSpy changed(&known, &KnownCustomers::listChanged);
    const int stored = store.changes.count();
    QCOMPARE(known.add({customer(1), customer(2)}).known, 2);
    QCOMPARE(store.changes.count(), stored);
    QCOMPARE(changed.count(), 0);
}

void TestKnownCustomers::keepsOnlySoMany()
{
    MemoryStore store;
    for (int i = 0; i < MaxKnownCustomers - 1; ++i)
        store.stored << customer(i);
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    const auto addition = known.add({customer(1'000'001), customer(1'000'002), customer(1)});
    QCOMPARE(addition.added, 1);
    QCOMPARE(addition.tooMany, 1);
    QCOMPARE(addition.known, 1);
    QCOMPARE(known.all().size(), MaxKnownCustomers);
}

void TestKnownCustomers::removes()
{
    MemoryStore store;
    store.stored = {customer(1), customer(2), customer(3)};
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    known.learn(customer(2).id, name);
    known.remove(customer(2).id);
    QCOMPARE(known.all(), (QList{customer(1), customer(3)}));
    QVERIFY(!known.learned(customer(2).id));
    QCOMPARE(known.find(customer(3).id)->id, customer(3).id);
    QCOMPARE(store.changes.lastArguments().removed, QList{customer(2).id});
    known.remove(customer(2).id);
    QCOMPARE(store.changes.count(), 1);
}

void TestKnownCustomers::readsOncePerConnection()
{
    MemoryStore store;
    KnownCustomers known(store);
    known.begin(profile());
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    api::ConnectionProfile otherOfficer = profile();
    otherOfficer.username = QStringLiteral("somebody else");
    known.begin(otherOfficer);
    QCOMPARE(store.reads.count(), 1);
    known.begin(profile(QStringLiteral("t-2")));
    QCOMPARE(store.reads.count(), 2);
}

void TestKnownCustomers::forgetsWithTheConnection()
{
    MemoryStore store;
    store.stored = {customer(1)};
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    known.learn(customer(1).id, name);
    store.stored = {customer(2)};
    known.begin(profile(QStringLiteral("t-2")));
    QVERIFY(known.all().isEmpty());
    QVERIFY(!known.learned(customer(1).id));
    QTRY_VERIFY(known.isLoaded());
    QCOMPARE(known.all(), QList{customer(2)});
    known.end();
    QVERIFY(known.all().isEmpty());
    QVERIFY(!known.isLoaded());
    QCOMPARE(store.changes.count(), 0);
}

void TestKnownCustomers::forgetsWhatWasLearnedOnly()
{
    MemoryStore store;
    store.stored = {customer(1)};
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    known.learn(customer(1).id, name);
    known.forgetLearned();
    QCOMPARE(known.all().size(), 1);
    QVERIFY(!known.learned(customer(1).id));
}

void TestKnownCustomers::saysThatNothingIsStored()
{
    MemoryStore store;
    store.changes.answer = {};
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    const QSignalSpy fault(&known, &KnownCustomers::storageFaultChanged);
    known.add({customer(1)});
    store.changes.fail(0, Error::of(ErrorKind::Refused));
    QCOMPARE(fault.count(), 1);
    QVERIFY(known.storageFault());
    QCOMPARE(known.all().size(), 1);
    known.add({customer(2)});
    store.changes.finish(1, Done());
    QCOMPARE(fault.count(), 2);
    QVERIFY(!known.storageFault());
}

void TestKnownCustomers::staysUsableWhenWhatIsStoredIsDamaged()
{
    MemoryStore store;
    store.reads.answer = [](const api::ConnectionProfile&) {
        return failure(Error::of(ErrorKind::Refused, QStringLiteral("$: not JSON")));
    };
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    QCOMPARE(known.storageFault()->kind, ErrorKind::Refused);
    QCOMPARE(known.add({customer(1)}).added, 1);
    QCOMPARE(known.all().size(), 1);
    known.end();
    QVERIFY(!known.storageFault());
}

void TestKnownCustomers::learns()
{
    MemoryStore store;
    store.stored = {customer(1)};
    KnownCustomers known(store);
    known.begin(profile());
    QTRY_VERIFY(known.isLoaded());
    const QSignalSpy learned(&known, &KnownCustomers::learnedOf);
    const int before = known.generation();
    known.learn(customer(1).id, name);
    QCOMPARE(learned.count(), 1);
    QVERIFY(known.generation() > before);
    QCOMPARE(known.entry(customer(1).id).fullName(), QStringLiteral("Rasa"));
    known.learn(customer(1).id, [](Learned& one) { one.asked = true; });
    known.readAgain();
    QVERIFY(!known.learned(customer(1).id)->asked);
    QCOMPARE(known.entry(customer(1).id).fullName(), QStringLiteral("Rasa"));
    // Nothing that was learned is stored.
    QCOMPARE(store.changes.count(), 0);
}

void TestKnownCustomers::isSilentWhenDeleted()
{
    MemoryStore store;
    store.reads.answer = {};
    store.changes.answer = {};
    auto known = std::make_unique<KnownCustomers>(store);
    known->begin(profile());
    store.reads.finish(0, QList<KnownCustomer>());
    known->add({customer(1)});
    known->begin(profile(QStringLiteral("t-2")));
    known.reset();
    QVERIFY(!store.reads.finish(1, QList<KnownCustomer>()));
    QVERIFY(!store.changes.finish(0, Done()));
}

QTEST_GUILESS_MAIN(TestKnownCustomers)
#include "tst_knowncustomers.moc"
