#include "core/customercsv.h"

#include <QStringEncoder>
#include <QTest>

using namespace finhub;

namespace {
/// The customers of a table, one a line: id, then verifications, then the user.
QStringList linesOf(const CustomerTable& table)
{
    QStringList lines;
    for (const KnownCustomer& customer : table.customers) {
        QStringList parts{customer.id.text()};
        for (const VerificationId& id : customer.verifications)
            parts << id.text();
        if (!customer.userId.isEmpty())
            parts << QStringLiteral("user ") + customer.userId.text();
        lines << parts.join(u' ');
    }
    return lines;
}

CsvLineFault fault(int line, CsvFault what)
{
    return {line, what};
}
} // namespace

class TestCustomerCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void namesEveryLineThatItDoesNotUnderstand();
    void losesOnlyTheLineOfAnOpenQuote();
    void resumesAfterALineThatIsTooLong();
    void stopsAtSoManyLines();
    void readsUtf16();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void takesAHundredThousand();
    void survivesAnything();
};

void TestCustomerCsv::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("customers");
    const QStringList two{QStringLiteral("c-1 v-1"), QStringLiteral("c-2 v-2")};
    QTest::newRow("without names") << QByteArray("c-1,v-1\nc-2,v-2\n") << two;
    QTest::newRow("with names") << QByteArray("customerId,verificationId\nc-1,v-1\nc-2,v-2\n") << two;
    QTest::newRow("the other way round")
        << QByteArray("verificationId,customerId\nv-1,c-1\nv-2,c-2\n") << two;
    QTest::newRow("other spellings") << QByteArray("\"Customer ID\";VERIFICATION_ID\nc-1;v-1\nc-2;v-2")
                                     << two;
    QTest::newRow("among other columns")
        << QByteArray(
               "Name,Verification,City,Customer\n\"Vaitkus, Rasa\",v-1,Vilnius,c-1\nM\xfcller,v-2,,c-2\n")
        << two;
    QTest::newRow("semicolons") << QByteArray("c-1;v-1\nc-2;v-2\n") << two;
    QTest::newRow("tabs") << QByteArray("c-1\tv-1\nc-2\tv-2\n") << two;
    QTest::newRow("CR LF") << QByteArray("c-1,v-1\r\nc-2,v-2\r\n") << two;
    QTest::newRow("CR alone") << QByteArray("c-1,v-1\rc-2,v-2\r") << two;
    QTest::newRow("no end of the last line") << QByteArray("c-1,v-1\nc-2,v-2") << two;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "customerId,verificationId\nc-1,v-1\nc-2,v-2\n")
                                     << two;
    QTest::newRow("spaces and quotes") << QByteArray(" c-1 , \"v-1\" \n\"c-2\",\" v-2\"\n") << two;
    QTest::newRow("a quotation mark within")
        << QByteArray("customerId,verificationId,x\nc-1,v-1,\"a \"\"b\"\"\nc\"\nc-2,v-2,\n") << two;
    QTest::newRow("empty lines") << QByteArray("\n\nc-1,v-1\n,\n   \nc-2,v-2\n\n") << two;
    QTest::newRow("customers only") << QByteArray("customerId\nc-1\nc-2\n")
                                    << QStringList{QStringLiteral("c-1"), QStringLiteral("c-2")};
    QTest::newRow("one column without a name")
        << QByteArray("c-1\nc-2") << QStringList{QStringLiteral("c-1"), QStringLiteral("c-2")};
    QTest::newRow("with users") << QByteArray("customerId,userId,verificationId\nc-1,u-1,v-1\nc-2,,\n")
                                << QStringList{QStringLiteral("c-1 v-1 user u-1"), QStringLiteral("c-2")};
    QTest::newRow("several lines of one")
        << QByteArray("c-1,v-3\nc-2,v-2\nc-1,v-1\nc-1,v-3\n")
        << QStringList{QStringLiteral("c-1 v-3 v-1"), QStringLiteral("c-2 v-2")};
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("names only") << QByteArray("customerId,verificationId\n") << QStringList{};
}

void TestCustomerCsv::reads()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, customers);
    const CustomerTable table = readCustomerTable(file);
    QVERIFY(table.isText);
    QCOMPARE(linesOf(table), customers);
    QCOMPARE(table.faults, QList<CsvLineFault>());
}

