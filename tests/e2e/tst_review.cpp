#include "e2e/consolefixture.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
void tick(ConsoleFixture& console, const QString& reason)
{
    auto* list = console.find<QListWidget>("reasonList");
    const QList<QListWidgetItem*> found = list->findItems(reason, Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    found.first()->setCheckState(Qt::Checked);
}
} // namespace

/// What an officer does all day, through the widgets of the real window.
class TestReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void approvesAndCarriesOnToActive();
    void rejectsWithAReason();
    void keepsAnInternalReasonFromTheCustomer();
    void asksForAResubmission();
    void namesWhatIsMissing();
    void leavesAHighRiskCaseToTheSenior();
    void letsAViewerOnlyLook();
    void walksTheQueueByKey();
    void turnsThePagesOfAPdf();
    void comesBackToTheListAsItWas();
    void survivesTheWindowGoingInTheMiddle_data();
    void survivesTheWindowGoingInTheMiddle();
};

void TestReview::approvesAndCarriesOnToActive()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(console.find<views::DocumentCanvas>("documentCanvas")->hasPage(), 20000);
    QCOMPARE(console.text("caseStage"), QStringLiteral("Approval"));
    const QString name = console.text("caseName");
    const int waiting = console.rows("queueList");

    console.acceptDocuments();
    QTRY_VERIFY(console.isEnabled("approveButton"));
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(console.text("titleLabel").contains(name));
    QVERIFY2(console.text("readBackLabel").contains(QStringLiteral("on the strength of: Passport")),
             qPrintable(console.text("readBackLabel")));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), 10000);
    QTRY_VERIFY(!console.isEnabled("approveButton"));
    QCOMPARE(console.recordedStatus(), QStringLiteral("APPROVED"));
    QTRY_COMPARE(console.rows("queueList"), waiting - 1);

    QTRY_VERIFY(console.isShown("acceptConsentsButton") && console.isEnabled("acceptConsentsButton"));
    console.click("acceptConsentsButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Activation"), 10000);
    QTRY_VERIFY(console.isShown("activationCodeEdit") && console.isEnabled("activationCodeEdit"));
    QVERIFY(!console.isEnabled("activateButton"));
    QTest::keyClicks(console.find("activationCodeEdit"), QStringLiteral("123456"));
    console.click("activateButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Active"), 10000);
    QCOMPARE(console.text("caseName"), name);
}

void TestReview::rejectsWithAReason()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QVERIFY(!console.isEnabled("confirmButton"));
    tick(console, QStringLiteral("Face mismatch"));
    QVERIFY(console.text("commentEdit").contains(QStringLiteral("could not be matched")));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
    QCOMPARE(console.recordedStatus(), QStringLiteral("REJECTED"));
}

void TestReview::keepsAnInternalReasonFromTheCustomer()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    tick(console, QStringLiteral("Face mismatch"));
    tick(console, QStringLiteral("Forged"));
    QCOMPARE(console.text("commentEdit"), QStringLiteral("We are unable to complete your application."));
    QVERIFY(console.find("commentEdit")->property("readOnly").toBool());
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), 10000);
}

void TestReview::asksForAResubmission()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("resubmissionButton"), 10000);
    console.click("resubmissionButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    QVERIFY(console.find<QListWidget>("reasonList")
                ->findItems(QStringLiteral("Forged"), Qt::MatchStartsWith)
                .isEmpty());
    tick(console, QStringLiteral("Document unreadable"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Documents"), 10000);
    QTRY_VERIFY(!console.isEnabled("resubmissionButton"));
    QTRY_VERIFY(console.isEnabled("rejectButton"));
    QCOMPARE(console.recordedStatus(), QStringLiteral("RESUBMISSION_REQUESTED"));
}

void TestReview::namesWhatIsMissing()
{
    ConsoleFixture console;
    console.signIn();
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(2, 0)).center());
    console.openRow(QStringLiteral("Waiting for documents"));
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("decisionMessage").contains(QStringLiteral("Documents are missing")), 10000);
    QVERIFY(!console.isEnabled("approveButton"));
    QTRY_VERIFY(console.isEnabled("rejectButton"));
}

void TestReview::leavesAHighRiskCaseToTheSenior()
{
    {
        ConsoleFixture console;
        console.signIn(0);
        console.openRow(QStringLiteral("High"));
        QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("senior")), 10000);
        QVERIFY(!console.isEnabled("approveButton"));
        QVERIFY(!console.isEnabled("rejectButton"));
    }
    ConsoleFixture console;
    console.signIn(1);
    console.openRow(QStringLiteral("High"));
    // 3.9: the senior decides, and approves what another officer has recommended on.
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(
        console.text("decisionMessage").contains(QStringLiteral("another officer has to recommend first")),
        10000);
    QVERIFY(!console.isEnabled("approveButton"));
}

