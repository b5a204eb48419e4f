#include "e2e/errorscreen.h"
#include "e2e/onboardingdriver.h"
#include "e2e/secondofficer.h"

#include <QTest>

namespace finhub::test {

namespace {
const QString Category = QStringLiteral("Individual Standard");
const QString Email = QStringLiteral("rasa.registered@example.com");

/// All that was typed is still in its fields, and the form can be sent again.
void expectFormKept(const ConsoleFixture& console)
{
    QCOMPARE(console.text("firstNameEdit"), QStringLiteral("Rasa"));
    QCOMPARE(console.text("lastNameEdit"), QStringLiteral("Onboarded"));
    QCOMPARE(console.text("emailEdit"), Email);
    QCOMPARE(console.text("phoneEdit"), QStringLiteral("+37060012345"));
    QTRY_VERIFY2(console.isEnabled("registrationNextButton"), qPrintable(console.text("newCustomerMissing")));
}

void emailInUse()
{
    ConsoleFixture console;
    console.signIn();
    SecondOfficer second(console.url);
    second.registerCustomer(Email.toUpper());
    OnboardingDriver driver(console);
    STEP(driver.fillRegistration(Category, Email));
    console.click("registerButton");
    STEP(expectSentence(console, "newCustomerMessage",
                        QStringLiteral("A customer with this e-mail address exists. Nobody has been "
                                       "registered; nothing that you typed is lost. Open the existing "
                                       "customer instead.")));
    STEP(expectAnswered(console, ErrorWord::DuplicateEmail));
    STEP(expectFormKept(console));
    console.click("openExistingButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersView") && console.rows("customerTable") == 1, 10000);
}

/// The server's day is what counts: where it is three days behind, somebody who is eighteen here is not yet.
void notYetEighteen()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.now = QDateTime::currentDateTimeUtc().addDays(-3);
    options.tokenTtl = std::chrono::hours(24 * 10);
    ConsoleFixture console(options);
    console.signIn();
    OnboardingDriver driver(console);
    STEP(driver.fillRegistration(Category, Email));
    console.click("newCustomerBackButton");
    const QString birthday = QDate::currentDate().addYears(-18).addDays(-1).toString(Qt::ISODate);
    console.type("birthDateEdit", birthday);
    QTRY_VERIFY(console.isEnabled("registrationNextButton"));
    console.click("registrationNextButton");
    console.click("registerButton");
    STEP(expectSentence(console, "newCustomerMessage",
                        QStringLiteral("The customer must be at least 18 years old. Nobody has been "
                                       "registered; nothing that you typed is lost. Check the date of "
                                       "birth.")));
    STEP(expectAnswered(console, ErrorWord::NotEligible));
    QCOMPARE(console.text("birthDateEdit"), birthday);
    expectFormKept(console);
}

/// Somebody does not wait: the first request is still at work when they send it again.
void sentAgainTooEarly()
{
    ConsoleFixture console;
    console.signIn();
    OnboardingDriver driver(console);
    STEP(driver.fillRegistration(Category, Email));
    console.arm(R"({"match":"POST /api/v2.1/customer/individual/registration","delayMs":7000})");
    console.click("registerButton");
    STEP(expectSentence(console, "newCustomerMessage",
                        QStringLiteral("It is not known whether the customer exists now: the answer was lost "
                                       "after the request had been sent. Look for them, or send the same "
                                       "request again; FinHub recognises it and does not register anybody "
                                       "twice.")));
    console.click("sendAgainButton");
    STEP(expectSentence(console, "newCustomerMessage",
                        QStringLiteral("FinHub is still at work on this registration, so it is not known yet "
                                       "whether the customer exists. Wait a moment, then send the same "
                                       "request again; nobody is registered twice.")));
    STEP(expectAnswered(console, ErrorWord::IdempotencyInProgress));
    // Whoever goes on sending gets the customer in the end, and only one.
    const auto isOpen = [&console] {
        if (console.isShown("sendAgainButton") && console.isEnabled("sendAgainButton"))
            console.click("sendAgainButton");
        return console.isShown("caseView");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 20000);
    console.type("searchEdit", Email);
    console.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable") && console.rows("customerTable") == 1, 10000);
}

/// The server fails while it is at work: nobody claims that nothing has happened.
void failsWhileRegistering()
{
    ConsoleFixture console;
    console.signIn();
    OnboardingDriver driver(console);
    STEP(driver.fillRegistration(Category, Email));
    console.arm(R"({"match":"POST /api/v2.1/customer/individual/registration","status":500})");
    console.click("registerButton");
    STEP(expectSentence(console, "newCustomerMessage",
                        QStringLiteral("It is not known whether the customer exists now: FinHub had an "
                                       "internal problem (status 500) while it was at work on it. Look for "
                                       "them, or send the same request again; FinHub recognises it and does "
                                       "not register anybody twice.")));
    STEP(expectAnswered(console, ErrorWord::SimulatedFailure));
    console.click("sendAgainButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
}

/// What cannot be read cannot be chosen from, and is asked for again by a press.
void categoriesUnreadable()
{
    ConsoleFixture console;
    console.signIn();
    console.arm(R"({"match":"GET /api/v2.1/customer/individual/categorization/**","status":500,"times":0})");
    console.click("newCustomerButton");
    STEP(expectSentence(console, "statePanelTitle",
                        QStringLiteral("FinHub has an internal problem (status 500).")));
    STEP(expectSentence(console, "statePanelText",
                        QStringLiteral("The categories cannot be shown, so nobody can be registered now. It "
                                       "is not your doing. Try again in a moment.")));
    console.disarm();
    console.click("statePanelButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("categoryList"), 10000);
}
} // namespace

QList<ErrorRow> registrationErrors()
{
    return {{"DUPLICATE_EMAIL", "an e-mail address that somebody has", emailInUse},
            {"NOT_ELIGIBLE", "a customer who is not yet eighteen", notYetEighteen},
            {"IDEMPOTENCY_IN_PROGRESS", "a registration sent again at once", sentAgainTooEarly},
            {"SIMULATED_FAILURE", "the server fails while registering", failsWhileRegistering},
            {"SIMULATED_FAILURE", "categories that cannot be read", categoriesUnreadable}};
}

} // namespace finhub::test
