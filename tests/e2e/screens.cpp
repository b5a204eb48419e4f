#include "e2e/consolefixture.h"
#include "e2e/errorscreen.h"
#include "e2e/onboardingdriver.h"
#include "e2e/secondofficer.h"
#include "models/customertablemodel.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/seed/seededid.h"
#include "views/export/exportdialog.h"
#include "views/known/knowncustomersdesk.h"
#include "views/phases/documentspage.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
/// Takes the pictures of one theme and size into the folder.
class Photographer {
public:
    Photographer(ConsoleFixture& console, QString prefix)
        : m_console(console)
        , m_prefix(std::move(prefix))
    {
    }

    void take(const QString& name)
    {
        QTest::qWait(400); // documents sharpen and thumbnails arrive; nothing here is asserted
        QPixmap picture = m_console.window->grab();
        if (QWidget* dialog = QApplication::activeModalWidget()) {
            QPainter painter(&picture);
            painter.drawPixmap(dialog->pos() - m_console.window->pos(), dialog->grab());
        }
        picture.save(QStringLiteral("%1-%2.png").arg(m_prefix, name));
    }

private:
    ConsoleFixture& m_console;
    QString m_prefix;
};

void chooseView(ConsoleFixture& console, int row)
{
    auto* views = console.find<QAbstractItemView>("viewList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualRect(views->model()->index(row, 0)).center());
}

/// A decision that stops, since somebody else has sent a document meanwhile.
void photographDifferences(ConsoleFixture& console, Photographer& photographer)
{
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    SecondOfficer second(console.url);
    second.upload(second.customer(console.text("caseId")).verification.value(), DocumentType::Selfie);
    console.click("confirmButton");
    QTRY_VERIFY(console.isShown("differencePanel"));
    QTRY_VERIFY(console.isEnabled("rejectButton"));
    QTest::qWait(500);
    photographer.take(QStringLiteral("differences"));
}

void photograph(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    photographer.take(QStringLiteral("signin"));
    console.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("wrong"));
    console.click("signInButton");
    QTRY_VERIFY(console.isEnabled("signInButton"));
    photographer.take(QStringLiteral("signin-wrong"));
    console.signIn();
    chooseView(console, 0);
    QTRY_VERIFY(console.rows("customerTable") > 60);
    photographer.take(QStringLiteral("customers"));
    QTest::keyClicks(console.find("searchEdit"), QStringLiteral("nobody at all"));
    QTRY_VERIFY(console.isShown("customersState"));
    photographer.take(QStringLiteral("customers-none"));
    console.find<QLineEdit>("searchEdit")->clear();
    chooseView(console, 1);
    QTRY_VERIFY(console.rows("customerTable") > 10);
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY(console.find<views::DocumentCanvas>("documentCanvas")->hasPage());
    QTest::qWait(1500);
    photographer.take(QStringLiteral("review"));
    console.click("mrzButton");
    QTest::keyClicks(console.find("mrzLine1Edit"),
                     QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
    QTest::keyClicks(console.find("mrzLine2Edit"),
                     QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<17"));
    photographer.take(QStringLiteral("mrz"));
    console.click("mrzCloseButton");
    console.press(Qt::Key_D);
    console.press(Qt::Key_F);
    photographer.take(QStringLiteral("review-reasons"));
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_B);
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_Return);
    console.find<QAbstractItemView>("documentStrip")
        ->setCurrentIndex(console.find<QAbstractItemView>("documentStrip")->model()->index(0, 0));
    QTest::qWait(500);
    photographer.take(QStringLiteral("review-refused"));
    console.click("resubmissionButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    photographer.take(QStringLiteral("resubmission-collected"));
    console.click("cancelButton");
    QTRY_VERIFY(!console.window->findChild<QWidget*>(QStringLiteral("reasonDialog")));
    console.acceptDocuments();
    photographer.take(QStringLiteral("review-accepted"));
    photographDifferences(console, photographer);
    console.acceptDocuments();
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    photographer.take(QStringLiteral("approve"));
    console.click("cancelButton");
    QTRY_VERIFY(!console.window->findChild<QWidget*>(QStringLiteral("approveDialog")));
    console.click("resubmissionButton");
    QTRY_VERIFY(console.isShown("reasonDialog"));
    photographer.take(QStringLiteral("resubmission"));
    console.click("cancelButton");
    QTRY_VERIFY(!console.window->findChild<QWidget*>(QStringLiteral("reasonDialog")));
    chooseView(console, 2);
    console.openRow(QStringLiteral("Not started"));
    photographer.take(QStringLiteral("no-verification"));
    console.press(Qt::Key_Escape);
    console.openRow(QStringLiteral("Consents"));
    photographer.take(QStringLiteral("consents"));
    chooseView(console, 4);
    console.openRow(QStringLiteral("Active"));
    photographer.take(QStringLiteral("active"));
    console.arm(R"({"match":"GET /api/v2.1/customer/individual","times":0,"status":500})");
    console.press(Qt::Key_Escape);
    chooseView(console, 5);
    QTRY_VERIFY(console.isShown("customersState"));
    photographer.take(QStringLiteral("failed"));
}

/// The machine-readable zone framed on the page and read, and the page at the highest zoom.
void photographZone(ConsoleFixture& console, Photographer& photographer)
{
    auto* canvas = console.find<views::DocumentCanvas>("documentCanvas");
    QTest::keyClick(console.window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto* band = console.find("zoneBand");
    const QRectF page = canvas->view().pageRect();
    const QPoint from = (page.bottomLeft() + QPointF(page.width() * 0.02, -page.height() * 0.22)).toPoint();
    const QPoint to = (page.bottomRight() - QPointF(page.width() * 0.02, page.height() * 0.04)).toPoint();
    QTest::mousePress(band, Qt::LeftButton, {}, from);
    QTest::mouseMove(band, to);
    photographer.take(QStringLiteral("viewer-zone"));
    QTest::mouseRelease(band, Qt::LeftButton, {}, to);
    QTest::qWait(2500);
    photographer.take(QStringLiteral("viewer-zone-read"));
    console.click("mrzCloseButton");
    canvas->setZoom(views::PageView::MaximumZoom, QRectF(canvas->rect()).center());
    QTest::qWait(1500);
    photographer.take(QStringLiteral("viewer-tile"));
    canvas->fitPage();
    canvas->setFocus();
}

/// The viewer with everything that it can be made to show.
void photographViewer(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    chooseView(console, 1);
    QTRY_VERIFY(console.rows("customerTable") > 10);
    console.openRow(QStringLiteral("Medium"));
    auto* canvas = console.find<views::DocumentCanvas>("documentCanvas");
    QTRY_VERIFY(canvas->hasPage());
    QTest::qWait(1500);
    photographer.take(QStringLiteral("viewer"));
    QTest::keyClick(console.window.get(), Qt::Key_M);
    QTest::keyClick(console.window.get(), Qt::Key_M);
    QTest::keyClick(console.window.get(), Qt::Key_D);
    QTest::keyClick(console.window.get(), Qt::Key_U);
    photographer.take(QStringLiteral("viewer-ticks"));
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(console.window.get(), key, modifiers);
    };
    press(Qt::Key_B);
    press(Qt::Key_G);
    press(Qt::Key_H);
    press(Qt::Key_Right, Qt::ControlModifier);
    photographer.take(QStringLiteral("viewer-adjusted"));
    press(Qt::Key_V);
    press(Qt::Key_B);
    press(Qt::Key_Z);
    QTest::mouseMove(canvas, canvas->rect().center() + QPoint(-60, 40));
    QTest::qWait(1000);
    photographer.take(QStringLiteral("viewer-loupe"));
    press(Qt::Key_Z);
    photographZone(console, photographer);
    QMenu* menu = console.find<QPushButton>("viewMenuButton")->menu();
    menu->ensurePolished();
    menu->resize(menu->sizeHint());
    menu->grab().save(prefix + QStringLiteral("-viewer-menu.png"));
    press(Qt::Key_C);
    QTest::qWait(1500);
    photographer.take(QStringLiteral("viewer-compare"));
    press(Qt::Key_C);
    press(Qt::Key_W, Qt::ShiftModifier);
    QTest::qWait(1000);
    photographer.take(QStringLiteral("viewer-away"));
    QWidget* window = console.find<QWidget>("viewerWindow");
    window->grab().save(prefix + QStringLiteral("-viewer-window.png"));
    window->close();
    console.window->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), console.window.get());
    press(Qt::Key_Escape);
    console.openRow(QStringLiteral("High"));
    QTRY_VERIFY(canvas->hasPage());
    for (int i = 0; i < 6 && !console.isShown("pageList"); ++i) {
        press(Qt::Key_BracketRight);
        QTest::qWait(1000);
    }
    QTest::qWait(1000);
    photographer.take(QStringLiteral("viewer-pages"));
    press(Qt::Key_C);
    auto* chooser = console.find<QComboBox>("compareChooser");
    for (int i = 0; i < chooser->count() && !console.isShown("comparePageBar"); ++i) {
        chooser->setCurrentIndex(i);
        Q_EMIT chooser->activated(i);
        QTest::qWait(1000);
    }
    photographer.take(QStringLiteral("viewer-compare-pages"));
    press(Qt::Key_C);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(console.find<QLineEdit>("findEdit"), QStringLiteral("rate"));
    QTest::qWait(2500);
    photographer.take(QStringLiteral("viewer-find"));
    QTest::keyClick(console.find<QLineEdit>("findEdit"), Qt::Key_Escape);
}

