#include "newcustomerdesk.h"

#include <QAbstractItemView>
#include <QCompleter>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
QDate today()
{
    return QDateTime::currentDateTimeUtc().date();
}

QString iso(const QDate& date)
{
    return date.toString(Qt::ISODate);
}
} // namespace

/// The members of 2.4 as they are typed, on the second page of a new customer.
class TestRegistrationForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void tidiesWhatIsRight_data();
    void tidiesWhatIsRight();
    void doesNotScoldBeforeAFieldIsLeft();
    void judgesWhileItIsCorrected();
    void saysHowOldTheCustomerIs();
    void completesCountries();
    void closesTheCompletionWithEscape();
    void takesACountryThatIsNotInTheList();
    void checksThePasswordWhileItIsTyped_data();
    void checksThePasswordWhileItIsTyped();
    void comparesTheTwoPasswords();
    void needsARole();
    void namesWhatIsMissing();
    void leadsToTheFirstFault();
    void typesLettersWhereTheyBelong();
    void isReadableWithoutSight();
};

void TestRegistrationForm::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const QString notAnEmail = QStringLiteral("This is not an e-mail address, like rasa@example.com.");
    const QString notAPhone = QStringLiteral("Begin with + and the country code, like +370 600 12345.");
    const QString notADay = QStringLiteral("This is not a day; write it like 1990-05-15.");
    const QString tooYoung = QStringLiteral("The customer must be at least 18 years old.");
    const QString tooLong = QStringLiteral("This is too long; 255 characters are the most.");
    const auto row = [](const char* name, const char* edit, const QString& typed, const QString& words) {
        QTest::newRow(name) << QByteArray(edit) << typed << words;
    };
    row("e-mail without @", "emailEdit", QStringLiteral("rasa.example.com"), notAnEmail);
    row("e-mail without a dot", "emailEdit", QStringLiteral("rasa@example"), notAnEmail);
    row("e-mail without a name", "emailEdit", QStringLiteral("@example.com"), notAnEmail);
    row("e-mail with two @", "emailEdit", QStringLiteral("rasa@v@example.com"), notAnEmail);
    row("e-mail, too long", "emailEdit", QString(250, u'a') + QStringLiteral("@b.com"), tooLong);
    row("phone without +", "phoneEdit", QStringLiteral("860012345"), notAPhone);
    row("phone with letters", "phoneEdit", QStringLiteral("+370 CALL ME"), notAPhone);
    row("phone with 16 digits", "phoneEdit", QStringLiteral("+3706001234567890"), notAPhone);
    row("phone with 0 after +", "phoneEdit", QStringLiteral("+060012345"), notAPhone);
    row("no day", "birthDateEdit", QStringLiteral("someday"), notADay);
    row("31 February", "birthDateEdit", QStringLiteral("1990-02-31"), notADay);
    row("tomorrow", "birthDateEdit", iso(today().addDays(1)), QStringLiteral("This day has not come yet."));
    row("18 tomorrow", "birthDateEdit", iso(today().addDays(1).addYears(-18)), tooYoung);
    row("131 years ago", "birthDateEdit", iso(today().addYears(-131)),
        QStringLiteral("This is more than 130 years ago; check the year."));
    row("first name of spaces", "firstNameEdit", QStringLiteral("   "),
        QStringLiteral("Enter the first name."));
    row("first name, too long", "firstNameEdit", QString(256, u'a'), tooLong);
    row("last name, too long", "lastNameEdit", QString(256, u'a'), tooLong);
    row("nationality, too long", "nationalityEdit", QString(256, u'a'), tooLong);
    row("place of birth, too long", "birthPlaceEdit", QString(256, u'a'), tooLong);
    row("postal code, too long", "pincodeEdit", QString(256, u'a'), tooLong);
}

void TestRegistrationForm::saysWhatIsWrong()
{
    QFETCH(QByteArray, edit);
    QFETCH(QString, typed);
    QFETCH(QString, words);
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    QVERIFY(desk.isEnabled("registrationNextButton"));
    desk.type(edit.constData(), typed);
    QCOMPARE(desk.note(edit.constData()), words);
    QCOMPARE(desk.find(edit.constData())->accessibleDescription(), words);
    QVERIFY(!desk.isEnabled("registrationNextButton"));
    QVERIFY(desk.isShown("newCustomerMissing"));
}

