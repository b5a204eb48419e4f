#include "e2e/errorscreen.h"
#include "sandbox/accounts/accounts.h"
#include "views/timetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <atomic>

namespace finhub::test {

namespace {
constexpr const char* UnknownId = "11111111-2222-4333-8444-555555555555";

/// Makes a connection with the dialog, as somebody does who has got one of its ids wrong.
void addConnection(const ConsoleFixture& console, const QString& tenant, const QString& userId)
{
    const sandbox::AdminAccount& officer = sandbox::fixedAccounts()[sandbox::OfficerAccount];
    console.click("newProfileButton");
    QTRY_VERIFY(console.isShown("profileDialog"));
    console.type("nameEdit", QStringLiteral("My connection"));
    console.type("addressEdit", console.url.toString());
    console.type("tenantEdit", tenant);
    console.type("organizationEdit", sandbox::sandboxOrganization().text());
    console.type("userIdEdit", userId);
    console.type("usernameEdit", officer.username);
    console.click("saveButton");
    QTRY_VERIFY(!console.isShown("profileDialog"));
    QCOMPARE(console.find<QComboBox>("profileBox")->currentText(), QStringLiteral("My connection"));
    console.type("passwordEdit", officer.password);
}

/// Whoever could not sign in finds everything as it was and may try again.
void expectSignInKept(const ConsoleFixture& console, const QString& password)
{
    QTRY_VERIFY(console.isEnabled("signInButton"));
    QVERIFY(console.isShown("signInView"));
    QCOMPARE(console.text("userEdit"), QStringLiteral("officer@sandbox.test"));
    QCOMPARE(console.text("passwordEdit"), password);
}

QString officersPassword()
{
    return sandbox::fixedAccounts()[sandbox::OfficerAccount].password;
}

void wrongPassword()
{
    const ConsoleFixture console;
    console.type("passwordEdit", QStringLiteral("not the password"));
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("User name or password is wrong. 4 attempts are left before the "
                                       "account is locked. Check both and try again.")));
    expectSignInKept(console, QStringLiteral("not the password"));
}

void manyWrongPasswords()
{
    const QDateTime now(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.clock = [now] { return now; };
    const ConsoleFixture console(options);
    const QString locked = QStringLiteral("This account is locked after too many wrong passwords. It opens "
                                          "again at %1. An administrator can reset the login before that.")
                               .arg(views::dateTimeText(now.addSecs(1800)));
    for (int left = 4; left >= 0; --left) {
        console.type("passwordEdit", QStringLiteral("guess %1").arg(left));
        console.click("signInButton");
        const QString sentence =
            left == 0   ? locked
            : left == 1 ? QStringLiteral("User name or password is wrong. One attempt is left before the "
                                         "account is locked. Check both and try again.")
                        : QStringLiteral("User name or password is wrong. %1 attempts are left before the "
                                         "account is locked. Check both and try again.")
                              .arg(left);
        STEP(expectSentence(console, "signInMessage", sentence));
    }
    // Now the right one does not help either, and it says why.
    console.type("passwordEdit", officersPassword());
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage", locked));
    expectSignInKept(console, officersPassword());
}

void wrongTenant()
{
    const ConsoleFixture console;
    STEP(addConnection(console, QLatin1String(UnknownId),
                       sandbox::fixedAccounts()[sandbox::OfficerAccount].id.text()));
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("FinHub does not let this account into this tenant. You are not "
                                       "signed in. Check the tenant of the connection.")));
    expectSignInKept(console, officersPassword());
}

void wrongUserId()
{
    const ConsoleFixture console;
    STEP(addConnection(console, sandbox::sandboxTenant().text(), QLatin1String(UnknownId)));
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("FinHub knows no such user in this organization and tenant. You are "
                                       "not signed in. Check user id, organization and tenant of the "
                                       "connection.")));
    expectSignInKept(console, officersPassword());
}

void tenantKeyWithoutItsSecret()
{
    const ConsoleFixture console;
    console.find<QCheckBox>("tenantKeyBox")->setChecked(true);
    console.type("tenantKeyEdit", QStringLiteral("key-1"));
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("Enter the tenant secret as well; it goes with the tenant key.")));
    QCOMPARE(console.text("tenantKeyEdit"), QStringLiteral("key-1"));
    STEP(expectSignInKept(console, officersPassword()));
    console.type("tenantSecretEdit", QStringLiteral("secret-1"));
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersView"), 10000);
}

/// Enters the password after the session has ended in front of an open case, and goes on there.
void goOnWithTheCase(ConsoleFixture& console, const QString& customer)
{
    STEP(expectSentence(console, "lockTitle", QStringLiteral("The session has ended")));
    QVERIFY(!console.isShown("caseView"));
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseId"), customer, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
}

/// A restart draws another key and forgets every session (section 6).
void serverRestarted()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    console.server.stop();
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.port = static_cast<quint16>(console.url.port());
    sandbox::SandboxServer restarted(options);
    QVERIFY(restarted.start());
    console.press(Qt::Key_F5);
    goOnWithTheCase(console, seededCustomer(InApproval));
}

void nightPassed()
{
    // Outlives the console, whose sandbox asks for it from its own threads.
    static std::atomic<qint64> later = 0;
    later = 0;
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.clock = [] { return QDateTime::currentDateTimeUtc().addSecs(later); };
    ConsoleFixture console(options);
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    // Neither the token nor what would renew it is good any more.
    later = 25 * 3600;
    console.press(Qt::Key_F5);
    goOnWithTheCase(console, seededCustomer(InApproval));
}

void maintenancePage()
{
    ConsoleFixture console;
    console.arm(R"({"match":"POST /api/v2.1/admin/**","html":true,"status":503})");
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("FinHub is not available now (status 503). You are not signed in. It "
                                       "is not your doing. Try again in a moment.")));
    STEP(expectSignInKept(console, officersPassword()));
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersView"), 10000);
}

void noAnswerInTime()
{
    ConsoleFixture console;
    console.arm(R"({"match":"POST /api/v2.1/admin/**","delayMs":20000})");
    console.click("signInButton");
    STEP(expectSentence(console, "signInMessage",
                        QStringLiteral("FinHub did not answer in time. You are not signed in. Try again.")));
    expectSignInKept(console, officersPassword());
}
} // namespace

QList<ErrorRow> signInErrors()
{
    return {{"AUTHENTICATION", "a wrong password", wrongPassword},
            {"AUTHENTICATION", "five wrong passwords", manyWrongPasswords},
            {"Tenant access denied", "a connection with a wrong tenant", wrongTenant},
            {"NOT_FOUND", "a connection with a wrong user id", wrongUserId},
            {"VALIDATION_FAILED", "a tenant key without its secret", tenantKeyWithoutItsSecret},
            {"INVALID_TOKEN", "the server was restarted", serverRestarted},
            {"TOKEN_EXPIRED", "a day has passed", nightPassed},
            {"SIMULATED_FAILURE", "a maintenance page", maintenancePage},
            {"SIMULATED_FAILURE", "no answer in time", noAnswerInTime}};
}

} // namespace finhub::test
