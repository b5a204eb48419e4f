#include "app/lockguard.h"
#include "e2e/consolefixture.h"
#include "e2e/errorscreen.h"
#include "e2e/secondofficer.h"
#include "review/journal/journalcheck.h"
#include "sandbox/accounts/accounts.h"
#include "views/settings/settingsdesk.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/copybutton.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 20000;

class SaidDesktop : public app::DesktopLock {
public:
    void setLocked() override { ++settled; }
    int settled = 0;
};

QList<QWidget*> shownWindows()
{
    QList<QWidget*> shown;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            shown << window;
    }
    return shown;
}

/// Every text that a person could see or have read out, in every window that is shown.
QString textsOnScreen()
{
    QString texts;
    for (QWidget* window : shownWindows()) {
        QList<QWidget*> widgets = window->findChildren<QWidget*>();
        widgets << window;
        for (const QWidget* widget : std::as_const(widgets)) {
            if (!widget->isVisible())
                continue;
            for (const char* property : {"text", "plainText", "windowTitle", "toolTip", "statusTip",
                                         "accessibleName", "accessibleDescription", "placeholderText"})
                texts += widget->property(property).toString() + u'\n';
        }
    }
    return texts;
}

void openCase(ConsoleFixture& console, const char* risk = "Low")
{
    console.signIn();
    console.openRow(QLatin1String(risk));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
}

void lock(ConsoleFixture& console)
{
    console.window->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(console.window->isActiveWindow(), 10000);
    QTest::keyClick(console.window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(console.isShown("lockView"));
}

/// Neither the token nor what would renew it is good any more.
void expire(ConsoleFixture& console)
{
    console.arm("{\"match\":\"GET /api/v2.1/customer/**\",\"status\":401,\"times\":0}");
    console.arm("{\"match\":\"PUT /api/v2.1/admin/**\",\"status\":401,\"times\":0}");
    const CallPtr<Customer> any = console.finhub->customer(CustomerId(console.text("caseId")));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("lockView"), Patience);
    console.disarm();
}

QList<review::JournalEntry> entriesOf(const ConsoleFixture& console)
{
    QFile file(console.journal->file());
    QList<review::JournalEntry> entries;
    if (file.open(QIODevice::ReadOnly))
        static_cast<void>(review::checkJournal(
            file.readAll(), {}, [&entries](const review::JournalEntry& entry) { entries << entry; }));
    return entries;
}

QString verdictOf(ConsoleFixture& console)
{
    return console.find("documentVerdict")->property("text").toString();
}

int approvalsSent(const ConsoleFixture& console)
{
    const auto& records = console.finhub->callLog().records();
    return static_cast<int>(std::count_if(records.begin(), records.end(), [](const auto& record) {
        return record.method == "POST" && record.path.endsWith(u"/approve");
    }));
}

void leave(ConsoleFixture& console, bool byLock)
{
    if (byLock)
        lock(console);
    else
        expire(console);
}
} // namespace

/// The window while it is locked or its session has run out, and that everything is there afterwards.
class TestLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNothingOfAnybody();
    void goesOnWhereItWas_data();
    void goesOnWhereItWas();
    void keepsWhatWasTyped_data();
    void keepsWhatWasTyped();
    void keepsARecommendation_data();
    void keepsARecommendation();
    void keepsAFormThatIsNoCase();
    void keepsTheListWhereItWas();
    void putsOtherWindowsAway();
    void keysReachNothing();
    void wipesPasswordsThatWereTyped();
    void takesNoOtherPassword();
    void signsOutAfterFiveWrongPasswords();
    void signsOutWhileLocked();
    void keepsAHeldDecision();
    void settlesADecisionThatWasOnItsWay();
    void locksWhenTheDesktopDoes();
    void locksWhenNobodyIsThere();
    void leadsToTheLimit();
    void takesCopiesBack();
    void tellsTheJournal();
};