/// The same on a server that offers no extension: who is known, and a case of whom nobody knows the name.
void photographWithoutReadSide(const QString& prefix, QSize size)
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.clear();
    ConsoleFixture console(options);
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    photographer.take(QStringLiteral("known-none"));
    const QString file = console.folder.filePath(QStringLiteral("customers from the platform.csv"));
    const sandbox::SeededId ids(options.seed.value_or(sandbox::SandboxOptions::DefaultSeed));
    QFile table(file);
    table.open(QIODevice::WriteOnly);
    table.write("customerId,verificationId\n");
    for (quint32 i = 0; i < 60; ++i)
        table.write(QStringLiteral("%1,%2\n")
                        .arg(ids.idOf({sandbox::IdKind::Customer, i, 0}),
                             i % 20 < 3 ? QString() : ids.idOf({sandbox::IdKind::Verification, i, 0}))
                        .toUtf8());
    table.write("Rasa Vaitkus,\n,e27d5b90\n");
    table.close();
    console.window->findChild<views::KnownCustomersDesk*>()->import(file);
    QTRY_VERIFY(console.isShown("importSummaryDialog"));
    photographer.take(QStringLiteral("known-import"));
    console.click("closeButton");
    QTest::qWait(1500);
    photographer.take(QStringLiteral("known-customers"));
    console.window->findChild<QAction*>(QStringLiteral("addCustomerAction"))->trigger();
    QTRY_VERIFY(console.isShown("addCustomerDialog"));
    console.find<QLineEdit>("addCustomerId")->setText(QStringLiteral("nobody-1"));
    console.click("addButton");
    QTRY_VERIFY(console.isShown("addMessage"));
    photographer.take(QStringLiteral("known-add"));
    console.click("cancelButton");
    console.openRow(QStringLiteral("Approval"));
    QTRY_VERIFY(console.isEnabled("approveButton"));
    photographer.take(QStringLiteral("known-case"));
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    photographer.take(QStringLiteral("known-approve"));
    console.click("cancelButton");
}