void TestCustomerCsv::namesEveryLineThatItDoesNotUnderstand()
{
    const CustomerTable table = readCustomerTable("customerId,verificationId,userId\n"
                                                  "c-1,v-1,u-1\n"
                                                  ",v-2,u-2\n"
                                                  "not an id,v-3,\n"
                                                  "../../admin,,\n"
                                                  "..,,\n"
                                                  "c-4,<b>v</b>,\n"
                                                  "c-5,v-5,u 5\n"
                                                  "=HYPERLINK(\"x\"),v-6,\n"
                                                  "c-7,v-7,u-7\n");
    QCOMPARE(linesOf(table),
             (QStringList{QStringLiteral("c-1 v-1 user u-1"), QStringLiteral("c-7 v-7 user u-7")}));
    QCOMPARE(table.faults, (QList{fault(3, CsvFault::CustomerMissing), fault(4, CsvFault::CustomerInvalid),
                                  fault(5, CsvFault::CustomerInvalid), fault(6, CsvFault::CustomerInvalid),
                                  fault(7, CsvFault::VerificationInvalid), fault(8, CsvFault::UserInvalid),
                                  fault(9, CsvFault::CustomerInvalid)}));
}

void TestCustomerCsv::losesOnlyTheLineOfAnOpenQuote()
{
    const CustomerTable table = readCustomerTable("c-1,v-1\nc-2,\"v-2\nc-3,v-3\nc-4,v-4\n");
    QCOMPARE(linesOf(table),
             (QStringList{QStringLiteral("c-1 v-1"), QStringLiteral("c-3 v-3"), QStringLiteral("c-4 v-4")}));
    QCOMPARE(table.faults, (QList{fault(2, CsvFault::QuoteOpen)}));
}

void TestCustomerCsv::resumesAfterALineThatIsTooLong()
{
    const CustomerTable table = readCustomerTable("c-1,v-1\n" + QByteArray(100'000, 'x') + ",v-2\nc-3,v-3\n");
    QCOMPARE(linesOf(table), (QStringList{QStringLiteral("c-1 v-1"), QStringLiteral("c-3 v-3")}));
    QCOMPARE(table.faults, (QList{fault(2, CsvFault::LineTooLong)}));
}

void TestCustomerCsv::stopsAtSoManyLines()
{
    const CustomerTable table = readCustomerTable(QByteArray("c-1\n").repeated(MaxCsvLines + 10));
    QCOMPARE(table.customers.size(), 1);
    QCOMPARE(table.faults, (QList{fault(MaxCsvLines + 1, CsvFault::TooManyLines)}));
}

/// What spreadsheets call "Unicode text".
void TestCustomerCsv::readsUtf16()
{
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray file = encoder(QStringLiteral("Müller\tcustomerId\r\nx\tc-1\r\n"));
        const CustomerTable table = readCustomerTable(file);
        QVERIFY(table.isText);
        QCOMPARE(linesOf(table), QStringList{QStringLiteral("c-1")});
    }
}

void TestCustomerCsv::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("NUL bytes") << QByteArray("c-1\0c-2\n", 8);
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04\x14\0\x06\0", 8);
}

void TestCustomerCsv::refusesWhatIsNoText()
{
    QFETCH(QByteArray, file);
    const CustomerTable table = readCustomerTable(file);
    QVERIFY(!table.isText);
    QVERIFY(table.customers.isEmpty());
}

void TestCustomerCsv::takesAHundredThousand()
{
    QByteArray file("customerId,verificationId\n");
    for (int i = 0; i < 100'000; ++i)
        file += "6a1f0c3e-9b2d-4e57-8c41-" + QByteArray::number(i) + ",v-" + QByteArray::number(i) + '\n';
    const CustomerTable table = readCustomerTable(file);
    QCOMPARE(table.customers.size(), 100'000);
    QVERIFY(table.faults.isEmpty());
}

/// Whatever bytes come, every line is either a customer, a fault, or empty.
void TestCustomerCsv::survivesAnything()
{
    quint32 seed = 1;
    const auto next = [&seed] { return seed = seed * 1664525U + 1013904223U, seed >> 24; };
    const QByteArray alphabet("c1-,;\t\"\r\n ..\xEF\xBB\xBF<");
    int faults = 0;
    int customers = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray file;
        const int size = static_cast<int>(next());
        for (int i = 0; i < size; ++i)
            file += alphabet.at(next() % static_cast<quint32>(alphabet.size()));
        const CustomerTable table = readCustomerTable(file);
        for (const KnownCustomer& customer : table.customers)
            QVERIFY(customer.id.isValid());
        int line = 0;
        for (const CsvLineFault& one : table.faults) {
            QVERIFY(one.line > line);
            line = one.line;
        }
        faults += static_cast<int>(table.faults.size());
        customers += static_cast<int>(table.customers.size());
    }
    QVERIFY(faults > 1000);
    QVERIFY(customers > 1000);
}

QTEST_GUILESS_MAIN(TestCustomerCsv)
#include "tst_customercsv.moc"
