#include "openpage.h"
#include "views/phases/sessionpage.h"
#include "views/timetext.h"
#include "views/walk.h"

#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
using Desk = OpenPage<SessionPage>;

const QString Password = QStringLiteral("SecurePass123!");

api::CustomerSession sessionOf(const char* customer)
{
    api::CustomerSession session;
    session.customerId = CustomerId(QLatin1String(customer));
    session.info.expiresAt = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    return session;
}

Error wrongPassword(int attempts, const QDateTime& locked = {})
{
    Error error = errorOf(ErrorWord::Authentication);
    error.attempts = attempts;
    error.maxAttempts = 5;
    error.lockoutTime = locked;
    return error;
}

void atSession(Customer& customer)
{
    customer.stage = Stage::Session;
}

/// Types the password and presses the button.
void signIn(Desk& desk)
{
    desk.type("customerPasswordEdit", Password);
    desk.click("customerSignInButton");
}

/// Signs in, with FinHub's answer in the order in which it comes.
void signInWell(Desk& desk)
{
    signIn(desk);
    desk.finhub.setCustomerSession(sessionOf("c-1"));
    desk.finhub.customerSignIns.finishLast(sessionOf("c-1").info);
}
} // namespace

class TestSessionPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhetherTheCustomerHasSignedIn_data();
    void saysWhetherTheCustomerHasSignedIn();
    void signsInAsTheCustomer();
    void signsInWithReturn();
    void needsUserNameAndPassword();
    void keepsATypedUserName();
    void asksForAUserIdThatNobodyKnows();
    void saysWhyTheSignInFailed_data();
    void saysWhyTheSignInFailed();
    void keepsThePasswordToCorrectIt();
    void signsInOnlyOnce();
    void saysUntilWhenItActs();
    void stopsActing();
    void actsAsNobodyElse();
    void resetsTheLogin();
    void keepsTheReasonOfAFailedReset();
    void resetsAfterALock();
    void letsAViewerOnlyLook();
    void goesOnToTheVerification();
    void isReadableWithoutSight();
    void letsGoOfTheCase();
};

void TestSessionPage::saysWhetherTheCustomerHasSignedIn_data()
{
    QTest::addColumn<bool>("signedIn");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("words");
    QTest::newRow("signed in") << true << true << "First session\n31 Mar 2026";
    QTest::newRow("not yet") << false << true << "The customer has not signed in yet.";
    QTest::newRow("not said") << false << false << "does not say whether the customer has signed in";
}

void TestSessionPage::saysWhetherTheCustomerHasSignedIn()
{
    QFETCH(bool, signedIn);
    QFETCH(bool, whole);
    QFETCH(QString, words);
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.page->show();
    desk.file->load();
    desk.page->refresh();
    QTRY_VERIFY(readable(*desk.page).contains(QStringLiteral("Reading the activity")));
    Customer customer = sampleCustomer();
    desk.finhub.customers.finishLast(customer);
    Desk::Page_ timeline;
    timeline.total = whole ? std::optional<qint64>(signedIn ? 1 : 0) : std::nullopt;
    if (signedIn) {
        TimelineEvent event;
        event.type = QStringLiteral("session.created");
        event.at = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
        timeline.items << event;
    }
    desk.finhub.timelines.finishLast(timeline);
    QVERIFY2(readable(*desk.page).contains(words), qPrintable(readable(*desk.page)));
}

void TestSessionPage::signsInAsTheCustomer()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    QCOMPARE(desk.text("customerUserNameEdit"), QStringLiteral("rasa@example.com"));
    QVERIFY(!desk.isShown("customerUserIdEdit"));
    signIn(desk);
    QCOMPARE(desk.finhub.customerSignIns.count(), 1);
    const api::CustomerLogin& login = desk.finhub.customerSignIns.lastArguments();
    QCOMPARE(login.customerId, CustomerId(QStringLiteral("c-1")));
    QCOMPARE(login.userId, UserId(QStringLiteral("u-1")));
    QCOMPARE(login.username, QStringLiteral("rasa@example.com"));
    QCOMPARE(QByteArray(login.password.view().data(), static_cast<int>(login.password.view().size())),
             Password.toUtf8());
    desk.finhub.setCustomerSession(sessionOf("c-1"));
    desk.finhub.customerSignIns.finishLast(sessionOf("c-1").info);
    QCOMPARE(desk.text("customerSessionMessage"), QStringLiteral("✓ You are signed in as the customer."));
    QVERIFY(desk.text("customerPasswordEdit").isEmpty());
    QVERIFY(!desk.isShown("customerPasswordEdit") && !desk.isShown("customerSignInButton"));
    QCOMPARE(desk.page->focusWidget(), desk.find("phaseNextButton"));
    QCOMPARE(recorded.count(), 1);
}

void TestSessionPage::signsInWithReturn()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    auto* password = desk.find<QLineEdit>("customerPasswordEdit");
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(desk.finhub.customerSignIns.count(), 0);
    QTest::keyClicks(password, Password);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(desk.finhub.customerSignIns.count(), 1);
}

