#include "e2e/consolefixture.h"
#include "support/outcome.h"
#include "views/widgets/busybar.h"
#include "views/widgets/chip.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

/// Walking the queue: what opens next, what has been got ready by then, and how much work that takes.
class TestQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheOldestFirst();
    void takesTheOldestOfAnotherOrder();
    void passesOverWhatWasDecided();
    void saysWhenNobodyElseWaits();
    void saysHowLongTheCaseHasWaited();
    void opensWhatWasGotReadyWithoutWaiting();
    void keepsTheFocusWhileItGetsTheNextOneReady();
    void fiftyPresses();
    void leavesNothingBehindOnSignOut();
};

namespace {
views::DocumentCanvas& canvasOf(ConsoleFixture& console)
{
    return *console.find<views::DocumentCanvas>("documentCanvas");
}

void press(ConsoleFixture& console, Qt::Key key)
{
    QTest::keyClick(console.window.get(), key);
}

/// Until nothing is fetched or rendered any more, neither for the open case nor for the next one.
void rest(ConsoleFixture& console)
{
    const auto work = [&console] {
        return std::tuple(console.documents->requestsSent(), console.documents->rendersStarted(),
                          console.documents->documentsCached(), console.documents->pagesCached(),
                          console.renderer->running() + console.renderer->waiting());
    };
    // Counted as rest: half a second in which nothing of this has changed.
    auto last = work();
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            if (const auto now = work(); now != last || std::get<4>(now) > 0 || console.documents->isBusy()) {
                last = now;
                since.restart();
            }
            return since.elapsed() > 500;
        }(),
        Patience);
}
} // namespace

void TestQueue::takesTheOldestFirst()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 1 of")));
    press(console, Qt::Key_N);
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 2 of")));
    console.click("takeNextButton");
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 3 of")));
    // From further down it is still the oldest that nobody has seen; the list follows.
    for (int i = 0; i < 5; ++i)
        press(console, Qt::Key_J);
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 8 of")));
    press(console, Qt::Key_N);
    QTRY_VERIFY(console.text("casePosition").startsWith(QStringLiteral("Case 4 of")));
    QCOMPARE(console.find<QAbstractItemView>("queueList")->currentIndex().row(), 3);
}

void TestQueue::takesTheOldestOfAnotherOrder()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    const QString oldest = console.text("caseId");
    press(console, Qt::Key_Escape);
    auto* table = console.find<QAbstractItemView>("customerTable");
    // By name, and everybody: the rows do not tell who has waited longest.
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(0, 0)).center());
    QTRY_VERIFY(console.rows("customerTable") > 60);
    QTRY_VERIFY(!table->model()->index(0, 0).data().toString().isEmpty());
    console.openRow(QStringLiteral("Active"));
    QTRY_COMPARE(console.text("caseStage"), QStringLiteral("Active"));
    press(console, Qt::Key_N);
    QTRY_COMPARE(console.text("caseId"), oldest);
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
}

void TestQueue::passesOverWhatWasDecided()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    const QString decided = console.text("caseId");
    const int waiting = console.rows("queueList") - 1;
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Consents"), Patience);
    QTRY_VERIFY(!console.window->findChild<QWidget*>(QStringLiteral("approveDialog")));
    console.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(console.window.get()));
    QTRY_COMPARE(console.rows("queueList"), waiting);
    QSet<QString> seen;
    for (int i = 0; i < waiting + 3; ++i) {
        const QString before = console.text("caseId");
        press(console, Qt::Key_N);
        QTRY_VERIFY(console.text("caseId") != before);
        QVERIFY(console.text("caseId") != decided);
        seen.insert(console.text("caseId"));
    }
    // All of them, and then from the oldest again.
    QCOMPARE(seen.size(), waiting);
}

void TestQueue::saysWhenNobodyElseWaits()
{
    ConsoleFixture console;
    console.signIn();
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(4, 0)).center());
    console.openRow(QStringLiteral("Active"));
    const QString open = console.text("caseId");
    press(console, Qt::Key_N);
    QTRY_COMPARE(console.text("caseNotice"),
                 QStringLiteral("No other case in this view waits for a review."));
    QVERIFY(console.isShown("caseNotice"));
    QCOMPARE(console.text("caseId"), open);
    press(console, Qt::Key_J);
    QTRY_VERIFY(console.text("caseId") != open);
    QVERIFY(!console.isShown("caseNotice"));
}