void TestRegistrationForm::tidiesWhatIsRight_data()
{
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* name, const char* edit, const QString& typed, const QString& kept) {
        QTest::newRow(name) << QByteArray(edit) << typed << kept;
    };
    row("e-mail between spaces", "emailEdit", QStringLiteral(" rasa@example.com "),
        QStringLiteral("rasa@example.com"));
    row("phone as it is written", "phoneEdit", QStringLiteral("+370 (600) 12-345"),
        QStringLiteral("+37060012345"));
    row("day first", "birthDateEdit", QStringLiteral("15.5.1990"), QStringLiteral("1990-05-15"));
    row("day in words", "birthDateEdit", QStringLiteral("15 May 1990"), QStringLiteral("1990-05-15"));
    row("18 today", "birthDateEdit", iso(today().addYears(-18)), iso(today().addYears(-18)));
    row("country in small letters", "nationalityEdit", QStringLiteral("lithuania"),
        QStringLiteral("Lithuania"));
    row("country by a usual name", "nationalityEdit", QStringLiteral("UK"), QStringLiteral("United Kingdom"));
    row("name with two spaces", "firstNameEdit", QStringLiteral("Rasa  Ona"), QStringLiteral("Rasa Ona"));
    row("255 letters", "lastNameEdit", QString(255, u'a'), QString(255, u'a'));
    row("no place of birth", "birthPlaceEdit", QStringLiteral(" "), QString());
}

void TestRegistrationForm::tidiesWhatIsRight()
{
    QFETCH(QByteArray, edit);
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    desk.type(edit.constData(), typed);
    QCOMPARE(desk.text(edit.constData()), kept);
    QVERIFY2(desk.isEnabled("registrationNextButton"), qPrintable(desk.text("newCustomerMissing")));
    QCOMPARE(desk.find(edit.constData())->property("invalid").toBool(), false);
}

void TestRegistrationForm::doesNotScoldBeforeAFieldIsLeft()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.find("emailEdit")->setFocus();
    QTest::keyClicks(desk.find("emailEdit"), QStringLiteral("ra"));
    QCOMPARE(desk.note("emailEdit"), QStringLiteral("The customer signs in with it."));
    // Fields that were passed through without a key stay as they are.
    desk.leave("phoneEdit");
    QVERIFY(desk.note("phoneEdit").startsWith(QStringLiteral("With the country code")));
}

void TestRegistrationForm::judgesWhileItIsCorrected()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.type("emailEdit", QStringLiteral("rasa@example"));
    QVERIFY(desk.note("emailEdit").startsWith(QStringLiteral("This is not")));
    desk.find("emailEdit")->setFocus();
    QTest::keyClick(desk.find("emailEdit"), Qt::Key_End);
    QTest::keyClicks(desk.find("emailEdit"), QStringLiteral(".c"));
    QCOMPARE(desk.note("emailEdit"), QStringLiteral("The customer signs in with it."));
}

void TestRegistrationForm::saysHowOldTheCustomerIs()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.type("birthDateEdit", iso(today().addYears(-30)));
    QVERIFY2(desk.note("birthDateEdit").endsWith(QStringLiteral(", 30 years old")),
             qPrintable(desk.note("birthDateEdit")));
}

void TestRegistrationForm::completesCountries()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    auto* edit = desk.find<QLineEdit>("nationalityEdit");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("thuan"));
    QAbstractItemView* popup = edit->completer()->popup();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QCOMPARE(edit->text(), QStringLiteral("Lithuania"));
    QVERIFY2(desk.isShown("registrationPage"), "choosing a country does not go on");
}

void TestRegistrationForm::closesTheCompletionWithEscape()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    auto* edit = desk.find<QLineEdit>("nationalityEdit");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("lith"));
    QAbstractItemView* popup = edit->completer()->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY2(!desk.isShown("discardPanel"), "nobody wanted to leave");
    QCOMPARE(edit->text(), QStringLiteral("lith"));
}

void TestRegistrationForm::takesACountryThatIsNotInTheList()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    desk.type("nationalityEdit", QStringLiteral("Ruritania"));
    QCOMPARE(desk.note("nationalityEdit"),
             QStringLiteral("Not in the list of countries; it is sent as it stands."));
    QVERIFY(desk.isEnabled("registrationNextButton"));
}

void TestRegistrationForm::checksThePasswordWhileItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("open"); ///< the rule that does not hold yet
    QTest::newRow("short") << "Ab1!"
                           << "8 to 128 characters";
    QTest::newRow("long") << QString(QStringLiteral("Ab1!") + QString(125, u'x')) << "8 to 128 characters";
    QTest::newRow("no upper case") << "securepass123!"
                                   << "Upper case";
    QTest::newRow("no lower case") << "SECUREPASS123!"
                                   << "Lower case";
    QTest::newRow("no digit") << "SecurePass!"
                              << "Digit";
    QTest::newRow("no special character") << "SecurePass123"
                                          << "Special character";
    QTest::newRow("all") << SamplePassword << "";
}