void TestSessionPage::needsUserNameAndPassword()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    QVERIFY(!desk.isEnabled("customerSignInButton"));
    desk.type("customerPasswordEdit", Password);
    QVERIFY(desk.isEnabled("customerSignInButton"));
    desk.type("customerUserNameEdit", QStringLiteral("  "));
    QVERIFY(!desk.isEnabled("customerSignInButton"));
}

/// What is read of the case meanwhile does not write over what somebody types.
void TestSessionPage::keepsATypedUserName()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    desk.type("customerUserNameEdit", QStringLiteral("another@example.com"));
    desk.type("customerPasswordEdit", Password);
    desk.file->load();
    desk.answerWithoutVerification(atSession);
    QCOMPARE(desk.text("customerUserNameEdit"), QStringLiteral("another@example.com"));
    QCOMPARE(desk.text("customerPasswordEdit"), Password);
    desk.click("customerSignInButton");
    QCOMPARE(desk.finhub.customerSignIns.lastArguments().username, QStringLiteral("another@example.com"));
}

void TestSessionPage::asksForAUserIdThatNobodyKnows()
{
    Desk desk;
    desk.openWithoutVerification([](Customer& customer) {
        atSession(customer);
        customer.userId = UserId();
    });
    QVERIFY(desk.isShown("customerUserIdEdit"));
    QVERIFY(desk.text("customerSignInHint").contains(QStringLiteral("does not say which user")));
    QVERIFY(!desk.isEnabled("resetLoginButton"));
    desk.type("customerPasswordEdit", Password);
    QVERIFY(!desk.isEnabled("customerSignInButton"));
    desk.type("customerUserIdEdit", QStringLiteral(" u-7 "));
    QVERIFY(desk.isEnabled("resetLoginButton"));
    desk.click("customerSignInButton");
    QCOMPARE(desk.finhub.customerSignIns.lastArguments().userId, UserId(QStringLiteral("u-7")));
}

void TestSessionPage::saysWhyTheSignInFailed_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QStringList>("words");
    const QDateTime until(QDate(2026, 3, 31), QTime(12, 30), Qt::UTC);
    QTest::newRow("wrong password") << wrongPassword(1)
                                    << QStringList{QStringLiteral("User name or password is wrong."),
                                                   QStringLiteral(
                                                       "4 attempts are left before the account is locked.")};
    QTest::newRow("the last but one")
        << wrongPassword(4)
        << QStringList{QStringLiteral("One attempt is left before the account is locked.")};
    QTest::newRow("locked") << wrongPassword(5, until)
                            << QStringList{
                                   QStringLiteral("This account is locked"),
                                   QStringLiteral("It opens again at %1.").arg(dateTimeText(until)),
                                   QStringLiteral("You can reset the login before that, on this page.")};
    QTest::newRow("no such user")
        << errorOf(ErrorWord::NotFound)
        << QStringList{
               QStringLiteral("FinHub does not know this user of the customer. You are not acting as the "
                              "customer.")};
    QTest::newRow("no network") << Error::of(ErrorKind::Unreachable)
                                << QStringList{QStringLiteral("FinHub cannot be reached.")};
}

void TestSessionPage::saysWhyTheSignInFailed()
{
    QFETCH(Error, error);
    QFETCH(QStringList, words);
    Desk desk;
    desk.openWithoutVerification(atSession);
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    signIn(desk);
    desk.finhub.customerSignIns.failLast(error);
    const QString said = desk.text("customerSessionMessage");
    for (const QString& part : words)
        QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY(desk.isShown("customerSessionMessage"));
    // Attempts and locks stand in the activity.
    QCOMPARE(recorded.count(), 1);
    desk.file->load();
    desk.answerWithoutVerification(atSession);
    QCOMPARE(desk.text("customerSessionMessage"), said);
}

void TestSessionPage::keepsThePasswordToCorrectIt()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    signIn(desk);
    desk.finhub.customerSignIns.failLast(wrongPassword(1));
    auto* password = desk.find<QLineEdit>("customerPasswordEdit");
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QCOMPARE(desk.page->focusWidget(), password);
    QCOMPARE(password->selectedText().size(), Password.size());
    QTest::keyClicks(password, QStringLiteral("Other1!"));
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(desk.finhub.customerSignIns.count(), 2);
    QVERIFY2(!desk.isShown("customerSessionMessage"), "the former outcome is still there");
}

void TestSessionPage::signsInOnlyOnce()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    signIn(desk);
    for (const char* control : {"customerSignInButton", "resetLoginButton", "customerUserNameEdit",
                                "customerPasswordEdit", "resetReasonEdit"})
        QVERIFY2(!desk.isEnabled(control), control);
    QTest::keyClick(desk.find("customerPasswordEdit"), Qt::Key_Return);
    QCOMPARE(desk.finhub.customerSignIns.count(), 1);
}

void TestSessionPage::saysUntilWhenItActs()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    signInWell(desk);
    const QString hint = desk.text("customerSignInHint");
    QVERIFY2(hint.contains(dateTimeText(sessionOf("c-1").info.expiresAt)), qPrintable(hint));
    QVERIFY2(hint.contains(QStringLiteral("uploads, consents and the activation are recorded as theirs")),
             qPrintable(hint));
}