/// A customer from the categories to the account, every page on the way; then everything known of them, and
/// the consent texts.
void photographOnboarding(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    OnboardingDriver driver(console);
    console.click("newCustomerButton");
    QTRY_VERIFY(console.rows("categoryList") > 0);
    photographer.take(QStringLiteral("new-categories"));
    console.click("newCustomerCancelButton");
    driver.fillRegistration(QStringLiteral("Individual Verified"),
                            QStringLiteral("rasa.onboarded@example.com"));
    photographer.take(QStringLiteral("new-aml"));
    console.click("newCustomerBackButton");
    QTRY_VERIFY(console.isShown("registrationPage"));
    driver.type("emailEdit", QStringLiteral("not an address"));
    driver.type("birthDateEdit", QStringLiteral("2015-05-15"));
    photographer.take(QStringLiteral("new-registration"));
    driver.type("emailEdit", QStringLiteral("rasa.onboarded@example.com"));
    driver.type("birthDateEdit", QStringLiteral("1990-05-15"));
    console.click("registrationNextButton");
    console.click("registerButton");
    QTRY_VERIFY(console.isShown("sessionPage"));
    photographer.take(QStringLiteral("phase-session"));
    driver.startSession(true);
    photographer.take(QStringLiteral("phase-session-acting"));
    driver.startVerification();
    photographer.take(QStringLiteral("phase-verification"));
    driver.goTo(4);
    console.find<views::DocumentsPage>("documentsPage")
        ->addFiles(
            {driver.pictureFile(QStringLiteral("passport.png")),
             driver.pictureFile(QStringLiteral("something.png")), QStringLiteral("/etc/hostname"),
             driver.pictureFile(QStringLiteral("a very long name of a file that somebody gave it.png"))});
    QTest::qWait(1000);
    photographer.take(QStringLiteral("phase-documents"));
    console.find<views::DocumentsPage>("documentsPage")
        ->addFiles({driver.pictureFile(QStringLiteral("proof-of-address.png")),
                    driver.pictureFile(QStringLiteral("bank-statement.png"))});
    QTRY_VERIFY(console.text("sendFilesButton").contains(u'3'));
    console.click("sendFilesButton");
    QTRY_COMPARE(console.text("caseStage"), QStringLiteral("Approval"));
    photographer.take(QStringLiteral("phase-documents-sent"));
    driver.goTo(5);
    photographer.take(QStringLiteral("phase-approval"));
    driver.approve(false);
    driver.goTo(6);
    photographer.take(QStringLiteral("phase-consents"));
    driver.recordConsents();
    driver.goTo(7);
    photographer.take(QStringLiteral("phase-activation"));
    driver.activate();
    photographer.take(QStringLiteral("phase-active"));
    console.click("overviewPaneButton");
    QTest::qWait(500);
    photographer.take(QStringLiteral("customer"));
    console.find<QPushButton>("rawJsonButton")->menu()->actions().first()->trigger();
    QTest::qWait(500);
    photographer.take(QStringLiteral("customer-json"));
    console.click("closeButton");
    driver.goTo(1);
    photographer.take(QStringLiteral("phase-registration"));
    console.window->findChild<QAction*>(QStringLiteral("consentTextsAction"))->trigger();
    QTRY_VERIFY(console.isShown("templatesView"));
    photographer.take(QStringLiteral("consent-texts"));
}

