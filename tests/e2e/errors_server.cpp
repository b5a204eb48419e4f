#include "e2e/errorscreen.h"
#include "e2e/onboardingdriver.h"

#include <QTest>

namespace finhub::test {

namespace {
void failsWhileActivating()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InActivation)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(7));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("activationPageCodeEdit"), 10000);
    console.type("activationPageCodeEdit", QStringLiteral("123456"));
    console.arm(R"({"match":"POST /api/v2.1/customer/individual/*/activation","status":500})");
    console.click("activationPageButton");
    STEP(expectSentence(console, "activationPageMessage",
                        QStringLiteral("It is not known whether FinHub has recorded this. FinHub had an "
                                       "internal problem (status 500) while it was at work on it. Do not "
                                       "send it again; look at the case first.")));
    STEP(expectAnswered(console, ErrorWord::SimulatedFailure));
    QCOMPARE(console.text("activationPageCodeEdit"), QStringLiteral("123456"));
    QTRY_VERIFY(console.isEnabled("activationPageButton"));
}

void listUnderMaintenance()
{
    ConsoleFixture console;
    console.arm(R"({"match":"GET /api/v2.1/customer/individual","html":true,"status":503,"times":0})");
    console.click("signInButton");
    STEP(expectSentence(console, "statePanelTitle",
                        QStringLiteral("FinHub is not available now (status 503).")));
    STEP(expectSentence(console, "statePanelText",
                        QStringLiteral("The customers cannot be shown. It is not your doing. Try again in a "
                                       "moment.")));
    console.disarm();
    console.click("statePanelButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable") && console.rows("customerTable") > 0, 10000);
}

void listThatIsTooBusy()
{
    ConsoleFixture console;
    console.arm(R"({"match":"GET /api/v2.1/customer/individual","status":429,"times":0})");
    console.click("signInButton");
    STEP(
        expectSentence(console, "statePanelTitle", QStringLiteral("FinHub is receiving too many requests.")));
    STEP(expectSentence(console, "statePanelText",
                        QStringLiteral("The customers cannot be shown. Try again in a second.")));
    STEP(expectAnswered(console, ErrorWord::RateLimited));
    console.disarm();
    console.click("statePanelButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable") && console.rows("customerTable") > 0, 10000);
}

void serverGone()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    console.server.stop();
    console.click("refreshCaseButton");
    STEP(expectSentence(console, "caseNotice",
                        QStringLiteral("FinHub cannot be reached. The case cannot be shown completely. Check "
                                       "the network and the address, then try again.")));
    // What has been read is still there, but nobody decides on it.
    QCOMPARE(console.text("caseId"), seededCustomer(InApproval));
    QVERIFY(!console.isEnabled("approveButton") && !console.isEnabled("rejectButton"));
    QVERIFY(console.isEnabled("refreshCaseButton"));
}
} // namespace

QList<ErrorRow> serverErrors()
{
    return {{"SIMULATED_FAILURE", "the server fails while activating", failsWhileActivating},
            {"SIMULATED_FAILURE", "a list under maintenance", listUnderMaintenance},
            {"RATE_LIMITED", "a list that too many ask for", listThatIsTooBusy},
            {"SIMULATED_FAILURE", "the server has gone", serverGone}};
}

} // namespace finhub::test
