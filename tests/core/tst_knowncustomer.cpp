#include "core/knowncustomer.h"

#include <QTest>

using namespace finhub;

namespace {
KnownCustomer customer(const QStringList& verifications, const QString& user = {})
{
    KnownCustomer known;
    known.id = CustomerId(QStringLiteral("c-1"));
    known.userId = UserId(user);
    for (const QString& id : verifications)
        known.verifications << VerificationId(id);
    known.addedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    return known;
}

QStringList idsOf(const KnownCustomer& known)
{
    QStringList ids;
    for (const VerificationId& id : known.verifications)
        ids << id.text();
    return ids;
}
} // namespace

class TestKnownCustomer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsNew_data();
    void takesWhatIsNew();
    void keepsWhenTheyWereAdded();
    void keepsOnlySoManyVerifications();
};

void TestKnownCustomer::takesWhatIsNew_data()
{
    QTest::addColumn<QStringList>("known");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("nothing") << QStringList{} << QStringList{} << QStringList{};
    QTest::newRow("the first") << QStringList{} << QStringList{QStringLiteral("v-1")}
                               << QStringList{QStringLiteral("v-1")};
    QTest::newRow("a newer one is current")
        << QStringList{QStringLiteral("v-1")} << QStringList{QStringLiteral("v-2")}
        << QStringList{QStringLiteral("v-2"), QStringLiteral("v-1")};
    QTest::newRow("one that is known stays where it is")
        << QStringList{QStringLiteral("v-2"), QStringLiteral("v-1")} << QStringList{QStringLiteral("v-1")}
        << QStringList{QStringLiteral("v-2"), QStringLiteral("v-1")};
    QTest::newRow("in the order told")
        << QStringList{QStringLiteral("v-1")}
        << QStringList{QStringLiteral("v-3"), QStringLiteral("v-2"), QStringLiteral("v-1")}
        << QStringList{QStringLiteral("v-3"), QStringLiteral("v-2"), QStringLiteral("v-1")};
    QTest::newRow("told twice") << QStringList{} << QStringList{QStringLiteral("v-1"), QStringLiteral("v-1")}
                                << QStringList{QStringLiteral("v-1")};
    QTest::newRow("told without an id")
        << QStringList{QStringLiteral("v-1")} << QStringList{QStringLiteral("")}
        << QStringList{QStringLiteral("v-1")};
}

void TestKnownCustomer::takesWhatIsNew()
{
    QFETCH(QStringList, known);
    QFETCH(QStringList, told);
    QFETCH(QStringList, after);
    KnownCustomer there = customer(known);
    QCOMPARE(bringUpToDate(there, customer(told)), known != after);
    QCOMPARE(idsOf(there), after);
}

void TestKnownCustomer::keepsWhenTheyWereAdded()
{
    KnownCustomer there = customer({});
    KnownCustomer told = customer({}, QStringLiteral("u-1"));
    told.addedAt = there.addedAt.addDays(1);
    QVERIFY(bringUpToDate(there, told));
    QCOMPARE(there.addedAt, customer({}).addedAt);
    QCOMPARE(there.userId, UserId(QStringLiteral("u-1")));
    // Whoever says nothing of the user takes nothing away.
    QVERIFY(!bringUpToDate(there, customer({})));
    QCOMPARE(there.userId, UserId(QStringLiteral("u-1")));
}

void TestKnownCustomer::keepsOnlySoManyVerifications()
{
    KnownCustomer there = customer({QStringLiteral("oldest")});
    for (int i = 0; i < MaxKnownVerifications + 5; ++i)
        bringUpToDate(there, customer({QStringLiteral("v-%1").arg(i)}));
    QCOMPARE(there.verifications.size(), MaxKnownVerifications);
    QCOMPARE(there.verifications.first(), VerificationId(QStringLiteral("v-24")));
    QVERIFY(!there.verifications.contains(VerificationId(QStringLiteral("oldest"))));
}

QTEST_GUILESS_MAIN(TestKnownCustomer)
#include "tst_knowncustomer.moc"
