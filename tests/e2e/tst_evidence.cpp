#include "e2e/consolefixture.h"
#include "e2e/secondofficer.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 20000;

/// Opens the first case of this risk that waits for a review.
void open(ConsoleFixture& console, const char* risk)
{
    console.openRow(QString::fromLatin1(risk));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
}

void refuseBy(ConsoleFixture& console, Qt::Key reason)
{
    console.press(Qt::Key_F);
    QTRY_VERIFY(console.isShown("reasonPalette"));
    QTest::keyClick(console.find("reasonPalette"), reason);
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_Return);
    QTRY_VERIFY(!console.isShown("reasonPalette"));
}

QString verdict(ConsoleFixture& console)
{
    return console.find("documentVerdict")->property("text").toString();
}

QStringList chosen(ConsoleFixture& console)
{
    QStringList codes;
    const auto* list = console.find<QListWidget>("reasonList");
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            codes << list->item(row)->data(Qt::UserRole).toString();
    }
    return codes;
}
} // namespace

/// Verdicts that are bound to what was on the screen, through the real window and against the real sandbox.
class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesACleanCaseInThreeKeys();
    void namesWhatAnApprovalLacks();
    void composesAResubmissionFromTheDocuments();
    void rejectsForWhatWasFound();
    void stopsWhenTheCaseHasChanged();
    void keepsTheEvidenceOfACaseThatIsLeft();
    void keepsItThroughAnExpiredSession();
    void leavesNothingToAnotherOfficer();
    void forgetsItOnSigningOut();
    void asksWhereDocumentsCannotBeSeen();
};