void TestSessionPage::stopsActing()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    signInWell(desk);
    desk.finhub.leaveCustomer();
    QCOMPARE(desk.text("customerSessionMessage"), QStringLiteral("You no longer act as this customer."));
    QVERIFY(desk.isShown("customerPasswordEdit") && desk.isShown("customerSignInButton"));
    QVERIFY(desk.text("customerPasswordEdit").isEmpty());
    QVERIFY(!desk.isEnabled("customerSignInButton"));
}

void TestSessionPage::actsAsNobodyElse()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    desk.finhub.setCustomerSession(sessionOf("c-2"));
    QVERIFY(desk.isShown("customerPasswordEdit"));
    QVERIFY(!desk.text("customerSignInHint").contains(QStringLiteral("You act")));
    desk.finhub.leaveCustomer();
    QVERIFY(!desk.isShown("customerSessionMessage"));
}

/// 2.15.
void TestSessionPage::resetsTheLogin()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    desk.type("resetReasonEdit", QStringLiteral(" Called in "));
    desk.click("resetLoginButton");
    QCOMPARE(desk.finhub.loginResets.count(), 1);
    QCOMPARE(desk.finhub.loginResets.lastArguments().user, UserId(QStringLiteral("u-1")));
    QCOMPARE(desk.finhub.loginResets.lastArguments().reason, QStringLiteral("Called in"));
    QVERIFY(!desk.isEnabled("resetLoginButton"));
    desk.finhub.loginResets.finishLast(Done{});
    QVERIFY(desk.text("customerSessionMessage").startsWith(QStringLiteral("✓ The login has been reset")));
    QVERIFY(desk.text("resetReasonEdit").isEmpty());
    QVERIFY(desk.isEnabled("resetLoginButton"));
    QCOMPARE(recorded.count(), 1);
}

void TestSessionPage::keepsTheReasonOfAFailedReset()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    desk.type("resetReasonEdit", QStringLiteral("Called in"));
    desk.click("resetLoginButton");
    desk.finhub.loginResets.failLast(errorOf(ErrorWord::InsufficientPermissions));
    QVERIFY(desk.text("customerSessionMessage").contains(QStringLiteral("The login has not been reset.")));
    QCOMPARE(desk.text("resetReasonEdit"), QStringLiteral("Called in"));
}

void TestSessionPage::resetsAfterALock()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    signIn(desk);
    desk.finhub.customerSignIns.failLast(wrongPassword(5, QDateTime::currentDateTimeUtc().addSecs(1800)));
    desk.click("resetLoginButton");
    desk.finhub.loginResets.finishLast(Done{});
    QVERIFY(!desk.text("customerSessionMessage").contains(QStringLiteral("locked")));
    desk.click("customerSignInButton");
    QCOMPARE(desk.finhub.customerSignIns.count(), 2);
}

void TestSessionPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.openWithoutVerification(atSession);
    for (const char* control : {"customerSignInButton", "resetLoginButton", "customerUserNameEdit",
                                "customerPasswordEdit", "resetReasonEdit"})
        QVERIFY2(!desk.isEnabled(control), control);
    QVERIFY(desk.isShown("customerSessionMessage"));
    QVERIFY(desk.text("customerSessionMessage").contains(QStringLiteral("Your role may look")));
    QVERIFY(readable(*desk.page).contains(QStringLiteral("The customer has not signed in yet.")));
}

void TestSessionPage::goesOnToTheVerification()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    desk.click("phaseNextButton");
    QCOMPARE(wanted.first().first().value<Stage>(), Stage::Verification);
}

void TestSessionPage::isReadableWithoutSight()
{
    Desk desk;
    desk.openWithoutVerification([](Customer& customer) {
        atSession(customer);
        customer.userId = UserId();
    });
    desk.type("customerUserIdEdit", QStringLiteral("u-1"));
    desk.type("customerPasswordEdit", Password);
    QCOMPARE(tabStops(*desk.page).size(), 7);
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
}

void TestSessionPage::letsGoOfTheCase()
{
    Desk desk;
    desk.openWithoutVerification(atSession);
    desk.type("customerPasswordEdit", Password);
    desk.type("resetReasonEdit", QStringLiteral("Called in"));
    desk.page->setCase(nullptr, nullptr);
    for (const char* edit :
         {"customerUserIdEdit", "customerUserNameEdit", "customerPasswordEdit", "resetReasonEdit"})
        QVERIFY2(desk.text(edit).isEmpty(), edit);
    QVERIFY(!readable(*desk.page).contains(QStringLiteral("Rasa")));
    desk.click("customerSignInButton");
    desk.click("resetLoginButton");
    desk.finhub.leaveCustomer();
    QCOMPARE(desk.finhub.customerSignIns.count() + desk.finhub.loginResets.count(), 0);
}

QTEST_MAIN(TestSessionPage)
#include "tst_sessionpage.moc"