void TestRegistrationForm::checksThePasswordWhileItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, open);
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    auto* edit = desk.find<QLineEdit>("passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, typed);
    const QStringList rules = readable(*desk.find("passwordRules")).split(u'\n');
    QCOMPARE(rules.size(), 6);
    for (const QString& rule : rules) {
        const bool holds = rule.startsWith(u'✓');
        const bool isOpen = !open.isEmpty() && rule.contains(open);
        if (rule.contains(QStringLiteral("Both the same")))
            QCOMPARE(holds, typed == QLatin1String(SamplePassword));
        else
            QVERIFY2(holds != isOpen, qPrintable(rule));
    }
    desk.leave("passwordEdit");
    QCOMPARE(desk.note("passwordEdit"),
             open.isEmpty() ? QString() : QStringLiteral("The password breaks a rule; see below."));
    if (!open.isEmpty())
        QVERIFY2(readable(*desk.find("passwordRules")).contains(QStringLiteral("✗ ") + open),
                 qPrintable(readable(*desk.find("passwordRules"))));
}

void TestRegistrationForm::comparesTheTwoPasswords()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    desk.type("repeatPasswordEdit", QStringLiteral("SecurePass123?"));
    QCOMPARE(desk.note("repeatPasswordEdit"), QStringLiteral("The two passwords differ."));
    QVERIFY(!desk.isEnabled("registrationNextButton"));
    desk.type("passwordEdit", QStringLiteral("SecurePass123?"));
    QVERIFY(desk.note("repeatPasswordEdit").isEmpty());
    QVERIFY(desk.isEnabled("registrationNextButton"));
}

void TestRegistrationForm::needsARole()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    QTest::keyClick(desk.find("accountOwnerBox"), Qt::Key_Space);
    QVERIFY(desk.isEnabled("registrationNextButton"));
    QTest::keyClick(desk.find("userBox"), Qt::Key_Space);
    QCOMPARE(desk.note("rolesBox"), QStringLiteral("Choose at least one role."));
    QVERIFY(!desk.isEnabled("registrationNextButton"));
}

void TestRegistrationForm::namesWhatIsMissing()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    QCOMPARE(
        desk.text("newCustomerMissing"),
        QStringLiteral("Still missing: first name, last name, date of birth, nationality, e-mail, phone, "
                       "password, repeated password."));
    desk.fill();
    desk.type("phoneEdit", QStringLiteral("1"));
    desk.type("lastNameEdit", QString());
    QCOMPARE(desk.text("newCustomerMissing"),
             QStringLiteral("Still missing: last name. To be corrected: phone."));
}

void TestRegistrationForm::leadsToTheFirstFault()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    desk.type("phoneEdit", QStringLiteral("1"));
    desk.type("lastNameEdit", QString());
    QTest::keyClick(desk.find("emailEdit"), Qt::Key_Return);
    QCOMPARE(desk.view.focusWidget(), desk.find("lastNameEdit"));
    QCOMPARE(desk.note("lastNameEdit"), QStringLiteral("Enter the last name."));
    QVERIFY(desk.isShown("registrationPage"));
}

/// A key that does something elsewhere is a letter here.
void TestRegistrationForm::typesLettersWhereTheyBelong()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    QCOMPARE(desk.view.focusWidget(), desk.find("firstNameEdit"));
    QTest::keyClicks(desk.view.focusWidget(), QStringLiteral("axrjkn/?1 "));
    QCOMPARE(desk.text("firstNameEdit"), QStringLiteral("axrjkn/?1 "));
    QVERIFY(desk.isShown("registrationPage") && !desk.isShown("discardPanel"));
}

void TestRegistrationForm::isReadableWithoutSight()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    QCOMPARE(namelessControls(desk.view).join(u','), QString());
    QCOMPARE(stepsBack(desk.view).join(u','), QString());
    // Stepper, eleven fields, two roles, and three buttons.
    QCOMPARE(tabStops(desk.view).size(), 1 + 11 + 2 + 3);
    desk.click("registrationNextButton");
    desk.click("registerButton");
    desk.finhub.registrations.failLast(errorOf(ErrorWord::DuplicateEmail));
    QVERIFY(desk.isShown("openExistingButton"));
    QCOMPARE(namelessControls(desk.view).join(u','), QString());
    const QList<QWidget*> stops = tabStops(desk.view);
    QCOMPARE(stops.indexOf(desk.find("openExistingButton")), stops.indexOf(desk.find("emailEdit")) + 1);
}

QTEST_MAIN(TestRegistrationForm)
#include "tst_registrationform.moc"
