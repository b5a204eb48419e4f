#include "e2e/consolefixture.h"
#include "sandbox/accounts/accounts.h"
#include "views/workspace.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr const char* LostBefore =
    "{\"match\":\"POST /api/v2.1/verifications/*/approve\",\"drop\":\"before\"}";
constexpr const char* AlwaysLostBefore =
    "{\"match\":\"POST /api/v2.1/verifications/*/approve\",\"drop\":\"before\",\"times\":0}";
constexpr const char* LostAfter = "{\"match\":\"POST /api/v2.1/verifications/*/approve\",\"drop\":\"after\"}";

sandbox::SandboxOptions withoutRecognising()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.removeAll(Extension::IdempotentDecision);
    return options;
}
} // namespace

/// What an officer sees of decisions on their way: the moment in which one can be undone, and those that are
/// not settled, over signing out and a restart.
class TestUnsettled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoes();
    void leavesAfterTheHold();
    void takesOneDecisionOfManyPresses();
    void choosesTheHold();
    void settlesAfterARestart();
    void asksForWordsAgainAfterARestart();
    void closesWhatNobodyWaitsFor();
    void keepsWhatWasHeldAtSignOut();

private:
    static void open(ConsoleFixture& console);
    static void approve(ConsoleFixture& console, const QString& notes = {});
};

void TestUnsettled::open(ConsoleFixture& console)
{
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
}

void TestUnsettled::approve(ConsoleFixture& console, const QString& notes)
{
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(notes);
    console.click("confirmButton");
}

void TestUnsettled::undoes()
{
    ConsoleFixture console;
    open(console);
    console.desk->setHold(std::chrono::hours(1));
    QVERIFY(!console.isShown("undoBar"));
    approve(console);
    QTRY_VERIFY(console.isShown("undoBar"));
    QVERIFY(console.text("undoText").startsWith(QStringLiteral("Approve, for ")));
    QVERIFY(!console.isEnabled("approveButton"));
    console.click("undoButton");
    QVERIFY(!console.isShown("undoBar"));
    QCOMPARE(console.text("decisionMessage"),
             QStringLiteral("You have undone your decision. Nothing was sent."));
    QCOMPARE(console.recordedStatus(), QStringLiteral("IN_PROGRESS"));
    QVERIFY(console.isEnabled("approveButton"));
}

void TestUnsettled::leavesAfterTheHold()
{
    ConsoleFixture console;
    open(console);
    console.desk->setHold(std::chrono::milliseconds(300));
    approve(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("has recorded")), 10000);
    QVERIFY(!console.isShown("undoBar"));
    QCOMPARE(console.recordedStatus(), QStringLiteral("APPROVED"));
}

void TestUnsettled::takesOneDecisionOfManyPresses()
{
    ConsoleFixture console;
    open(console);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    auto* confirm = console.find<QAbstractButton>("confirmButton");
    QTest::mouseDClick(confirm, Qt::LeftButton, Qt::ControlModifier);
    QTest::mouseClick(confirm, Qt::LeftButton, Qt::ControlModifier);
    QTest::keyClick(confirm, Qt::Key_Space);
    QTest::keyClick(console.window.get(), Qt::Key_A);
    QTest::keyClick(console.window.get(), Qt::Key_X);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("has recorded")), 10000);
    const auto& records = console.finhub->callLog().records();
    QCOMPARE(std::count_if(records.begin(), records.end(),
                           [](const auto& record) {
                               return record.method == "POST" && record.path.endsWith(u"/approve");
                           }),
             1);
}

