#include "e2e/errorscreen.h"
#include "e2e/onboardingdriver.h"
#include "views/phases/documentspage.h"

#include <QFile>
#include <QListWidget>
#include <QLocale>
#include <QTest>

namespace finhub::test {

namespace {
/// Opens a customer as one of section 6's accounts, with the documents and the decision in sight.
void openReview(ConsoleFixture& console, quint32 customer, std::size_t account = 0)
{
    console.signIn(account);
    STEP(console.openCustomer(seededCustomer(customer)));
    console.click("reviewPaneButton");
    QVERIFY(console.isShown("decisionMessage"));
}

void viewerLooks()
{
    ConsoleFixture console;
    STEP(openReview(console, InApproval, 2));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("Your role may look, but not decide or change anything.")));
    for (const char* button : {"approveButton", "rejectButton", "resubmissionButton", "newCustomerButton"})
        QVERIFY2(!console.isEnabled(button), button);
    OnboardingDriver driver(console);
    STEP(driver.goTo(4));
    STEP(expectSentence(console, "uploadMessage",
                        QStringLiteral("Your role may look, but not decide or change anything.")));
    expectNothingWritten(console);
}

void officerLooksAtHighRisk()
{
    ConsoleFixture console;
    STEP(openReview(console, HighRiskInApproval));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("A decision on level “Power tenant” needs a senior officer.")));
    QVERIFY(!console.isEnabled("approveButton") && !console.isEnabled("rejectButton"));
    expectNothingWritten(console);
}

void documentsAreMissing()
{
    ConsoleFixture console;
    STEP(openReview(console, WithASelfieOnly));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("Approve is not possible yet. Documents are missing: Government "
                                       "ID.")));
    QVERIFY(!console.isEnabled("approveButton") && console.isEnabled("rejectButton"));
    expectNothingWritten(console);
}

/// Only reasons that let the customer try again are there to be chosen from (section 5: fourteen).
void onlyReasonsThatAllowIt()
{
    ConsoleFixture console;
    STEP(openReview(console, InApproval));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("resubmissionButton"), 10000);
    console.click("resubmissionButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QCOMPARE(console.rows("reasonList"), 14);
    STEP(expectSentence(console, "readBackLabel", QStringLiteral("Choose at least one reason.")));
    QVERIFY(!console.isEnabled("confirmButton"));
    expectNothingWritten(console);
}

void activationBeforeTheApproval()
{
    ConsoleFixture console;
    STEP(openReview(console, InApproval));
    OnboardingDriver driver(console);
    STEP(driver.goTo(7));
    STEP(expectSentence(console, "activationPageMessage",
                        QStringLiteral("The verification is not approved at the level this customer's risk "
                                       "needs. Consents are missing: %1.")
                            .arg(QLocale().createSeparatedList({QStringLiteral("Terms and conditions"),
                                                                QStringLiteral("Privacy policy"),
                                                                QStringLiteral("Data processing")}))));
    QVERIFY(!console.isEnabled("activationPageButton") && !console.isEnabled("activationPageCodeEdit"));
    expectNothingWritten(console);
}

void activationBeforeTheConsents()
{
    ConsoleFixture console;
    STEP(openReview(console, InConsents));
    OnboardingDriver driver(console);
    STEP(driver.goTo(7));
    STEP(expectSentence(console, "activationPageMessage",
                        QStringLiteral("Consents are missing: Data processing.")));
    QVERIFY(!console.isEnabled("activationPageButton") && !console.isEnabled("activationPageCodeEdit"));
    expectNothingWritten(console);
}

/// Adds one file to the upload queue and waits for what is said of it.
void refuseFile(const QByteArray& content, const QString& name, const QString& sentence)
{
    ConsoleFixture console;
    STEP(openReview(console, InDocuments));
    const QString path = console.folder.filePath(name);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    OnboardingDriver driver(console);
    STEP(driver.goTo(4));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("uploadDropArea"), 10000);
    console.find<views::DocumentsPage>("documentsPage")->addFiles({path});
    STEP(expectSentence(console, "uploadState", sentence));
    QCOMPARE(console.text("uploadName"), name);
    QVERIFY(!console.isEnabled("sendFilesButton"));
    QVERIFY(console.isEnabled("uploadRetryButton") && console.isEnabled("uploadCloseButton"));
    expectNothingWritten(console);
}

void fileIsTooLarge()
{
    refuseFile(QByteArray("%PDF-1.4\n") + QByteArray(10 * 1024 * 1024, ' '), QStringLiteral("passport.pdf"),
               QStringLiteral("This file is larger than the 10 MB that FinHub takes."));
}

void fileIsOfAnotherKind()
{
    refuseFile("Dear Sir or Madam, here is my passport.", QStringLiteral("passport.pdf"),
               QStringLiteral("By its content this is neither a PDF nor a JPEG nor a PNG."));
}
} // namespace

QList<ErrorRow> foreseenErrors()
{
    return {{"INSUFFICIENT_PERMISSIONS", "a viewer", viewerLooks},
            {"LEVEL_NOT_ALLOWED", "an officer before a case of high risk", officerLooksAtHighRisk},
            {"REQUIRED_DOCUMENTS_MISSING", "an approval too early", documentsAreMissing},
            {"REASON_NOT_RETRYABLE", "a resubmission for a final reason", onlyReasonsThatAllowIt},
            {"VERIFICATION_NOT_APPROVED", "an activation before the approval", activationBeforeTheApproval},
            {"MISSING_CONSENTS", "an activation before the consents", activationBeforeTheConsents},
            {"PAYLOAD_TOO_LARGE", "a file of more than 10 MB", fileIsTooLarge},
            {"VALIDATION_FAILED", "a file of another kind", fileIsOfAnotherKind}};
}

} // namespace finhub::test
