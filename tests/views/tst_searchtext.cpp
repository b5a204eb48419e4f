#include "views/support/searchtext.h"

#include <QTest>

using finhub::views::searchTextOf;

/// What is pasted into the search finds what it was copied from.
class TestSearchText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAddressesAndNames_data();
    void takesAddressesAndNames();
    void normalisesPhones_data();
    void normalisesPhones();
    void leavesIdsAlone_data();
    void leavesIdsAlone();
    void isAtMostAsLongAsTheContractAllows();
    void changesNothingTheSecondTime();
};

void TestSearchText::takesAddressesAndNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("search");
    const QString address = QStringLiteral("rasa@example.com");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("spaces") << QStringLiteral(" \t\n ") << QString();
    QTest::newRow("name") << QStringLiteral("  Rasa   Vaitkus ") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("lines") << QStringLiteral("Rasa\r\nVaitkus\tKaunas")
                           << QStringLiteral("Rasa Vaitkus Kaunas");
    QTest::newRow("no-break space") << QStringLiteral("Rasa\u00a0Vaitkus") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("line separator") << QStringLiteral("Rasa\u2028Vaitkus") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("apostrophe") << QStringLiteral("Sinéad O'Neill") << QStringLiteral("Sinéad O'Neill");
    QTest::newRow("quoted") << QStringLiteral("\"Rasa Vaitkus\"") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("single quotes") << QStringLiteral("'Rasa Vaitkus'") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("typographic quotes") << QStringLiteral("“Rasa Vaitkus”") << QStringLiteral("Rasa Vaitkus");
    QTest::newRow("address") << address << address;
    QTest::newRow("link") << QStringLiteral("mailto:rasa@example.com") << address;
    QTest::newRow("link with subject")
        << QStringLiteral("MAILTO:rasa@example.com?subject=Your%20documents") << address;
    QTest::newRow("angle brackets") << QStringLiteral("<rasa@example.com>") << address;
    QTest::newRow("link in angle brackets") << QStringLiteral("<mailto:rasa@example.com>") << address;
    QTest::newRow("recipient") << QStringLiteral("\"Rasa Vaitkus\" <rasa@example.com>;")
                               << QStringLiteral("Rasa Vaitkus rasa@example.com");
    QTest::newRow("list") << QStringLiteral("rasa@example.com,") << address;
    QTest::newRow("quotes in brackets") << QStringLiteral("<'rasa@example.com'>") << address;
    QTest::newRow("only marks") << QStringLiteral("<> \"\"") << QString();
}

void TestSearchText::takesAddressesAndNames()
{
    QFETCH(QString, typed);
    QTEST(searchTextOf(typed), "search");
}

void TestSearchText::normalisesPhones_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("search");
    const QString number = QStringLiteral("+37060012345");
    QTest::newRow("E.164") << number << number;
    QTest::newRow("spaces") << QStringLiteral("+370 600 12345") << number;
    QTest::newRow("dashes and brackets") << QStringLiteral("+370 (600) 12-345") << number;
    QTest::newRow("dots") << QStringLiteral("+370.600.12345") << number;
    QTest::newRow("slash") << QStringLiteral("+370/60012345") << number;
    QTest::newRow("en dash") << QStringLiteral("+370–600–12345") << number;
    QTest::newRow("00") << QStringLiteral("00370 600 12345") << number;
    QTest::newRow("00, nothing else") << QStringLiteral("0037060012345") << number;
    QTest::newRow("(0)") << QStringLiteral("+370 (0) 600 12345") << number;
    QTest::newRow("link") << QStringLiteral("tel:+370-600-12345") << number;
    QTest::newRow("marks of direction") << QStringLiteral("\u202a+370 600 12345\u202c") << number;
    QTest::newRow("without the country") << QStringLiteral("600 12 345") << QStringLiteral("60012345");
    QTest::newRow("too short to be one") << QStringLiteral("12 34") << QStringLiteral("12 34");
    QTest::newRow("digits in a name") << QStringLiteral("Rasa 600 12345") << QStringLiteral("Rasa 600 12345");
}

void TestSearchText::normalisesPhones()
{
    QFETCH(QString, typed);
    QTEST(searchTextOf(typed), "search");
}

void TestSearchText::leavesIdsAlone_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("UUID") << QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13");
    QTest::newRow("UUID of digits") << QStringLiteral("00123456-7890-1234-5678-901234567890");
    QTest::newRow("start of one") << QStringLiteral("00123456-78");
    QTest::newRow("number") << QStringLiteral("1234567");
    QTest::newRow("number with zeros") << QStringLiteral("0012345");
    QTest::newRow("other letters") << QStringLiteral("cust:2026_0042.a");
}

void TestSearchText::leavesIdsAlone()
{
    QFETCH(QString, id);
    QCOMPARE(searchTextOf(id), id);
    QCOMPARE(searchTextOf(QStringLiteral(" %1\n").arg(id)), id);
}

void TestSearchText::isAtMostAsLongAsTheContractAllows()
{
    QCOMPARE(searchTextOf(QString(300, u'a')).size(), 100);
}

/// The text stays in the box, so that it is normalised again with every key.
void TestSearchText::changesNothingTheSecondTime()
{
    for (const QString& typed :
         {QStringLiteral("<mailto:rasa@example.com>"), QStringLiteral("00370 (0) 600-12345"),
          QStringLiteral("\"Rasa Vaitkus\" <rasa@example.com>;"), QStringLiteral("12 34")})
        QCOMPARE(searchTextOf(searchTextOf(typed)), searchTextOf(typed));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
