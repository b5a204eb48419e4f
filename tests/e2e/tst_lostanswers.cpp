#include "e2e/consolefixture.h"

#include <QTest>

using namespace finhub;
using namespace finhub::test;

/// Decisions whose answer is lost, late, cut off or nonsense: what the officer is told is what FinHub has
/// recorded.
class TestLostAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTruth_data();
    void tellsTheTruth();
    void decidesAgainAfterLookingAgain();
    void showsWhatHappenedMeanwhile();
    void showsAnswersThatCannotBeUnderstood_data();
    void showsAnswersThatCannotBeUnderstood();

private:
    static void approve(ConsoleFixture& console);
    /// Whether the sandbox recognises a decision that is sent twice (3.7).
    static sandbox::SandboxOptions recognising(bool idempotent);
};

void TestLostAnswers::approve(ConsoleFixture& console)
{
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
}

sandbox::SandboxOptions TestLostAnswers::recognising(bool idempotent)
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    if (!idempotent)
        options.extensions.removeAll(Extension::IdempotentDecision);
    return options;
}

void TestLostAnswers::tellsTheTruth_data()
{
    QTest::addColumn<bool>("idempotent");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("recorded");
    const QByteArray match = R"({"match":"POST /api/v2.1/verifications/*/approve",)";
    QTest::newRow("answered") << true << QByteArray() << "FinHub has recorded your decision: Approved"
                              << "APPROVED";
    QTest::newRow("late") << true << match + R"("delayMs":300})"
                          << "FinHub has recorded your decision: Approved"
                          << "APPROVED";
    QTest::newRow("dropped after acting") << true << match + R"("drop":"after"})"
                                          << "the answer was lost, but it reads back as: Approved"
                                          << "APPROVED";
    QTest::newRow("cut off after acting") << true << match + R"("truncate":40})"
                                          << "the answer was lost, but it reads back as: Approved"
                                          << "APPROVED";
    const QString recorded = QStringLiteral("FinHub has recorded your decision: Approved");
    const QString unknown = QStringLiteral("It is not known whether your decision was recorded");
    for (const bool again : {true, false}) {
        const QByteArray where = again ? ", sent again" : ", never sent again";
        const QString message = again ? recorded : unknown;
        const QString status = again ? QStringLiteral("APPROVED") : QStringLiteral("IN_PROGRESS");
        QTest::newRow("dropped before acting" + where)
            << again << match + R"("drop":"before"})" << message << status;
        QTest::newRow("500" + where) << again << match + R"("status":500})" << message << status;
        QTest::newRow("HTML" + where) << again << match + R"("html":true})" << message << status;
        QTest::newRow("past the deadline" + where)
            << again << match + R"("delayMs":6000})" << message << status;
        QTest::newRow("409" + where) << again << match + R"("status":409})" << message << status;
    }
    QTest::newRow("429") << true << match + R"("status":429})"
                         << "too many requests"
                         << "IN_PROGRESS";
}

void TestLostAnswers::tellsTheTruth()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, message);
    QFETCH(QString, recorded);
    QFETCH(bool, idempotent);
    ConsoleFixture console(recognising(idempotent));
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    if (!fault.isEmpty())
        console.arm(fault);
    approve(console);
    QTRY_VERIFY2_WITH_TIMEOUT(console.text("decisionMessage").contains(message),
                              qPrintable(console.text("decisionMessage")), 20000);
    QCOMPARE(console.recordedStatus(), recorded);
}

void TestLostAnswers::decidesAgainAfterLookingAgain()
{
    ConsoleFixture console(recognising(false));
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"before"})");
    approve(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("checkAgainButton"), 20000);
    QVERIFY(!console.isEnabled("approveButton"));
    QCOMPARE(console.desk->unresolved(), 1);
    console.click("checkAgainButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("did not arrive")),
                             10000);
    approve(console);
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
    QCOMPARE(console.recordedStatus(), QStringLiteral("APPROVED"));
    QCOMPARE(console.desk->unresolved(), 0);
}

/// Two officers on one case: the second one is told, and nothing is sent for them.
void TestLostAnswers::showsWhatHappenedMeanwhile()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 10000);
    const CustomerId id(console.text("caseId"));
    {
        Result<Customer> read = failure(Error());
        bool done = false;
        const CallPtr<Customer> call = console.finhub->customer(id);
        call->onFinished(console.window.get(), [&](const Result<Customer>& customer) {
            read = customer;
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY(read);
        DecisionRequest other;
        other.verificationId = read->verification->id;
        other.customerId = id;
        other.type = read->verification->type;
        other.verdict = Verdict::Reject;
        other.reasonCodes = {QStringLiteral("UNDERAGE")};
        other.comment = QStringLiteral("You must be at least 18 years old.");
        bool decided = false;
        const CallPtr<DecisionAnswer> decide = console.finhub->decide(other);
        decide->onFinished(console.window.get(), [&decided](const Result<DecisionAnswer>& answer) {
            decided = answer.has_value();
        });
        QTRY_VERIFY(decided);
    }
    approve(console);
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("decisionMessage").contains(QStringLiteral("the case has changed since you read it")),
        10000);
    QCOMPARE(console.recordedStatus(), QStringLiteral("REJECTED"));
    QTRY_COMPARE(console.text("caseStage"), QStringLiteral("Rejected"));
}

void TestLostAnswers::showsAnswersThatCannotBeUnderstood_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("title");
    const QByteArray match = R"({"match":"GET /api/v2.1/customer/individual","times":0,)";
    QTest::newRow("HTML") << match + R"("html":true,"status":403})"
                          << "FinHub refuses this.";
    QTest::newRow("cut off") << match + R"("truncate":30})"
                             << "FinHub's answer could not be understood.";
    QTest::newRow("dropped") << match + R"("drop":"before"})"
                             << "FinHub cannot be reached.";
    QTest::newRow("500") << match + R"("status":500})"
                         << "FinHub has an internal problem (status 500).";
    QTest::newRow("timeout") << match + R"("delayMs":9000})"
                             << "FinHub did not answer in time.";
}

void TestLostAnswers::showsAnswersThatCannotBeUnderstood()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, title);
    ConsoleFixture console;
    console.arm(fault);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customersState"), 60000);
    QTRY_COMPARE(console.text("statePanelTitle"), title);
    console.disarm();
    console.click("statePanelButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.rows("customerTable") > 0, 10000);
    QTRY_VERIFY(console.isShown("customerTable"));
}

QTEST_MAIN(TestLostAnswers)
#include "tst_lostanswers.moc"
