#include "e2e/errorscreen.h"
#include "e2e/onboardingdriver.h"
#include "e2e/secondofficer.h"
#include "views/phases/documentspage.h"
#include "views/timetext.h"
#include "views/widgets/stepper.h"

#include <QLineEdit>
#include <QTest>

namespace finhub::test {

namespace {
constexpr const char* UnknownId = "11111111-2222-4333-8444-555555555555";

/// On a server without a list of customers: adds one by id, without the ids of user and verification.
void addById(const ConsoleFixture& console, quint32 customer)
{
    console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->trigger();
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    console.type("addCustomerId", seededCustomer(customer));
    console.click("addButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
}

void unknownIdPasted()
{
    ConsoleFixture console;
    console.signIn();
    console.type("searchEdit", QLatin1String(UnknownId));
    STEP(expectSentence(console, "statePanelTitle", QStringLiteral("No customer matches")));
    QTRY_COMPARE(console.text("statePanelButton"), QStringLiteral("Open the customer with this id"));
    console.click("statePanelButton");
    STEP(expectSentence(console, "caseNotice",
                        QStringLiteral("FinHub knows no customer with this id in this tenant. There is "
                                       "nothing to show. Check the id, or go back to the list and look for "
                                       "the name.")));
    STEP(expectAnswered(console, ErrorWord::NotFound));
    // Nothing is claimed of somebody who does not exist.
    STEP(expectSentence(console, "blockingLabel",
                        QStringLiteral("It is not known what this customer waits for, because the case could "
                                       "not be read.")));
    QCOMPARE(console.text("caseId"), QLatin1String(UnknownId));
    QCOMPARE(console.text("caseName"), QStringLiteral("Unknown customer"));
    for (const char* chip : {"caseStage", "riskChip", "categoryChip"})
        QVERIFY2(!console.isShown(chip), chip);
    for (const PhaseStatus& phase : console.find<views::Stepper>("lifecycleStepper")->phases())
        QVERIFY(phase.state == PhaseState::Unknown);
    QVERIFY(!console.isEnabled("approveButton"));
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(console.isShown("customersView"));
    QCOMPARE(console.text("searchEdit"), QLatin1String(UnknownId));
}

void signInAsCustomer(const ConsoleFixture& console, const char* password)
{
    console.type("customerPasswordEdit", QLatin1String(password));
    QTRY_VERIFY(console.isEnabled("customerSignInButton"));
    console.click("customerSignInButton");
}

void wrongPasswordOfTheCustomer()
{
    const QDateTime now(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.clock = [now] { return now; };
    ConsoleFixture console(options);
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InVerification)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(2));
    const QString user = console.text("customerUserNameEdit");
    for (int left = 4; left > 1; --left) {
        STEP(signInAsCustomer(console, "not the password"));
        STEP(expectSentence(console, "customerSessionMessage",
                            QStringLiteral("User name or password is wrong. %1 attempts are left before the "
                                           "account is locked. Check both and try again.")
                                .arg(left)));
    }
    STEP(signInAsCustomer(console, "not the password"));
    STEP(expectSentence(console, "customerSessionMessage",
                        QStringLiteral("User name or password is wrong. One attempt is left before the "
                                       "account is locked. Check both and try again.")));
    STEP(signInAsCustomer(console, "not the password"));
    STEP(expectSentence(console, "customerSessionMessage",
                        QStringLiteral("This account is locked after too many wrong passwords. It opens "
                                       "again at %1. You can reset the login before that, on this page.")
                            .arg(views::dateTimeText(now.addSecs(1800)))));
    STEP(expectAnswered(console, ErrorWord::Authentication));
    QVERIFY(!console.isShown("actingBar"));
    QCOMPARE(console.text("customerUserNameEdit"), user);
    QCOMPARE(console.text("customerPasswordEdit"), QStringLiteral("not the password"));
    // What the sentence says can be done helps.
    QTRY_VERIFY(console.isEnabled("resetLoginButton"));
    console.click("resetLoginButton");
    STEP(expectSentence(console, "customerSessionMessage",
                        QStringLiteral("✓ The login has been reset: no failed attempts, no lock. The "
                                       "customer signs in with the same password.")));
    STEP(signInAsCustomer(console, OnboardingDriver::Password));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("actingBar"), 10000);
    QVERIFY(console.text("customerPasswordEdit").isEmpty());
}

/// Where the server does not say which user the customer has, somebody types another one's id in.
void wrongUserOfTheCustomer()
{
    ConsoleFixture console(sandboxWithoutExtensions());
    console.signIn();
    STEP(addById(console, InVerification));
    OnboardingDriver driver(console);
    STEP(driver.goTo(2));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerUserIdEdit"), 10000);
    console.type("customerUserIdEdit", QLatin1String(UnknownId));
    console.type("customerUserNameEdit", QStringLiteral("rasa@example.com"));
    STEP(signInAsCustomer(console, OnboardingDriver::Password));
    STEP(expectSentence(console, "customerSessionMessage",
                        QStringLiteral("FinHub does not know this user of the customer. You are not acting "
                                       "as the customer. Check the user id.")));
    STEP(expectAnswered(console, ErrorWord::NotFound));
    QCOMPARE(console.text("customerUserIdEdit"), QLatin1String(UnknownId));
    QCOMPARE(console.text("customerUserNameEdit"), QStringLiteral("rasa@example.com"));
    QCOMPARE(console.text("customerPasswordEdit"), QLatin1String(OnboardingDriver::Password));
    QTRY_VERIFY(console.isEnabled("customerSignInButton"));
}

/// Where the server does not say which user the customer has, somebody types it in.
void activatesTheWrongUser()
{
    ConsoleFixture console(sandboxWithoutExtensions());
    console.signIn();
    STEP(addById(console, InActivation));
    OnboardingDriver driver(console);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Activation"), 10000);
    STEP(driver.goTo(7));
    QTRY_VERIFY_WITH_TIMEOUT(
        console.isShown("activationPageUserEdit") && console.isEnabled("activationPageUserEdit"), 10000);
    console.type("activationPageUserEdit", QStringLiteral("somebody.else@example.com"));
    console.type("activationPageCodeEdit", QStringLiteral("123456"));
    console.click("activationPageButton");
    STEP(expectSentence(console, "activationPageMessage",
                        QStringLiteral("FinHub did not accept the user id: “is not the customer's user”. The "
                                       "customer has not been activated. Correct it and try again.")));
    STEP(expectAnswered(console, ErrorWord::ValidationFailed));
    QCOMPARE(console.text("activationPageUserEdit"), QStringLiteral("somebody.else@example.com"));
    QCOMPARE(console.text("activationPageCodeEdit"), QStringLiteral("123456"));
    QTRY_VERIFY(console.isEnabled("activationPageButton"));
}

/// The console does not know of verifications of other types than the identity's; the server does.
void createsTheSameVerificationTwice()
{
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InVerification)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(3));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("createVerificationButton"), 10000);
    console.click("createVerificationButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("createdVerificationRow"), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("createVerificationButton"), 10000);
    console.type("verificationReasonEdit", QStringLiteral("A second look"));
    console.click("createVerificationButton");
    STEP(expectSentence(console, "createVerificationMessage",
                        QStringLiteral("A verification of the type “Enhanced due diligence” is open already "
                                       "(Started). Nothing was started.")));
    STEP(expectAnswered(console, ErrorWord::VerificationAlreadyOpen));
    QCOMPARE(console.text("verificationReasonEdit"), QStringLiteral("A second look"));
    QTRY_VERIFY(console.isEnabled("createVerificationButton"));
}

