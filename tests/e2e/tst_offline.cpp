#include "e2e/consolefixture.h"
#include "e2e/errorscreen.h"
#include "e2e/relay.h"
#include "support/outcome.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

/// The connection goes and comes back while an officer works: what they see of it, what stays, and that
/// nothing is sent again.
class TestOffline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheCaseAndComesBack();
    void keepsTheListAndComesBack();
    void triesWhenAsked();
    void sendsNoDecisionAgain();

private:
    static int writes(const ConsoleFixture& console)
    {
        const auto& records = console.finhub->callLog().records();
        return int(std::count_if(records.begin(), records.end(),
                                 [](const auto& record) { return record.method != "GET"; }));
    }
    static int decisions(const ConsoleFixture& console)
    {
        const auto& records = console.finhub->callLog().records();
        return int(std::count_if(records.begin(), records.end(), [](const auto& record) {
            return record.method == "POST" && record.path.endsWith(u"/approve");
        }));
    }
};

void TestOffline::keepsTheCaseAndComesBack()
{
    ConsoleFixture console;
    Relay relay(console.url);
    console.url = relay.url();
    console.signIn();
    QVERIFY(!console.isShown("offlineBar"));
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    const QString customer = console.text("caseId");
    const QString name = console.text("caseName");
    const QString verdict = console.text("documentVerdictText");
    const int before = writes(console);

    relay.cut();
    console.click("refreshCaseButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar"), 10000);
    const QString said = console.text("offlineText");
    QVERIFY2(said.startsWith(QStringLiteral("Offline: FinHub cannot be reached since ")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("What is shown here was read just now.")), qPrintable(said));
    QVERIFY(console.text("connectionStatus").contains(QStringLiteral("Not reachable")));
    // What has been read and judged is still there.
    QCOMPARE(console.text("caseId"), customer);
    QCOMPARE(console.text("caseName"), name);
    QCOMPARE(console.text("documentVerdictText"), verdict);

    relay.mend();
    // By itself: nobody presses anything.
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("offlineBar"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    QVERIFY(console.text("connectionStatus").contains(QStringLiteral("Connected")));
    QCOMPARE(console.text("documentVerdictText"), verdict);
    QCOMPARE(writes(console), before);
}

void TestOffline::keepsTheListAndComesBack()
{
    ConsoleFixture console;
    Relay relay(console.url);
    console.url = relay.url();
    console.signIn();
    const int rows = console.rows("customerTable");
    relay.cut();
    readTheListUntilOffline(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar"), 10000);
    QCOMPARE(console.rows("customerTable"), rows);
    QVERIFY(console.text("offlineText").contains(QStringLiteral("was read just now")));
    relay.mend();
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("offlineBar"), Patience);
    QCOMPARE(console.rows("customerTable"), rows);
}

void TestOffline::triesWhenAsked()
{
    ConsoleFixture console;
    Relay relay(console.url);
    console.url = relay.url();
    console.signIn();
    relay.cut();
    readTheListUntilOffline(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar"), 10000);
    // In vain, and again.
    console.click("tryConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("tryConnectionButton"), 10000);
    QVERIFY(console.isShown("offlineBar"));
    relay.mend();
    console.click("tryConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("offlineBar"), 10000);
}

/// The connection goes in the moment of a decision. It is looked up when the connection is back, and sent
/// once more only as the outbox says: under its key, on a server that recognises it.
void TestOffline::sendsNoDecisionAgain()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.removeAll(Extension::IdempotentDecision);
    ConsoleFixture console(options);
    const QUrl direct = console.url;
    Relay relay(direct);
    console.url = relay.url();
    console.signIn();
    console.url = direct;
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    // The server acts, and its answer finds nobody.
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"after"})");
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(!console.isArmed(), 10000);
    relay.cut();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("offlineBar") || decisions(console) == 1, 10000);
    relay.mend();
    QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("offlineBar"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.recordedStatus(), QStringLiteral("APPROVED"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.desk->decisions().size(), 0, Patience);
    QCOMPARE(decisions(console), 1);
}

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