// After the class: moc takes a path that ends in two stars for the beginning of a comment.
namespace {
/// Lets the session run out in front of the open case.
void expire(ConsoleFixture& console)
{
    console.arm(R"({"match":"GET /api/v2.1/customer/**","status":401,"times":0})");
    console.arm(R"({"match":"PUT /api/v2.1/admin/**","status":401,"times":0})");
    console.press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("lockView"), Patience);
    console.disarm();
}

void signInAgain(ConsoleFixture& console, std::size_t account)
{
    console.chooseAccount(account);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar"), Patience);
}
} // namespace

/// Look, Y, A, Enter.
void TestEvidence::decidesACleanCaseInThreeKeys()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("acceptDocumentButton"), Patience);
    console.press(Qt::Key_Y);
    QTRY_VERIFY(console.isEnabled("approveButton"));
    console.press(Qt::Key_A);
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(!console.isShown("seenElsewhereBox"));
    QTRY_VERIFY(console.find("confirmButton")->hasFocus());
    QTest::keyClick(console.find("confirmButton"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), Patience);
    QCOMPARE(console.recordedStatus(), QStringLiteral("APPROVED"));
    QVERIFY(!console.isShown("verdictBar"));
}

void TestEvidence::namesWhatAnApprovalLacks()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Medium");
    QVERIFY(!console.isEnabled("approveButton"));
    QVERIFY(console.text("decisionMessage").startsWith(QStringLiteral("Before you can approve: ")));
    console.acceptDocuments();
    QTRY_VERIFY(console.isEnabled("approveButton"));
    QCOMPARE(console.text("decisionMessage"),
             QStringLiteral("Every required document was seen whole and is accepted."));

    // One verdict taken back, and it is missing by name, on the button as well.
    auto* strip = console.find<QAbstractItemView>("documentStrip");
    strip->setCurrentIndex(strip->model()->index(0, 0));
    const QString name = console.text("documentTitle");
    console.press(Qt::Key_O);
    QTRY_VERIFY(!console.isEnabled("approveButton"));
    const QString missing = QStringLiteral("Not yet judged: %1.").arg(name);
    QVERIFY2(console.text("decisionMessage").contains(missing), qPrintable(console.text("decisionMessage")));
    QVERIFY(console.find("approveButton")->toolTip().contains(missing.toHtmlEscaped()));
    // Pressing the key all the same is nothing.
    console.press(Qt::Key_A);
    QVERIFY(!console.isShown("approveDialog"));

    refuseBy(console, Qt::Key_M);
    QTRY_VERIFY(console.text("decisionMessage").contains(QStringLiteral("ends the application")));
    QVERIFY(!console.isEnabled("approveButton"));
}

void TestEvidence::composesAResubmissionFromTheDocuments()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Medium");
    refuseBy(console, Qt::Key_B);
    refuseBy(console, Qt::Key_O);
    console.press(Qt::Key_R);
    QTRY_VERIFY(console.isShown("reasonDialog"));
    const QStringList found{QStringLiteral("BLACK_AND_WHITE"), QStringLiteral("POA_TOO_OLD")};
    QCOMPARE(chosen(console), found);
    const QString composed = QStringLiteral("The proof of address must not be older than three months. "
                                            "Please send a colour photo or scan of the document.");
    QCOMPARE(console.text("commentEdit"), composed);
    QCOMPARE(console.text("customerPreview"), composed);
    // A reason about the applicant, by its key.
    QTRY_VERIFY(console.find("reasonList")->hasFocus());
    QTest::keyClick(console.find("reasonList"), Qt::Key_N);
    QVERIFY(console.text("customerPreview").startsWith(QStringLiteral("The name differs")));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("a note for colleagues"));
    QVERIFY(!console.text("customerPreview").contains(QStringLiteral("colleagues")));
    const QString preview = console.text("customerPreview");
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Documents"), Patience);
    SecondOfficer second(console.url);
    const Verification recorded = second.customer(console.text("caseId")).verification.value();
    QCOMPARE(recorded.comment, preview);
    const QStringList codes{QStringLiteral("DATA_MISMATCH_NAME"), QStringLiteral("POA_TOO_OLD"),
                            QStringLiteral("BLACK_AND_WHITE")};
    QCOMPARE(recorded.reasonCodes, codes);
}

void TestEvidence::rejectsForWhatWasFound()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    refuseBy(console, Qt::Key_K);
    // Such a reason cannot be part of a request to try again, and is not lost either.
    console.press(Qt::Key_R);
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QVERIFY(chosen(console).isEmpty());
    QVERIFY(console.text("excludedLabel").contains(QStringLiteral("Forged")));
    console.click("cancelButton");
    QTRY_VERIFY(!console.window->findChild<QWidget*>(QStringLiteral("reasonDialog")));
    console.press(Qt::Key_X);
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QCOMPARE(chosen(console), QStringList{QStringLiteral("FORGED")});
    QCOMPARE(console.text("customerPreview"), QStringLiteral("We are unable to complete your application."));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), Patience);
    SecondOfficer second(console.url);
    const Verification recorded = second.customer(console.text("caseId")).verification.value();
    QCOMPARE(recorded.comment, QStringLiteral("We are unable to complete your application."));
}

/// Somebody else's upload between reading and deciding: the decision stops, what is new is named, and the
/// verdicts on what has not changed stay.
void TestEvidence::stopsWhenTheCaseHasChanged()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    console.acceptDocuments();
    QTRY_VERIFY(console.isEnabled("approveButton"));
    const int documents = console.rows("documentStrip");
    console.press(Qt::Key_A);
    QTRY_VERIFY(console.isShown("approveDialog"));
    SecondOfficer second(console.url);
    second.upload(second.customer(console.text("caseId")).verification.value(), DocumentType::Selfie);
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("differencePanel"), Patience);
    QVERIFY(console.text("decisionMessage").contains(QStringLiteral("has changed since you read it")));
    QStringList rows;
    const QList<QLabel*> labels = console.find("differenceRows")->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        rows << label->text();
    QVERIFY2(rows.join(u'|').contains(QStringLiteral("new: Selfie")), qPrintable(rows.join(u'|')));
    QVERIFY(rows.contains(QStringLiteral("Version")));
    QCOMPARE(console.recordedStatus(), QStringLiteral("IN_PROGRESS"));
    QTRY_COMPARE(console.rows("documentStrip"), documents + 1);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    QCOMPARE(verdict(console), QStringLiteral("✓ Accepted"));
    console.click("closeDifferencesButton");
    QVERIFY(!console.isShown("differencePanel"));
    console.press(Qt::Key_A);
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), Patience);
}

void TestEvidence::keepsTheEvidenceOfACaseThatIsLeft()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    const QString left = console.text("caseId");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("fieldCount"), Patience);
    console.press(Qt::Key_M);
    console.acceptDocuments();
    console.press(Qt::Key_J);
    QTRY_VERIFY(console.text("caseId") != left);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar"), Patience);
    QCOMPARE(verdict(console), QStringLiteral("Not judged"));
    console.press(Qt::Key_K);
    QTRY_COMPARE(console.text("caseId"), left);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    QCOMPARE(verdict(console), QStringLiteral("✓ Accepted"));
    QTRY_VERIFY(console.text("fieldCount").startsWith(QStringLiteral("1 of")));
}

void TestEvidence::keepsItThroughAnExpiredSession()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("fieldCount"), Patience);
    console.press(Qt::Key_M);
    console.acceptDocuments();
    expire(console);
    console.comeBack();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    QCOMPARE(verdict(console), QStringLiteral("✓ Accepted"));
    QTRY_VERIFY(console.text("fieldCount").startsWith(QStringLiteral("1 of")));
}

void TestEvidence::leavesNothingToAnotherOfficer()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    console.acceptDocuments();
    const QString opened = console.text("caseId");
    expire(console);
    console.click("leaveButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), Patience);
    console.chooseAccount(1);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("workspace"), Patience);
    console.openCustomer(opened);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar"), Patience);
    QCOMPARE(verdict(console), QStringLiteral("Not judged"));
    QVERIFY(!console.isEnabled("approveButton"));
}

void TestEvidence::forgetsItOnSigningOut()
{
    ConsoleFixture console;
    console.signIn();
    open(console, "Low");
    console.acceptDocuments();
    console.click("signOutButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), Patience);
    signInAgain(console, 0);
    QCOMPARE(verdict(console), QStringLiteral("Not judged"));
}

/// Section 3, `document-content`: nothing can be judged here, so the officer says that they looked elsewhere.
void TestEvidence::asksWhereDocumentsCannotBeSeen()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.removeAll(Extension::DocumentContent);
    ConsoleFixture console(options);
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    QVERIFY(!console.isShown("verdictBar"));
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(console.isShown("seenElsewhereBox"));
    QVERIFY(!console.isEnabled("confirmButton"));
    QTest::keyClick(console.find("approveDialog"), Qt::Key_Return);
    QVERIFY(console.isShown("approveDialog"));
}

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