void startsWhatSomebodyHasStarted()
{
    ConsoleFixture console;
    console.signIn();
    SecondOfficer second(console.url);
    STEP(console.openCustomer(seededCustomer(InVerification)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(3));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("startVerificationButton"), 10000);
    STEP(second.startVerification(seededCustomer(InVerification)));
    console.type("announcedNumberEdit", QStringLiteral("LT-123"));
    console.click("startVerificationButton");
    STEP(expectSentence(console, "verificationMessage",
                        QStringLiteral("A verification has been opened meanwhile (Started). No second one "
                                       "has been started. Go on with the one that is open.")));
    STEP(expectAnswered(console, ErrorWord::VerificationAlreadyOpen));
    // The case has been read again, and the way on is there.
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Documents"), 10000);
    QTRY_VERIFY(console.isShown("phaseNextButton") && console.isEnabled("phaseNextButton"));
    QCOMPARE(console.text("announcedNumberEdit"), QStringLiteral("LT-123"));
}

void startsForSomebodyVerified()
{
    ConsoleFixture console;
    console.signIn();
    SecondOfficer second(console.url);
    STEP(console.openCustomer(seededCustomer(InVerification)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(3));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("startVerificationButton"), 10000);
    const Verification started = second.startVerification(seededCustomer(InVerification));
    second.upload(started, DocumentType::Passport);
    STEP(second.approve(started));
    console.click("startVerificationButton");
    STEP(expectSentence(console, "verificationMessage",
                        QStringLiteral("The customer has been verified meanwhile. No further verification "
                                       "has been started. Go on with the consents.")));
    STEP(expectAnswered(console, ErrorWord::AlreadyVerified));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
}