void TestLock::showsNothingOfAnybody()
{
    ConsoleFixture console;
    openCase(console);
    QTRY_VERIFY_WITH_TIMEOUT(console.find<views::DocumentCanvas>("documentCanvas")->hasPage(), Patience);
    const QString name = console.text("caseName");
    const QString id = console.text("caseId");
    QVERIFY(!name.isEmpty());
    QVERIFY(textsOnScreen().contains(name));
    QVERIFY(console.documents->bytesCached() > 0);
    lock(console);
    QVERIFY(!console.finhub->session());
    QVERIFY(!console.isShown("workspace"));
    for (const QString& part : name.split(u' '))
        QVERIFY2(!textsOnScreen().contains(part), qPrintable(part));
    QVERIFY(!textsOnScreen().contains(id));
    QCOMPARE(console.documents->bytesCached(), 0);
    QCOMPARE(console.rows("customerTable"), 0);
    QVERIFY(!console.find<views::DocumentCanvas>("documentCanvas")->hasPage());
    QVERIFY(console.finhub->callLog().records().empty());
    QVERIFY(console.text("lockAccount").contains(QStringLiteral("officer@sandbox.test")));
    QCOMPARE(QApplication::focusWidget(), console.find("unlockPasswordEdit"));
}

void TestLock::goesOnWhereItWas_data()
{
    QTest::addColumn<bool>("byLock");
    QTest::newRow("locked") << true;
    QTest::newRow("expired") << false;
}

void TestLock::goesOnWhereItWas()
{
    QFETCH(bool, byLock);
    ConsoleFixture console;
    openCase(console);
    auto* strip = console.find<QAbstractItemView>("documentStrip");
    QTRY_VERIFY_WITH_TIMEOUT(strip->model()->rowCount() > 1, Patience);
    auto* canvas = console.find<views::DocumentCanvas>("documentCanvas");
    QSignalSpy settled(canvas, &views::DocumentCanvas::settled);
    strip->setCurrentIndex(strip->model()->index(1, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty() && canvas->hasPage(), Patience);
    console.lookAtDocument();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("acceptDocumentButton"), Patience);
    console.click("acceptDocumentButton");
    // The verdict goes on to the document that waits for one.
    strip->setCurrentIndex(strip->model()->index(1, 0));
    QTRY_VERIFY_WITH_TIMEOUT(canvas->hasPage() && verdictOf(console).contains(u"✓"), Patience);
    canvas->setZoom(2.5, {10, 10});
    canvas->rotateRight();
    const QRectF where = canvas->view().pageRect();
    const QString opened = console.text("caseId");
    const QString verdict = verdictOf(console);
    STEP(leave(console, byLock));
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(canvas->hasPage(), Patience);
    QCOMPARE(console.text("caseId"), opened);
    QCOMPARE(strip->currentIndex().row(), 1);
    QCOMPARE(canvas->zoom(), 2.5);
    QCOMPARE(canvas->rotation(), 90);
    const QPointF away = canvas->view().pageRect().topLeft() - where.topLeft();
    QVERIFY2(away.manhattanLength() < 1, qPrintable(QStringLiteral("%1, %2").arg(away.x()).arg(away.y())));
    QTRY_COMPARE_WITH_TIMEOUT(verdictOf(console), verdict, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("rejectButton"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.rows("customerTable") > 0, Patience);
    QVERIFY(!console.isShown("caseNotice"));
}

void TestLock::keepsWhatWasTyped_data()
{
    goesOnWhereItWas_data();
}

void TestLock::keepsWhatWasTyped()
{
    QFETCH(bool, byLock);
    ConsoleFixture console;
    openCase(console);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Half a sentence"));
    console.find<QListWidget>("reasonList")->item(2)->setCheckState(Qt::Checked);
    if (byLock)
        console.window->lock(app::LockReason::Idle); // no key of the window works over a dialog
    else
        STEP(expire(console));
    QVERIFY(console.isShown("lockView"));
    QVERIFY(!console.isShown("reasonDialog"));
    QCOMPARE(shownWindows(), QList<QWidget*>{console.window.get()});
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("reasonDialog"), Patience);
    QCOMPARE(console.text("notesEdit"), QStringLiteral("Half a sentence"));
    QCOMPARE(console.find<QListWidget>("reasonList")->item(2)->checkState(), Qt::Checked);
    console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(console.text("caseStage"), QStringLiteral("Rejected"), Patience);
}