/// What support sees: a customer on one page with a role that may only look.
void photographSupport(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn(sandbox::ViewerAccount);
    chooseView(console, 1);
    console.openRow(QStringLiteral("Medium"));
    QTest::qWait(800);
    photographer.take(QStringLiteral("support-review"));
    console.click("overviewPaneButton");
    photographer.take(QStringLiteral("support-customer"));
    console.click("phasesPaneButton");
    photographer.take(QStringLiteral("support-phase"));
}

/// A decision that is held, the choice of how long, one that is not settled, and the question before it is
/// closed.
void photographLock(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    console.window->lock(app::LockReason::ByOfficer);
    photographer.take(QStringLiteral("lock"));
    console.type("unlockPasswordEdit", QStringLiteral("wrong"));
    console.click("unlockButton");
    QTRY_VERIFY(console.isShown("unlockMessage"));
    photographer.take(QStringLiteral("lock-wrong"));
    console.comeBack();
    QTRY_VERIFY(console.isShown("customerTable") && console.rows("customerTable") > 0);
    photographer.take(QStringLiteral("lock-after"));
}

void photographOutbox(const QString& prefix, QSize size)
{
    sandbox::SandboxOptions options = ConsoleFixture::defaultOptions();
    options.extensions.removeAll(Extension::IdempotentDecision);
    options.extensions.removeAll(Extension::ConditionalDecision);
    options.extensions.removeAll(Extension::DocumentContent);
    ConsoleFixture console(options);
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    QTRY_VERIFY(console.isEnabled("rejectButton"));
    const auto reject = [&console] {
        console.click("rejectButton");
        QTRY_VERIFY(console.isShown("reasonDialog"));
        console.find<QListWidget>("reasonList")->item(0)->setCheckState(Qt::Checked);
        console.click("confirmButton");
    };
    console.desk->setHold(std::chrono::seconds(5));
    reject();
    photographer.take(QStringLiteral("outbox-held"));
    console.click("undoButton");
    photographer.take(QStringLiteral("outbox-undone"));
    console.desk->setHold(std::chrono::seconds(0));
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"before"})");
    reject();
    QTRY_VERIFY(console.isShown("outboxNotice"));
    photographer.take(QStringLiteral("outbox-notice"));
    console.click("showOutboxButton");
    photographer.take(QStringLiteral("outbox-list"));
    console.click("outboxCloseButton");
    photographer.take(QStringLiteral("outbox-close"));
    console.click("keepDecisionButton");
    console.window->findChild<QAction*>(QStringLiteral("holdAction"))->trigger();
    photographer.take(QStringLiteral("outbox-hold"));
}

