#include "e2e/consolefixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowManyAttemptsAreLeft();
    void saysWhenALockedAccountOpens();
    void keepsWhatWasTypedWhenTheServerIsAway();
    void keepsThePasswordUntilItIsUsed();
    void forgetsThePasswordOnceItIsUsed();
    void signsInAgainAndGoesOnWhereItWas();
    void keepsWhatWasTypedThroughAnExpiredSession();
    void staysSignedInThroughARefresh();
};

void TestSignIn::saysHowManyAttemptsAreLeft()
{
    ConsoleFixture console;
    auto* password = console.find<QLineEdit>("passwordEdit");
    for (int left = 4; left >= 1; --left) {
        password->setText(QStringLiteral("wrong"));
        console.click("signInButton");
        const QString expected = left == 1 ? QStringLiteral("One attempt is left")
                                           : QStringLiteral("%1 attempts are left").arg(left);
        QTRY_VERIFY2_WITH_TIMEOUT(console.text("signInMessage").contains(expected),
                                  qPrintable(console.text("signInMessage")), 10000);
        QTRY_VERIFY(console.isEnabled("signInButton"));
    }
    password->setText(QStringLiteral("wrong"));
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("signInMessage").contains(QStringLiteral("It opens again at")),
                             10000);
}

void TestSignIn::saysWhenALockedAccountOpens()
{
    ConsoleFixture console;
    console.chooseAccount(3);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("signInMessage").contains(QStringLiteral("locked")), 10000);
    QVERIFY(console.text("signInMessage").contains(QStringLiteral("It opens again at")));
    QVERIFY(console.isShown("signInView"));
}

void TestSignIn::keepsWhatWasTypedWhenTheServerIsAway()
{
    ConsoleFixture console;
    console.server.stop();
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("signInMessage").contains(QStringLiteral("cannot be reached")),
                             10000);
    QCOMPARE(console.text("passwordEdit"), QStringLiteral("Sandbox-Officer-1"));
    QCOMPARE(console.find<QLineEdit>("userEdit")->text(), QStringLiteral("officer@sandbox.test"));
}

/// The password of a try that failed for another reason is sent whole once more, and no attempt is lost.
void TestSignIn::keepsThePasswordUntilItIsUsed()
{
    ConsoleFixture console;
    console.type("passwordEdit", QStringLiteral("Sandbox-Officer-1"));
    console.arm(R"({"match":"POST /api/v2.1/admin/**","status":503})");
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("signInMessage").contains(QStringLiteral("503")), 10000);
    QCOMPARE(console.text("passwordEdit"), QStringLiteral("Sandbox-Officer-1"));
    QTRY_VERIFY(console.isEnabled("signInButton"));
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersView"), 10000);
    QVERIFY(console.text("passwordEdit").isEmpty());
}

void TestSignIn::forgetsThePasswordOnceItIsUsed()
{
    ConsoleFixture console;
    console.signIn();
    QVERIFY(console.find<QLineEdit>("passwordEdit")->text().isEmpty());
}

void TestSignIn::signsInAgainAndGoesOnWhereItWas()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    const QString opened = console.text("caseId");
    // Neither the token nor the refresh token is good any more.
    console.arm(R"({"match":"GET /api/v2.1/customer/**","status":401,"times":0})");
    console.arm(R"({"match":"PUT /api/v2.1/admin/**","status":401,"times":0})");
    console.press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("lockView"), 10000);
    QVERIFY(console.text("lockTitle").contains(QStringLiteral("session has ended")));
    QVERIFY(!console.finhub->session());
    console.disarm();
    console.comeBack();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseId"), opened, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
}

void TestSignIn::keepsWhatWasTypedThroughAnExpiredSession()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Half a sentence"));
    console.arm(R"({"match":"GET /api/v2.1/customer/**","status":401,"times":0})");
    console.arm(R"({"match":"PUT /api/v2.1/admin/**","status":401,"times":0})");
    const CallPtr<Customer> any = console.finhub->customer(CustomerId(console.text("caseId")));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("lockView"), 10000);
    // Nothing personal stays on the screen, and nothing typed is lost.
    QVERIFY(!console.isShown("reasonDialog"));
    console.disarm();
    console.comeBack();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("reasonDialog"), 10000);
    QCOMPARE(console.text("notesEdit"), QStringLiteral("Half a sentence"));
    auto* list = console.find<QListWidget>("reasonList");
    list->item(0)->setCheckState(Qt::Checked);
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
}

void TestSignIn::staysSignedInThroughARefresh()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    // One 401: the client refreshes once and repeats the call once (W4), and the officer sees nothing of it.
    console.arm(R"({"match":"GET /api/v2.1/customer/individual/*","status":401,"times":1})");
    console.press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    QVERIFY(console.isShown("caseView"));
    QVERIFY(!console.isShown("caseNotice"));
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