void TestLock::keepsARecommendation_data()
{
    goesOnWhereItWas_data();
}

/// What is typed into any other dialog is nobody's to lose either.
void TestLock::keepsARecommendation()
{
    QFETCH(bool, byLock);
    ConsoleFixture console;
    console.signIn();
    STEP(console.openCustomer(seededCustomer(HighRiskInApproval)));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("recommendButton") && console.isEnabled("recommendButton"),
                             Patience);
    console.click("recommendButton");
    QTRY_VERIFY(console.isShown("recommendDialog"));
    console.click("rejectChoice");
    console.find<QListWidget>("reasonList")->item(0)->setCheckState(Qt::Checked);
    console.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Not convinced"));
    if (byLock)
        console.window->lock(app::LockReason::Idle);
    else
        STEP(expire(console));
    QVERIFY(!console.isShown("recommendDialog"));
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("recommendDialog"), Patience);
    QVERIFY(console.find<QRadioButton>("rejectChoice")->isChecked());
    QCOMPARE(console.text("notesEdit"), QStringLiteral("Not convinced"));
    QTRY_VERIFY(console.isEnabled("confirmButton"));
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("fourEyesText").contains(QStringLiteral("Not convinced")),
                             Patience);
}

void TestLock::keepsAFormThatIsNoCase()
{
    ConsoleFixture console;
    console.signIn();
    console.click("newCustomerButton");
    QTRY_VERIFY(console.isShown("newCustomerView"));
    auto* categories = console.find<QAbstractItemView>("categoryList");
    QTRY_VERIFY_WITH_TIMEOUT(categories->model()->rowCount() > 0, Patience);
    const QModelIndex category = categories->model()
                                     ->match(categories->model()->index(0, 0), Qt::DisplayRole,
                                             QStringLiteral("Individual"), 1, Qt::MatchContains)
                                     .value(0);
    QVERIFY(category.isValid());
    categories->scrollTo(category);
    QTest::mouseClick(categories->viewport(), Qt::LeftButton, {}, categories->visualRect(category).center());
    QTRY_VERIFY(console.isEnabled("categoryNextButton"));
    console.click("categoryNextButton");
    auto* field = console.find<QLineEdit>("firstNameEdit");
    QTRY_VERIFY(field->isVisible());
    field->setText(QStringLiteral("Half a name"));
    lock(console);
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("newCustomerView"), Patience);
    QCOMPARE(field->text(), QStringLiteral("Half a name"));
}

void TestLock::keepsTheListWhereItWas()
{
    ConsoleFixture console;
    console.signIn();
    auto* table = console.find<QAbstractItemView>("customerTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->verticalScrollBar()->maximum() > 5, Patience);
    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
    table->scrollToBottom();
    const int scrolled = table->verticalScrollBar()->value();
    const QString chosen = table->currentIndex().data().toString();
    QVERIFY(scrolled > 0 && !chosen.isEmpty());
    lock(console);
    STEP(console.comeBack());
    QTRY_COMPARE_WITH_TIMEOUT(table->verticalScrollBar()->value(), scrolled, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().siblingAtColumn(0).data().toString(), chosen, Patience);
}

void TestLock::putsOtherWindowsAway()
{
    ConsoleFixture console;
    openCase(console);
    console.find<QAction>("detachAction")->trigger();
    QTRY_COMPARE(shownWindows().size(), qsizetype(2));
    const QString name = console.text("caseName");
    lock(console);
    QCOMPARE(shownWindows(), QList<QWidget*>{console.window.get()});
    QVERIFY(!textsOnScreen().contains(name));
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
    QTRY_COMPARE(shownWindows().size(), qsizetype(2));
}

void TestLock::keysReachNothing()
{
    ConsoleFixture console;
    openCase(console);
    const QString opened = console.text("caseId");
    lock(console);
    const QByteArray before = console.journal->head();
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_X, Qt::Key_R, Qt::Key_J, Qt::Key_K, Qt::Key_N, Qt::Key_Y,
                              Qt::Key_F5, Qt::Key_Escape, Qt::Key_Tab}) {
        QTest::keyClick(console.window.get(), key);
        QTest::keyClick(console.window.get(), key, Qt::ControlModifier);
    }
    QVERIFY(console.isShown("lockView"));
    QVERIFY(!console.isShown("workspace"));
    QCOMPARE(shownWindows(), QList<QWidget*>{console.window.get()});
    QCOMPARE(console.journal->head(), before);
    QCOMPARE(console.text("caseId"), opened);
    // Every place that the keyboard gets to is one of the lock's.
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(console.find("lockView")->isAncestorOf(QApplication::focusWidget()));
    }
}