void TestReview::letsAViewerOnlyLook()
{
    ConsoleFixture console;
    console.signIn(2);
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("Your role may look")),
                             10000);
    QVERIFY(!console.isEnabled("approveButton"));
    QVERIFY(!console.isEnabled("rejectButton"));
    QVERIFY(!console.isEnabled("resubmissionButton"));
}

void TestReview::walksTheQueueByKey()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 1 of")));
    const QString first = console.text("caseId");
    console.press(Qt::Key_J);
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 2 of")));
    QVERIFY(console.text("caseId") != first);
    console.press(Qt::Key_K);
    QTRY_COMPARE(console.text("caseId"), first);
    console.press(Qt::Key_K);
    QCOMPARE(console.text("caseId"), first);
    for (int i = 0; i < 12; ++i)
        console.press(Qt::Key_J);
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 13 of")));
    QTRY_VERIFY_WITH_TIMEOUT(console.find<views::DocumentCanvas>("documentCanvas")->hasPage(), 20000);
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(console.isShown("customersView"));
}

void TestReview::turnsThePagesOfAPdf()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Medium"));
    auto* canvas = console.find<views::DocumentCanvas>("documentCanvas");
    QTRY_VERIFY_WITH_TIMEOUT(canvas->hasPage(), 20000);
    auto* strip = console.find<QAbstractItemView>("documentStrip");
    QVERIFY(strip->model()->rowCount() >= 3);
    // From the identity document on, one key a document, until one has several pages.
    int document = 0;
    while (!console.isShown("nextPageButton") && ++document < strip->model()->rowCount()) {
        console.press(Qt::Key_BracketRight);
        QTRY_COMPARE(strip->currentIndex().row(), document);
        QTRY_VERIFY_WITH_TIMEOUT(canvas->hasPage(), 20000);
    }
    if (!console.isShown("nextPageButton"))
        QSKIP("this seed's case has no document of several pages");
    QVERIFY(console.text("pageLabel").startsWith(QStringLiteral("1 of")));
    console.click("nextPageButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("pageLabel").startsWith(QStringLiteral("2 of")), 20000);
    console.press(Qt::Key_PageUp);
    QTRY_VERIFY_WITH_TIMEOUT(console.text("pageLabel").startsWith(QStringLiteral("1 of")), 20000);
}

void TestReview::comesBackToTheListAsItWas()
{
    ConsoleFixture console;
    console.signIn();
    auto* search = console.find<QLineEdit>("searchEdit");
    QTest::keyClicks(search, QStringLiteral("a"));
    QTRY_VERIFY_WITH_TIMEOUT(console.rows("customerTable") > 60, 10000);
    const int rows = console.rows("customerTable");
    console.openRow(QStringLiteral("Approval"));
    const QString opened = console.text("caseName");
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(console.isShown("customersView"));
    QCOMPARE(search->text(), QStringLiteral("a"));
    QTRY_COMPARE(console.rows("customerTable"), rows);
    auto* table = console.find<QAbstractItemView>("customerTable");
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), opened);

    // Signing out forgets every row, signing in again brings the same view back.
    console.click("signOutButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), 10000);
    QCOMPARE(console.rows("customerTable"), 0);
    QCOMPARE(console.documents->bytesCached(), 0);
    console.signIn();
    QTRY_COMPARE_WITH_TIMEOUT(console.rows("customerTable"), rows, 10000);
    QCOMPARE(search->text(), QStringLiteral("a"));
}

void TestReview::survivesTheWindowGoingInTheMiddle_data()
{
    QTest::addColumn<int>("moment");
    QTest::newRow("while signing in") << 0;
    QTest::newRow("while the list loads") << 1;
    QTest::newRow("while the case loads") << 2;
    QTest::newRow("while a document is on its way") << 3;
    QTest::newRow("with the dialog open") << 4;
    QTest::newRow("with the decision on its way") << 5;
}

void TestReview::survivesTheWindowGoingInTheMiddle()
{
    QFETCH(int, moment);
    ConsoleFixture console;
    const auto end = [&console] {
        console.window.reset();
        QVERIFY(!console.window);
    };
    console.click("signInButton");
    if (moment == 0)
        return end();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("workspace"), 10000);
    if (moment == 1)
        return end();
    QTRY_VERIFY_WITH_TIMEOUT(console.rows("customerTable") > 0, 10000);
    if (moment == 3)
        console.arm(
            R"({"match":"GET /api/v2.1/verifications/*/documents/*/content","delayMs":1500,"times":0})");
    console.openRow(QStringLiteral("Low"));
    if (moment == 2)
        return end();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), 10000);
    if (moment == 3) {
        QVERIFY(console.find<views::DocumentCanvas>("documentCanvas")->isWaiting());
        return end();
    }
    console.acceptDocuments();
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    if (moment == 4)
        return end();
    console.click("confirmButton");
    QCOMPARE(console.desk->running(), 1);
    end();
    // The desk outlives the window: the decision comes to its end.
    QTRY_COMPARE_WITH_TIMEOUT(console.desk->running(), 0, 10000);
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
