#include "api/knowncustomersfile.h"

#include <QTest>

using namespace finhub;
using namespace finhub::api;

namespace {
KnownCustomer customer(int number)
{
    KnownCustomer known;
    known.id = CustomerId(QStringLiteral("c-%1").arg(number));
    known.addedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);
    return known;
}
} // namespace

class TestKnownCustomersFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything();
    void writesTheFormThatIsPromised();
    void takesOneWhoIsThereTwiceAsOne();
    void refusesDamage_data();
    void refusesDamage();
    void refusesTooMany();
    void writesOnlyWhatCanBeRead();
    void holdsAsManyAsMayBeKnown();
};

void TestKnownCustomersFile::keepsEverything()
{
    KnownCustomer full = customer(1);
    full.userId = UserId(QStringLiteral("u-1"));
    full.verifications = {VerificationId(QStringLiteral("v-2")), VerificationId(QStringLiteral("v-1"))};
    const QList<KnownCustomer> customers{full, customer(2)};
    const auto json = writeKnownCustomers(customers);
    QVERIFY(json);
    const auto read = readKnownCustomers(*json);
    QVERIFY(read);
    QCOMPARE(*read, customers);
    QVERIFY(readKnownCustomers(*writeKnownCustomers({}))->isEmpty());
}

void TestKnownCustomersFile::writesTheFormThatIsPromised()
{
    KnownCustomer full = customer(1);
    full.userId = UserId(QStringLiteral("u-1"));
    full.verifications = {VerificationId(QStringLiteral("v-1"))};
    QCOMPARE(*writeKnownCustomers({full, customer(2)}),
             QByteArray(R"({"customers":[{"id":"c-1","userId":"u-1","verifications":["v-1"],)"
                        R"("addedAt":"2026-03-31T09:15:00.000Z"},)"
                        R"({"id":"c-2","addedAt":"2026-03-31T09:15:00.000Z"}]})"
                        "\n"));
}

void TestKnownCustomersFile::takesOneWhoIsThereTwiceAsOne()
{
    const auto read = readKnownCustomers(
        R"({"customers":[{"id":"c-1","verifications":["v-1"]},{"id":"c-1","verifications":["v-2","v-2"]}]})");
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->first().verifications.size(), 2);
}

void TestKnownCustomersFile::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"customers":[{"id":"c-1")");
    QTest::newRow("no object") << QByteArray(R"([])");
    QTest::newRow("no customers") << QByteArray(R"({})");
    QTest::newRow("not a list") << QByteArray(R"({"customers":{}})");
    QTest::newRow("no id") << QByteArray(R"({"customers":[{"addedAt":"2026-03-31T09:15:00.000Z"}]})");
    QTest::newRow("null") << QByteArray(R"({"customers":[null]})");
    QTest::newRow("an id that walks") << QByteArray(R"({"customers":[{"id":"../../admin"}]})");
    QTest::newRow("an empty id") << QByteArray(R"({"customers":[{"id":""}]})");
    QTest::newRow("a number") << QByteArray(R"({"customers":[{"id":5}]})");
    QTest::newRow("a verification with a line break")
        << QByteArray(R"({"customers":[{"id":"c","verifications":["v\n"]}]})");
    QTest::newRow("a verification that is null")
        << QByteArray(R"({"customers":[{"id":"c","verifications":[null]}]})");
    QTest::newRow("a user that is none") << QByteArray(R"({"customers":[{"id":"c","userId":"a b"}]})");
    QTest::newRow("a member twice") << QByteArray(R"({"customers":[{"id":"c","id":"d"}]})");
    QTest::newRow("something after it") << QByteArray(R"({"customers":[]} {})");
    QTest::newRow("NUL") << QByteArray("{\"customers\":[]}\0", 17);
    QTest::newRow("not UTF-8") << QByteArray("{\"customers\":[{\"id\":\"\xff\"}]}");
    QTest::newRow("deep") << QByteArray("{\"customers\":") + QByteArray(1000, '[') + QByteArray(1000, ']') +
                                 '}';
}

void TestKnownCustomersFile::refusesDamage()
{
    QFETCH(QByteArray, json);
    const auto read = readKnownCustomers(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    QVERIFY(!read.error().technical.isEmpty());
}

void TestKnownCustomersFile::refusesTooMany()
{
    QByteArray json(R"({"customers":[{"id":"c"})");
    for (int i = 0; i <= MaxKnownCustomers; ++i)
        json += ",{\"id\":\"c" + QByteArray::number(i) + "\"}";
    QVERIFY(!readKnownCustomers(json + "]}"));
    QVERIFY(!readKnownCustomers(QByteArray(MaxKnownCustomersBytes + 1, ' ')));
}

void TestKnownCustomersFile::writesOnlyWhatCanBeRead()
{
    QList<KnownCustomer> customers;
    for (int i = 0; i <= MaxKnownCustomers; ++i)
        customers << customer(i);
    const auto tooMany = writeKnownCustomers(customers);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, ErrorKind::Refused);
    customers.removeLast();
    for (KnownCustomer& one : customers) {
        for (int i = 0; i < 10; ++i)
            one.verifications << VerificationId(QStringLiteral("v-%1").arg(i));
    }
    QVERIFY(!writeKnownCustomers(customers));
}

void TestKnownCustomersFile::holdsAsManyAsMayBeKnown()
{
    QList<KnownCustomer> customers;
    for (int i = 0; i < MaxKnownCustomers; ++i) {
        KnownCustomer one = customer(0);
        one.id = CustomerId(QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-%1").arg(i, 12, 10, QLatin1Char('0')));
        one.userId = UserId(QStringLiteral("c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364"));
        one.verifications = {VerificationId(QStringLiteral("e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49"))};
        customers << one;
    }
    const auto json = writeKnownCustomers(customers);
    QVERIFY(json);
    const auto read = readKnownCustomers(*json);
    QVERIFY(read);
    QCOMPARE(read->size(), MaxKnownCustomers);
}

QTEST_GUILESS_MAIN(TestKnownCustomersFile)
#include "tst_knowncustomersfile.moc"