void TestLock::wipesPasswordsThatWereTyped()
{
    ConsoleFixture console;
    openCase(console);
    auto* customers = console.find<QLineEdit>("customerPasswordEdit");
    customers->setText(QStringLiteral("of somebody"));
    lock(console);
    QCOMPARE(customers->text(), QString());
}

void TestLock::takesNoOtherPassword()
{
    ConsoleFixture console;
    openCase(console);
    lock(console);
    for (const QString& password :
         {sandbox::fixedAccounts()[sandbox::SeniorAccount].password, QString(), QStringLiteral("wrong")}) {
        auto* edit = console.find<QLineEdit>("unlockPasswordEdit");
        edit->setText(password);
        console.click("unlockButton");
        QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("unlockButton") && console.isShown("unlockMessage"),
                                 10000);
        QVERIFY(console.isShown("lockView") && !console.finhub->session());
    }
    // They were counted where the account is kept.
    QVERIFY2(console.text("unlockMessage").contains(QStringLiteral("3 attempts are left")),
             qPrintable(console.text("unlockMessage")));
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
}

void TestLock::signsOutAfterFiveWrongPasswords()
{
    ConsoleFixture console;
    openCase(console);
    const QString opened = console.text("caseId");
    lock(console);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(console.isShown("lockView"));
        console.type("unlockPasswordEdit", QStringLiteral("wrong"));
        console.click("unlockButton");
        QTRY_VERIFY_WITH_TIMEOUT(!console.isShown("lockView") ||
                                     (console.isEnabled("unlockButton") && console.isShown("unlockMessage")),
                                 10000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), 10000);
    QVERIFY(console.text("signInMessage").contains(QStringLiteral("Five passwords")));
    QVERIFY(console.text("caseId") != opened);
    // The right one is too late for the server as well.
    console.chooseAccount(0);
    console.click("signInButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("signInMessage").contains(QStringLiteral("locked")), 10000);
}

void TestLock::signsOutWhileLocked()
{
    ConsoleFixture console;
    openCase(console);
    console.click("rejectButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    console.window->lock(app::LockReason::ByOfficer);
    console.click("leaveButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), 10000);
    QCOMPARE(shownWindows(), QList<QWidget*>{console.window.get()});
    console.signIn(1);
    QVERIFY(console.isShown("customersView"));
    QVERIFY(!console.isShown("reasonDialog"));
}

/// What is held when the lock comes is not sent behind anybody's back: it waits for its officer.
void TestLock::keepsAHeldDecision()
{
    ConsoleFixture console;
    openCase(console);
    console.desk->setHold(std::chrono::hours(1));
    STEP(console.acceptDocuments());
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_VERIFY(console.isShown("undoBar"));
    lock(console);
    QTRY_COMPARE(console.desk->running(), 0);
    QCOMPARE(console.desk->waitingForPerson(), 1);
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("outboxNotice"), Patience);
    QCOMPARE(console.recordedStatus(), QStringLiteral("IN_PROGRESS"));
    console.desk->setHold(std::chrono::hours(0));
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    console.click("confirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.text("decisionMessage").contains(QStringLiteral("has recorded")),
                             Patience);
    QCOMPARE(approvalsSent(console), 1);
    QCOMPARE(console.desk->waitingForPerson(), 0);
}

/// Its answer is lost with the session; it is read back, and never sent again.
void TestLock::settlesADecisionThatWasOnItsWay()
{
    ConsoleFixture console;
    openCase(console);
    STEP(console.acceptDocuments());
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), Patience);
    console.arm("{\"match\":\"POST /api/v2.1/verifications/*/approve\",\"drop\":\"after\"}");
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    QVERIFY(console.isReadingBackAfter([&console] { console.click("confirmButton"); }));
    const QString customer = console.text("caseId");
    console.window->lock(app::LockReason::Sleep);
    QVERIFY(console.isShown("lockView"));
    QTRY_COMPARE(console.desk->running(), 0);
    SecondOfficer second(console.url);
    QCOMPARE(second.customer(customer).verification.value().status.text(), QStringLiteral("APPROVED"));
    STEP(console.comeBack());
    QTRY_COMPARE_WITH_TIMEOUT(console.desk->unresolved() + console.desk->running(), 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.recordedStatus(), QStringLiteral("APPROVED"), Patience);
    QCOMPARE(approvalsSent(console), 0); // since the unlock
}