void uploadsToAClosedVerification()
{
    ConsoleFixture console;
    console.signIn();
    SecondOfficer second(console.url);
    STEP(console.openCustomer(seededCustomer(InDocuments)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(4));
    auto* page = console.find<views::DocumentsPage>("documentsPage");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("uploadDropArea"), 10000);
    page->addFiles({driver.pictureFile(QStringLiteral("passport.png"))});
    QTRY_VERIFY2_WITH_TIMEOUT(console.isEnabled("sendFilesButton"), qPrintable(console.text("uploadMessage")),
                              20000);
    STEP(second.reject(*second.customer(seededCustomer(InDocuments)).verification));
    console.click("sendFilesButton");
    STEP(expectSentence(console, "uploadState",
                        QStringLiteral("The verification has been closed meanwhile (Rejected). This file has "
                                       "not been uploaded; the others are not affected. Read the case again "
                                       "to see its outcome.")));
    STEP(expectAnswered(console, ErrorWord::VerificationClosed));
    QCOMPARE(console.text("uploadName"), QStringLiteral("passport.png"));
    QVERIFY(console.isShown("uploadRetryButton") && console.isEnabled("uploadRetryButton"));
    console.click("refreshCaseButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
}

void activatesWhoIsActive()
{
    ConsoleFixture console;
    console.signIn();
    SecondOfficer second(console.url);
    STEP(console.openCustomer(seededCustomer(InActivation)));
    OnboardingDriver driver(console);
    STEP(driver.goTo(7));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("activationPageCodeEdit"), 10000);
    console.type("activationPageCodeEdit", QStringLiteral("123456"));
    STEP(second.activate(second.customer(seededCustomer(InActivation))));
    console.click("activationPageButton");
    STEP(expectSentence(console, "activationHint",
                        QStringLiteral("The customer is active already. Your request has changed nothing: "
                                       "the account had been opened before. Nothing is left to do.")));
    STEP(expectAnswered(console, ErrorWord::AlreadyActive));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Active"), 10000);
    QVERIFY(console.isShown("accountPanel"));
}
} // namespace

QList<ErrorRow> caseErrors()
{
    return {
        {"NOT_FOUND", "an unknown id pasted into the search", unknownIdPasted},
        {"AUTHENTICATION", "wrong passwords of the customer", wrongPasswordOfTheCustomer},
        {"NOT_FOUND", "a wrong user of the customer", wrongUserOfTheCustomer},
        {"VALIDATION_FAILED", "an activation for another user", activatesTheWrongUser},
        {"VERIFICATION_ALREADY_OPEN", "the same verification created twice", createsTheSameVerificationTwice},
        {"VERIFICATION_ALREADY_OPEN", "somebody else started it", startsWhatSomebodyHasStarted},
        {"ALREADY_VERIFIED", "somebody else verified them", startsForSomebodyVerified},
        {"VERIFICATION_CLOSED", "somebody else rejected before the upload", uploadsToAClosedVerification},
        {"ALREADY_ACTIVE", "somebody else activated", activatesWhoIsActive}};
}

} // namespace finhub::test
