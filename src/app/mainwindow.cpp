#include "app/mainwindow.h"

#include "views/help/helpdesk.h"
#include "views/settings/settingsdesk.h"
#include "views/signinview.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/workspace.h"

#include <QCloseEvent>
#include <QStackedWidget>

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
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("FinHub Console"));
    setWindowIcon(views::applicationIcon());
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_workspace);
    setCentralWidget(m_stack);
    setMinimumSize(1024, 640);
    resize(1440, 900);

    connect(m_signIn, &views::SignInView::signedIn, this, &MainWindow::onSignedIn);
    connect(m_workspace, &views::Workspace::signOutWanted, this, &MainWindow::signOut);
    connect(m_workspace, &views::Workspace::holdChosen, this, &MainWindow::holdChosen);
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

void MainWindow::onSessionEnded(api::SessionEnd why)
{
    if (why == api::SessionEnd::Expired)
        m_workspace->suspend();
    else
        m_workspace->wipe();
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->setNotice(why == api::SessionEnd::Expired
                            ? tr("The session has ended. Sign in again to go on where you were.")
                            : tr("You have signed out."));
    m_signIn->focusFirstField();
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