void TestLock::locksWhenTheDesktopDoes()
{
    ConsoleFixture console;
    auto owned = std::make_unique<SaidDesktop>();
    SaidDesktop& desktop = *owned;
    const app::LockGuard guard(*console.window, std::chrono::minutes(5), std::move(owned));
    // Nobody is signed in: there is nothing to lock, and no reason to keep the computer awake.
    Q_EMIT desktop.lockWanted(app::LockReason::Sleep);
    QCOMPARE(desktop.settled, 1);
    QVERIFY(!console.isShown("lockView"));
    openCase(console);
    Q_EMIT desktop.lockWanted(app::LockReason::Sleep);
    QVERIFY(console.isShown("lockView"));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.settled, 2, Patience);
    // Locked once is locked.
    Q_EMIT desktop.lockWanted(app::LockReason::Desktop);
    QCOMPARE(desktop.settled, 3);
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("caseView"), Patience);
}

void TestLock::locksWhenNobodyIsThere()
{
    ConsoleFixture console;
    app::LockGuard guard(*console.window, std::chrono::minutes(5), std::make_unique<SaidDesktop>());
    openCase(console);
    Q_EMIT guard.idleWatch().idle();
    QVERIFY(console.isShown("lockView"));
}

void TestLock::leadsToTheLimit()
{
    ConsoleFixture console;
    console.signIn();
    const QSignalSpy changed(&console.window->settingsDesk(), &views::SettingsDesk::changed);
    console.find<QAction>("idleLimitAction")->trigger();
    QTRY_VERIFY(console.isShown("settingsDialog"));
    auto* minutes = console.find<QSpinBox>("idleLockBox");
    QVERIFY(minutes->isVisible());
    minutes->setValue(12);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(console.window->settingsDesk().preferences().idleLockMinutes, 12);
}

void TestLock::takesCopiesBack()
{
    ConsoleFixture console;
    openCase(console);
    console.click("copyIdButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), console.text("caseId"));
    lock(console);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("copyIdButton"), Patience);
    console.click("copyIdButton");
    QVERIFY(views::ClipboardGuard::instance().holds());
    console.click("signOutButton");
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("signInView"), 10000);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestLock::tellsTheJournal()
{
    ConsoleFixture console;
    console.signIn();
    console.window->lock(app::LockReason::Idle);
    STEP(console.comeBack());
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("customerTable"), Patience);
    QStringList told;
    for (const review::JournalEntry& entry : entriesOf(console))
        told << QStringLiteral("%1 %2").arg(entry.kind, entry.event.detail);
    told.removeFirst();
    QCOMPARE(told, (QStringList{QStringLiteral("signed-in "), QStringLiteral("signed-out LOCKED_IDLE"),
                                QStringLiteral("signed-in UNLOCKED")}));
}

QTEST_MAIN(TestLock)
#include "tst_lock.moc"