void TestUnsettled::choosesTheHold()
{
    ConsoleFixture console;
    console.signIn();
    QSignalSpy chosen(console.find<views::Workspace>("workspace"), &views::Workspace::holdChosen);
    console.window->findChild<QAction*>(QStringLiteral("holdAction"))->trigger();
    QTRY_VERIFY(console.isShown("holdDialog"));
    console.find<QSpinBox>("holdSeconds")->setValue(12);
    console.click("saveHoldButton");
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(console.desk->hold(), std::chrono::milliseconds(12'000));
}

/// The answer is lost, FinHub cannot be asked, and the program ends; the next run finds out.
void TestUnsettled::settlesAfterARestart()
{
    ConsoleFixture console;
    open(console);
    const QString customer = console.text("caseId");
    console.arm(LostAfter);
    // It ends before the console has read what became of it.
    QVERIFY(console.isReadingBackAfter([&console] { approve(console); }));
    console.restart();
    console.signIn();
    QTRY_COMPARE_WITH_TIMEOUT(console.desk->decisions().size(), 0, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("outboxNoticeText"),
                              QStringLiteral("One earlier decision has been settled."), 10000);
    console.click("showOutboxButton");
    QTRY_VERIFY(console.isShown("outboxCard"));
    QVERIFY(console.text("outboxKnown").contains(QStringLiteral("FinHub has recorded your decision")));
    QVERIFY(console.text("outboxMessage").startsWith(QStringLiteral("Every decision is settled.")));
    console.click("outboxCloseButton");
    QTRY_VERIFY(!console.isShown("outboxNotice"));
    QVERIFY(!console.isShown("outboxCard"));
    console.openCustomer(customer);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
}

void TestUnsettled::asksForWordsAgainAfterARestart()
{
    ConsoleFixture console;
    open(console);
    const QString customer = console.text("caseId");
    console.arm(AlwaysLostBefore);
    approve(console, QStringLiteral("Compared with the register"));
    const auto isToBeSentAgain = [&console] {
        const QList<const review::Decision*> all = console.desk->decisions();
        return !all.isEmpty() && all.first()->step() == review::Decision::Step::Pausing;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isToBeSentAgain(), 10000);
    console.restart();
    console.disarm();
    console.signIn();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("outboxNotice"), 10000);
    QCOMPARE(console.text("outboxNoticeText"), QStringLiteral("One decision is not settled."));
    console.click("showOutboxButton");
    QTRY_VERIFY(console.isShown("outboxView"));
    QCOMPARE(console.text("outboxVerdict"), QStringLiteral("Approve"));
    QVERIFY(console.text("outboxCase").contains(customer));
    console.click("outboxCheckButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("outboxKnown").contains(QStringLiteral("typed again")), 10000);
    console.click("outboxOpenButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), 10000);
    // What was seen before the restart is not remembered.
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    // Another verdict would be another decision.
    QVERIFY(!console.isEnabled("rejectButton"));
    approve(console, QStringLiteral("Compared with the register"));
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
    QVERIFY(!console.isShown("outboxNotice"));
    QCOMPARE(console.desk->decisions().size(), 0);
}

void TestUnsettled::closesWhatNobodyWaitsFor()
{
    ConsoleFixture console(withoutRecognising());
    open(console);
    console.arm(LostBefore);
    approve(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("outboxNotice"), 10000);
    console.click("showOutboxButton");
    QTRY_VERIFY(console.isShown("outboxView"));
    QVERIFY(console.text("outboxMessage").contains(QStringLiteral("does not recognise a decision")));
    console.click("outboxCloseButton");
    QTRY_VERIFY(console.isShown("closeDecisionDialog"));
    console.click("keepDecisionButton");
    QCOMPARE(console.desk->waitingForPerson(), 1);
    console.click("outboxCloseButton");
    QTRY_VERIFY(console.isShown("closeDecisionDialog"));
    console.click("closeDecisionButton");
    QTRY_COMPARE(console.desk->waitingForPerson(), 0);
    QVERIFY(!console.isShown("outboxNotice"));
    QVERIFY(console.text("outboxMessage").startsWith(QStringLiteral("Every decision is settled.")));
}

void TestUnsettled::keepsWhatWasHeldAtSignOut()
{
    ConsoleFixture console;
    open(console);
    const QString customer = console.text("caseId");
    console.desk->setHold(std::chrono::hours(1));
    approve(console);
    QTRY_VERIFY(console.isShown("undoBar"));
    console.click("signOutButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), 10000);
    // The case is opened again, so there is no list to wait for.
    console.chooseAccount(sandbox::OfficerAccount);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("outboxNotice"), 10000);
    console.click("showOutboxButton");
    QTRY_VERIFY(console.isShown("outboxView"));
    QVERIFY(console.text("outboxKnown").startsWith(QStringLiteral("It was not sent")));
    QVERIFY(console.text("outboxCase").contains(customer));
    console.click("outboxOpenButton");
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    QCOMPARE(console.recordedStatus(), QStringLiteral("IN_PROGRESS"));
}

QTEST_MAIN(TestUnsettled)
#include "tst_unsettled.moc"
