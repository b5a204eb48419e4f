#include "e2e/errorscreen.h"
#include "e2e/secondofficer.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

namespace finhub::test {

namespace {
/// Long enough for somebody else to act while the console's decision is on its way; the console reads the
/// case again before it sends anything, so nothing earlier would make a difference.
constexpr const char* HeldUp = R"({"match":"POST /api/v2.1/verifications/*/approve","delayMs":3000})";
constexpr std::chrono::seconds Deadline{30};

const QString Note = QStringLiteral("Compared with the register");

/// A case in review, open in front of an officer.
void openInReview(ConsoleFixture& console)
{
    console.signIn();
    STEP(console.openCustomer(seededCustomer(InApproval)));
    STEP(console.acceptDocuments());
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
}

/// Presses Approve, writes a note, and confirms.
void approve(const ConsoleFixture& console)
{
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(Note);
    console.click("confirmButton");
}

/// Rejects, or asks for a resubmission, for the first reason of the list.
void refuse(const ConsoleFixture& console, const char* button)
{
    console.click(button);
    QTRY_VERIFY(console.isShown("reasonDialog"));
    console.find<QListWidget>("reasonList")->item(0)->setCheckState(Qt::Checked);
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(Note);
    console.click("confirmButton");
}

/// The decision has left the console and is held up on its way.
void expectOnItsWay(ConsoleFixture& console)
{
    QTRY_VERIFY_WITH_TIMEOUT(!console.isArmed(), 10000);
    QCOMPARE(console.text("decisionMessage"), QStringLiteral("Sending the decision…"));
}

Verification current(SecondOfficer& second)
{
    return second.customer(seededCustomer(InApproval)).verification.value_or(Verification());
}

void changedOnTheWay()
{
    ConsoleFixture console(ConsoleFixture::defaultOptions(), Deadline);
    SecondOfficer second(console.url);
    STEP(openInReview(console));
    const Verification verification = current(second);
    console.arm(HeldUp);
    STEP(approve(console));
    STEP(expectOnItsWay(console));
    STEP(second.upload(verification, DocumentType::Selfie));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("The case has changed since you read it. The case has not been "
                                       "decided. It has been read again: look at what is new, then "
                                       "decide.")));
    STEP(expectAnswered(console, ErrorWord::StaleVersion));
    // Nothing typed is lost, and the second try counts.
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QCOMPARE(console.text("notesEdit"), Note);
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
}

void decidedOnTheWay()
{
    // With a condition on the version the server would say no more than that it has changed.
    ConsoleFixture console(sandboxWithout({Extension::ConditionalDecision}), Deadline);
    SecondOfficer second(console.url);
    STEP(openInReview(console));
    const Verification verification = current(second);
    console.arm(HeldUp);
    STEP(approve(console));
    STEP(expectOnItsWay(console));
    STEP(second.reject(verification));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("The case was decided before your decision arrived (Rejected). Your "
                                       "decision was not recorded; the earlier one stands. The case now "
                                       "shows what was decided.")));
    STEP(expectAnswered(console, ErrorWord::AlreadyDecided));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
    QCOMPARE(console.recordedStatus(), QStringLiteral("REJECTED"));
}

void askedForDocumentsOnTheWay()
{
    ConsoleFixture console(sandboxWithout({Extension::ConditionalDecision}), Deadline);
    SecondOfficer second(console.url);
    STEP(openInReview(console));
    const Verification verification = current(second);
    console.arm(HeldUp);
    STEP(refuse(console, "resubmissionButton"));
    STEP(expectOnItsWay(console));
    STEP(second.requestResubmission(verification));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("The customer was asked to send documents again before your decision "
                                       "arrived. Your decision was not recorded; the earlier request stands. "
                                       "Wait for the customer, or decide otherwise.")));
    STEP(expectAnswered(console, ErrorWord::InvalidState));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    QVERIFY(!console.isEnabled("resubmissionButton"));
}

void tooManyRequests()
{
    ConsoleFixture console;
    STEP(openInReview(console));
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/approve","status":429})");
    STEP(refuse(console, "rejectButton"));
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("FinHub is receiving too many requests. The case has not been "
                                       "decided. Try again in a second.")));
    STEP(expectAnswered(console, ErrorWord::RateLimited));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QCOMPARE(console.text("notesEdit"), Note);
    QCOMPARE(console.find<QListWidget>("reasonList")->item(0)->checkState(), Qt::Checked);
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
}

void verificationOfAnotherId()
{
    ConsoleFixture console(sandboxWithoutExtensions());
    console.signIn();
    console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->trigger();
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    console.type("addCustomerId", seededCustomer(InApproval));
    console.type("addVerificationId", QStringLiteral("11111111-2222-4333-8444-555555555555"));
    console.click("addButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    console.click("reviewPaneButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("seenElsewhereBox");
    console.click("confirmButton");
    STEP(expectSentence(console, "decisionMessage",
                        QStringLiteral("FinHub knows no such verification in this tenant. The case has not "
                                       "been decided. Read the case again; if you have typed the id of the "
                                       "verification in, check it.")));
    STEP(expectAnswered(console, ErrorWord::NotFound));
    QTRY_VERIFY(console.isEnabled("approveButton"));
}
} // namespace

QList<ErrorRow> decisionErrors()
{
    return {{"STALE_VERSION", "a document arrived under way", changedOnTheWay},
            {"ALREADY_DECIDED", "somebody else was faster", decidedOnTheWay},
            {"INVALID_STATE", "somebody else asked for documents first", askedForDocumentsOnTheWay},
            {"RATE_LIMITED", "too many requests", tooManyRequests},
            {"NOT_FOUND", "a verification id typed in wrongly", verificationOfAnotherId}};
}

} // namespace finhub::test
