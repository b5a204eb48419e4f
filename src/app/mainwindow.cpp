#include "app/mainwindow.h"

#include "views/help/helpdesk.h"
#include "views/lock/lockview.h"
#include "views/settings/settingsdesk.h"
#include "views/signinview.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/secretfield.h"
#include "views/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QStackedWidget>

#include <utility>

namespace finhub::app {

MainWindow::MainWindow(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
                       review::KnownCustomers& known, QWidget* parent)
    : QMainWindow(parent)
    , m_finhub(finhub)
    , m_desk(desk)
    , m_settings(new views::SettingsDesk(this))
    , m_help(new views::HelpDesk(finhub, this))
    , m_stack(new QStackedWidget(this))
    , m_signIn(new views::SignInView(finhub, m_stack))
    , m_workspace(new views::Workspace(finhub, documents, desk, known, m_stack))
    , m_lockView(new views::LockView(finhub, m_stack))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("FinHub Console"));
    setWindowIcon(views::applicationIcon());
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_workspace);
    m_stack->addWidget(m_lockView);
    setCentralWidget(m_stack);
    setMinimumSize(1024, 640);
    resize(1440, 900);

    connect(m_signIn, &views::SignInView::signedIn, this, &MainWindow::onSignedIn);
    connect(m_workspace, &views::Workspace::signOutWanted, this, &MainWindow::signOut);
    connect(m_workspace, &views::Workspace::lockWanted, this, [this] { lock(LockReason::ByOfficer); });
    connect(m_lockView, &views::LockView::unlocked, this, &MainWindow::uncover);
    connect(m_lockView, &views::LockView::leaveWanted, this, &MainWindow::giveUp);
    connect(m_lockView, &views::LockView::attemptsUsedUp, this, [this] {
        m_farewell = tr("Five passwords were refused, so you have been signed out.");
        giveUp();
    });
    connect(m_workspace, &views::Workspace::themeToggled, this, &MainWindow::toggleTheme);
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &MainWindow::onSessionEnded);
    connect(m_help, &views::HelpDesk::shortcutsWanted, m_settings,
            [this] { m_settings->openAt(QStringLiteral("shortcuts")); });
    connect(m_workspace, &views::Workspace::settingWanted, m_settings, &views::SettingsDesk::openAt);
    connect(m_workspace, &views::Workspace::holdChosen, m_settings, &views::SettingsDesk::setDecisionHold);
    connect(m_settings, &views::SettingsDesk::decisionHoldChanged, this,
            [this](std::chrono::seconds hold) { m_desk.setHold(hold); });
    connect(&m_desk, &review::DecisionDesk::changed, this, [this] {
        if (m_closing && m_desk.running() == 0)
            close();
    });
    m_signIn->focusFirstField();
    static_cast<void>(views::ClipboardGuard::instance()); // what fields copy is its business from now on
}

MainWindow::~MainWindow() = default;

void MainWindow::onSignedIn()
{
    const UserId user = m_finhub.session()->userId;
    if (!(user == m_lastUser))
        m_workspace->forget();
    m_lastUser = user;
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->begin();
}

void MainWindow::signOut()
{
    m_signOut = m_finhub.signOut();
}

void MainWindow::lock(LockReason reason)
{
    if (isCovered() || !m_finhub.session() || !m_endSession)
        return;
    // Out of sight first: the end of the session is told from the event loop.
    cover(true);
    m_lock = m_endSession();
    m_lock->onFinished(this, [this](const Result<Done>&) {
        m_lock.reset();
        Q_EMIT lockSettled();
    });
    Q_EMIT locked(reason);
}

void MainWindow::onSessionEnded(api::SessionEnd why)
{
    if (why != api::SessionEnd::SignedOut) {
        if (!isCovered())
            cover(false);
        return;
    }
    m_lockView->end();
    m_workspace->wipe();
    views::ClipboardGuard::instance().clear();
    m_curtain.drop();
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->setNotice(m_farewell.isEmpty() ? tr("You have signed out.") : m_farewell);
    m_farewell.clear();
    m_signIn->focusFirstField();
}

void MainWindow::cover(bool isLock)
{
    const bool isActive = QApplication::activeWindow();
    m_workspace->suspend();
    m_lockView->begin(isLock ? views::LockView::Why::Locked : views::LockView::Why::Expired,
                      m_signIn->takesTenantKeys());
    m_stack->setCurrentWidget(m_lockView);
    m_curtain.draw();
    // Whatever else was typed stays, but secrets never.
    for (QLineEdit* edit : findChildren<QLineEdit*>()) {
        if (edit->echoMode() == QLineEdit::Password)
            views::wipeField(edit);
    }
    views::ClipboardGuard::instance().clear();
    if (isActive)
        activateWindow(); // it may have been a dialog
    m_lockView->focusPassword();
    Q_EMIT covered();
}

/// The same officer again, which nobody else can be: the account was the server's to check.
void MainWindow::uncover()
{
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->begin();
    m_curtain.open();
}

/// The officer does not come back: what waited for them goes.
void MainWindow::giveUp()
{
    m_lockView->end();
    m_workspace->forget();
    signOut();
}

void MainWindow::toggleTheme()
{
    using views::ThemeManager;
    m_settings->setTheme(views::Theme::current().isDark() ? ThemeManager::Mode::Light
                                                          : ThemeManager::Mode::Dark);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_desk.running() > 0) {
        m_closing = true;
        event->ignore();
        return;
    }
    // The claim on the open case goes back first; that is over at once, or in two seconds at most.
    if (!m_gaveBack) {
        m_closing = false;
        m_workspace->giveBackThen([this] {
            m_gaveBack = true;
            if (m_closing)
                close();
        });
        m_closing = true;
    }
    event->setAccepted(m_gaveBack);
    if (m_gaveBack)
        m_closing = m_gaveBack = false;
}

} // namespace finhub::app