/// What leaves the console as a file, and what it looks like when the journal cannot be written.
void photographJournal(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    console.click("exportListButton");
    photographer.take(QStringLiteral("journal-list"));
    console.click("exportCloseButton");
    console.openRow(QStringLiteral("Medium"));
    console.click("overviewPaneButton");
    QTest::qWait(800);
    console.click("exportPackButton");
    photographer.take(QStringLiteral("journal-pack"));
    console.find<QCheckBox>("exportDocumentsBox")->setChecked(true);
    photographer.take(QStringLiteral("journal-documents"));
    auto* dialog = console.window->findChild<views::ExportDialog*>();
    Q_EMIT dialog->confirmed(prefix + QStringLiteral("-pack.zip"), true);
    QTest::qWait(1500);
    photographer.take(QStringLiteral("journal-saved"));
    console.click("exportCloseButton");
    QFile::remove(console.journal->file());
    QDir().mkdir(console.journal->file());
    console.click("reviewPaneButton");
    console.click("nextCaseButton");
    QTest::qWait(1500);
    photographer.take(QStringLiteral("journal-unwritable"));
}

/// What officers share: many claims at once, who has a case, two people on one, internal notes.
void photographOfficers(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    SecondOfficer second(console.url);
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    auto* table = console.find<QTableView>("customerTable");
    QTRY_VERIFY(table->model()->rowCount() >= 6 && table->model()->index(5, 0).data().isValid());
    second.claim(
        *second.customer(table->model()->index(1, 0).data(models::CustomerTableModel::IdRole).toString())
             .verification);
    table->selectRow(0);
    table->setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    photographer.take(QStringLiteral("officers-selection"));
    console.click("bulkClaimButton");
    QTest::qWait(800);
    photographer.take(QStringLiteral("officers-bulk"));
    console.click("bulkCloseButton");
    QTest::qWait(500);
    photographer.take(QStringLiteral("officers-claimed"));
    console.click("clearSelectionButton");

    const QString shared = seededCustomer(HighRiskInApproval);
    second.addNote(*second.customer(shared).verification, QStringLiteral("Called the bank; they confirm."));
    console.openCustomer(shared);
    QTRY_VERIFY(console.isShown("recommendButton") && console.isEnabled("recommendButton"));
    console.click("claimButton");
    console.click("notesHeader");
    QTest::qWait(800);
    photographer.take(QStringLiteral("officers-case"));
    console.click("recommendButton");
    QTRY_VERIFY(console.isShown("recommendDialog"));
    photographer.take(QStringLiteral("officers-recommend"));
}

