#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/support/disclosure.h"
#include "views/support/masking.h"

#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

/// What a masked value still tells, and who gets to see it masked.
class TestMasking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksEmails_data();
    void masksEmails();
    void masksPhones_data();
    void masksPhones();
    void masksFileNames_data();
    void masksFileNames();
    void masksIbans();
    void masksDates();
    void masksOtherTexts();
    void masksForRolesThatOnlyLook_data();
    void masksForRolesThatOnlyLook();
    void revealsOneFieldAtATime();
};

void TestMasking::masksEmails_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("masked");
    QTest::newRow("usual") << QStringLiteral("anna@example.com") << QStringLiteral("a•••@e•••.com");
    QTest::newRow("several labels") << QStringLiteral("anna.meyer@mail.example.co.uk")
                                    << QStringLiteral("a•••@m•••.uk");
    QTest::newRow("two @") << QStringLiteral("\"a@b\"@example.org") << QStringLiteral("\"•••@e•••.org");
    QTest::newRow("one letter") << QStringLiteral("x@y.de") << QStringLiteral("x•••@y•••.de");
    QTest::newRow("outside the first plane")
        << QStringLiteral("😀nna@example.com") << QStringLiteral("😀•••@e•••.com");
    QTest::newRow("no @") << QStringLiteral("anna.meyer") << QStringLiteral("•••");
    QTest::newRow("no domain") << QStringLiteral("anna@") << QStringLiteral("•••");
    QTest::newRow("no dot") << QStringLiteral("anna@localhost") << QStringLiteral("•••");
    QTest::newRow("nobody") << QStringLiteral("@example.com") << QStringLiteral("•••");
    QTest::newRow("empty") << QString() << QString();
}

void TestMasking::masksEmails()
{
    QFETCH(QString, address);
    QTEST(masking::email(address), "masked");
    QTEST(masking::userName(address), "masked");
}

void TestMasking::masksPhones_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("masked");
    QTest::newRow("E.164") << QStringLiteral("+37060012389") << QStringLiteral("•••• 89");
    QTest::newRow("with separators") << QStringLiteral("+370 (600) 123-89 ") << QStringLiteral("•••• 89");
    QTest::newRow("too short to tell two digits") << QStringLiteral("112") << QStringLiteral("••••");
    QTest::newRow("no digits") << QStringLiteral("none") << QStringLiteral("••••");
    QTest::newRow("empty") << QString() << QString();
}

void TestMasking::masksPhones()
{
    QFETCH(QString, number);
    QTEST(masking::phone(number), "masked");
}

void TestMasking::masksFileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::newRow("usual") << QStringLiteral("rasa-vaitkus.pdf") << QStringLiteral("•••.pdf");
    QTest::newRow("two dots") << QStringLiteral("rasa.vaitkus.jpeg") << QStringLiteral("•••.jpeg");
    QTest::newRow("the name behind a dot") << QStringLiteral("passport.rasavaitkus") << QStringLiteral("•••");
    QTest::newRow("words behind a dot") << QStringLiteral("a.b c") << QStringLiteral("•••");
    QTest::newRow("no extension") << QStringLiteral("rasa") << QStringLiteral("•••");
    QTest::newRow("dot at the end") << QStringLiteral("rasa.") << QStringLiteral("•••");
    QTest::newRow("empty") << QString() << QString();
}

void TestMasking::masksFileNames()
{
    QFETCH(QString, name);
    QTEST(masking::fileName(name), "masked");
}

void TestMasking::masksIbans()
{
    QCOMPARE(masking::iban(QStringLiteral("LT717300010123456789")), QStringLiteral("LT•• •••• 6789"));
    QCOMPARE(masking::iban(QStringLiteral("LT71 7300 0101 2345 6789")), QStringLiteral("LT•• •••• 6789"));
    // Shorter than any country's: its ends would be most of it.
    QCOMPARE(masking::iban(QStringLiteral("LT7173000")), QStringLiteral("•••"));
    QCOMPARE(masking::iban(QString()), QString());
}

void TestMasking::masksDates()
{
    QCOMPARE(masking::date(QDate(1990, 5, 15)), QStringLiteral("•• ••• 1990"));
    QCOMPARE(masking::date(QDate()), QString());
}

void TestMasking::masksOtherTexts()
{
    QCOMPARE(masking::text(QStringLiteral("Vilnius")), QStringLiteral("•••"));
    QCOMPARE(masking::text(QString()), QString());
    Document document;
    document.fileName = QStringLiteral("rasa.pdf");
    QCOMPARE(withMaskedNames({document}).first().fileName, QStringLiteral("•••.pdf"));
}

void TestMasking::masksForRolesThatOnlyLook_data()
{
    QTest::addColumn<QList<WireValue<Role>>>("roles");
    QTest::addColumn<bool>("masked");
    using Roles = QList<WireValue<Role>>;
    QTest::newRow("officer") << Roles{Role::Admin, Role::ComplianceOfficer} << false;
    QTest::newRow("senior") << Roles{Role::ComplianceOfficer, Role::PowerTenant} << false;
    QTest::newRow("viewer") << Roles{Role::Viewer} << true;
    QTest::newRow("an unknown role") << Roles{WireValue<Role>::fromWire(QStringLiteral("AUDITOR"))} << true;
    QTest::newRow("none") << Roles{} << true;
}

void TestMasking::masksForRolesThatOnlyLook()
{
    QFETCH(QList<WireValue<Role>>, roles);
    QFETCH(bool, masked);
    FakeFinHub finhub;
    review::CaseFile file(finhub, CustomerId(QStringLiteral("c-1")));
    QVERIFY(masksPersonal(finhub.session())); // nobody is signed in
    QVERIFY(masksPersonal(file));
    SessionInfo session = sampleOfficer();
    session.roles = roles;
    finhub.openSession(session);
    QCOMPARE(masksPersonal(finhub.session()), masked);
    QCOMPARE(masksPersonal(file), masked);
}

void TestMasking::revealsOneFieldAtATime()
{
    Disclosure disclosure;
    QVERIFY(disclosure.isMasked(QStringLiteral("email")));
    disclosure.reveal(QStringLiteral("email"));
    QVERIFY(!disclosure.isMasked(QStringLiteral("email")));
    QVERIFY(disclosure.isMasked(QStringLiteral("phone")));
    disclosure.forget();
    QVERIFY(disclosure.isMasked(QStringLiteral("email")));
    disclosure.setMasking(false);
    QVERIFY(!disclosure.isMasked(QStringLiteral("phone")));
}

QTEST_MAIN(TestMasking)
#include "tst_masking.moc"