void TestQueue::saysHowLongTheCaseHasWaited()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("overdue"));
    auto* chip = console.find<views::Chip>("waitingChip");
    QTRY_VERIFY(chip->isVisible());
    QVERIFY2(chip->text().contains(QStringLiteral("overdue since")), qPrintable(chip->text()));
    QCOMPARE(chip->tone(), views::Tone::Bad);
    QVERIFY(!chip->accessibleDescription().isEmpty());
    press(console, Qt::Key_Escape);
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(4, 0)).center());
    console.openRow(QStringLiteral("Active"));
    QTRY_COMPARE(console.text("caseStage"), QStringLiteral("Active"));
    QVERIFY(!chip->isVisible());
}

void TestQueue::opensWhatWasGotReadyWithoutWaiting()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
    // More than its own documents: those of the next case are on their way.
    QTRY_VERIFY_WITH_TIMEOUT(console.documents->requestsSent() >
                                 console.find<QAbstractItemView>("documentStrip")->model()->rowCount(),
                             Patience);
    rest(console);
    const int requests = console.documents->requestsSent();
    const int renders = console.documents->rendersStarted();
    // From now on nothing is answered: whatever is shown has been there before.
    console.arm(R"({"match":"GET /api/v2.1/**","times":0,"delayMs":60000})");
    const QString before = console.text("caseId");
    press(console, Qt::Key_N);
    QVERIFY(console.text("caseId") != before);
    QTRY_VERIFY(canvasOf(console).hasPage());
    QVERIFY(console.find<QAbstractItemView>("documentStrip")->model()->rowCount() > 0);
    // Nothing can be decided on a reading from before: it is being read again.
    QVERIFY(!console.isEnabled("rejectButton"));
    QCOMPARE(console.documents->requestsSent(), requests);
    QCOMPARE(console.documents->rendersStarted(), renders);
    console.disarm();
}

void TestQueue::keepsTheFocusWhileItGetsTheNextOneReady()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
    canvasOf(console).setFocus();
    QSignalSpy focus(qApp, &QApplication::focusChanged);
    rest(console);
    QCOMPARE(focus.count(), 0);
    QVERIFY(canvasOf(console).hasFocus());
    press(console, Qt::Key_N);
    const QWidget* after = QApplication::focusWidget();
    rest(console);
    QCOMPARE(QApplication::focusWidget(), after);
}

// As fast as keys come: the last case is shown whole, and little was done for those in between.
void TestQueue::fiftyPresses()
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.customers = 400;
    ConsoleFixture console(options);
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
    rest(console);
    const int requests = console.documents->requestsSent();
    const int renders = console.documents->rendersStarted();
    for (int i = 0; i < 50; ++i)
        press(console, i % 2 ? Qt::Key_N : Qt::Key_J);
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
    rest(console);
    QVERIFY(!console.documents->isBusy());
    QCOMPARE(console.renderer->running() + console.renderer->waiting(), 0);
    // At most one document and its two pages were begun for each press, and two whole cases at the end: the
    // one that is open and the one that is next, of at most eight documents each.
    qInfo("50 presses: %d requests, %d renderings, %lld bytes", console.documents->requestsSent() - requests,
          console.documents->rendersStarted() - renders, console.documents->bytesCached());
    QVERIFY(console.documents->requestsSent() - requests <= 50 + 2 * 8);
    QVERIFY(console.documents->rendersStarted() - renders <= 50 * 2 + 2 * 8 * 2);
    QVERIFY(console.documents->bytesCached() <= documents::CachingDocumentService::DefaultBudget);
    QVERIFY(!console.find<views::BusyBar>("caseBusy")->isBusy());
}

void TestQueue::leavesNothingBehindOnSignOut()
{
    ConsoleFixture console;
    console.signIn();
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY_WITH_TIMEOUT(canvasOf(console).hasPage(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.documents->pagesCached() > 0, Patience);
    console.click("signOutButton");
    QTRY_VERIFY(console.isShown("signInButton"));
    rest(console);
    QCOMPARE(console.documents->bytesCached(), 0);
    QCOMPARE(console.documents->documentsCached(), 0);
    QCOMPARE(console.documents->pagesCached(), 0);
    QCOMPARE(console.renderer->running() + console.renderer->waiting(), 0);
}

QTEST_MAIN(TestQueue)
#include "tst_queue.moc"