/// What was settled while nobody looked.
void photographSettled(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    console.openRow(QStringLiteral("Low"));
    console.acceptDocuments();
    QTRY_VERIFY_WITH_TIMEOUT(console.isEnabled("approveButton"), 20000);
    console.arm(R"({"match":"POST /api/v2.1/verifications/*/approve","drop":"after"})");
    console.click("approveButton");
    QTRY_VERIFY(console.isShown("approveDialog"));
    photographer.take(QStringLiteral("officers-approve"));
    QVERIFY(console.isReadingBackAfter([&console] { console.click("confirmButton"); }));
    console.restart();
    console.window->resize(size);
    console.signIn();
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("outboxNotice"), 10000);
    console.click("showOutboxButton");
    photographer.take(QStringLiteral("officers-settled"));
}

/// The command palette, the settings, the keys, the help, and large texts.
void photographAssistance(const QString& prefix, QSize size)
{
    ConsoleFixture console;
    Photographer photographer(console, prefix);
    console.window->resize(size);
    console.signIn();
    const auto open = [&console](const char* action) {
        console.window->findChild<QAction*>(QLatin1String(action))->trigger();
    };
    const auto close = [] {
        if (QWidget* dialog = QApplication::activeModalWidget())
            dialog->close();
        QTest::qWait(50);
    };
    open("paletteAction");
    photographer.take(QStringLiteral("palette"));
    QTest::keyClicks(console.find("paletteEdit"), QStringLiteral("re"));
    QTest::qWait(800);
    photographer.take(QStringLiteral("palette-found"));
    close();
    open("settingsAction");
    photographer.take(QStringLiteral("settings"));
    QTest::keyClicks(console.find("settingsSearch"), QStringLiteral("page"));
    photographer.take(QStringLiteral("settings-search"));
    console.find<QLineEdit>("settingsSearch")->clear();
    QTest::mouseClick(console.find("key_approveAction"), Qt::LeftButton);
    QTest::keyClick(console.find("key_approveAction"), Qt::Key_X);
    console.find<QListWidget>("settingsSections")->setCurrentRow(4);
    photographer.take(QStringLiteral("settings-keys"));
    close();
    open("shortcutsAction");
    photographer.take(QStringLiteral("shortcuts"));
    close();
    open("helpAction");
    photographer.take(QStringLiteral("help"));
    close();
    open("aboutAction");
    photographer.take(QStringLiteral("about"));
    close();
    auto* menu = console.window->findChild<QMenu*>(QStringLiteral("moreMenu"));
    menu->popup(console.window->mapToGlobal(QPoint(size.width() - 420, 50)));
    QTest::qWait(100);
    menu->grab().save(QStringLiteral("%1-menu.png").arg(prefix));
    menu->close();
    for (const int percent : {150, 200}) {
        views::setTextScale(percent);
        photographer.take(QStringLiteral("text-%1-list").arg(percent));
        console.openRow(QStringLiteral("Medium"));
        QTest::qWait(1500);
        photographer.take(QStringLiteral("text-%1-case").arg(percent));
        open("settingsAction");
        photographer.take(QStringLiteral("text-%1-settings").arg(percent));
        close();
        console.press(Qt::Key_Escape);
    }
    views::setTextScale(100);
}
} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (argc != 2 && argc != 3) {
        qCritical("usage: finhub-screens DIR "
                  "[review|viewer|onboarding|support|without-read-side|journal|outbox|officers|settled|lock|"
                  "assistance]");
        return 2;
    }
    const QByteArray only = argc == 3 ? argv[2] : "";
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    views::ThemeManager themes;
    for (const auto& [mode, name] : {std::pair(views::ThemeManager::Mode::Light, "light"),
                                     std::pair(views::ThemeManager::Mode::Dark, "dark")}) {
        themes.setMode(mode);
        for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(2560, 1440)}) {
            const QString prefix =
                folder.filePath(QStringLiteral("%1-%2").arg(QLatin1String(name)).arg(size.width()));
            if (only.isEmpty() || only == "review")
                photograph(prefix, size);
            if (only.isEmpty() || only == "onboarding")
                photographOnboarding(prefix, size);
            if (only.isEmpty() || only == "viewer")
                photographViewer(prefix, size);
            if (only.isEmpty() || only == "support")
                photographSupport(prefix, size);
            if (only.isEmpty() || only == "journal")
                photographJournal(prefix, size);
            if (only.isEmpty() || only == "without-read-side")
                photographWithoutReadSide(prefix, size);
            if (only.isEmpty() || only == "outbox")
                photographOutbox(prefix, size);
            if (only.isEmpty() || only == "assistance")
                photographAssistance(prefix, size);
            if (only.isEmpty() || only == "officers")
                photographOfficers(prefix, size);
            if (only.isEmpty() || only == "settled")
                photographSettled(prefix, size);
            if (only.isEmpty() || only == "lock")
                photographLock(prefix, size);
        }
    }
    return 0;
}
