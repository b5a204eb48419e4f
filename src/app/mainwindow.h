#pragma once

#include "api/finhub.h"
#include "documents/documentservice.h"
#include "review/decisiondesk.h"
#include "review/knowncustomers.h"

#include <QMainWindow>

#include <chrono>

class QStackedWidget;

namespace finhub::views {
class HelpDesk;
class SettingsDesk;
class SignInView;
class Workspace;
} // namespace finhub::views

namespace finhub::app {

/// The window: signing in, or the workspace of who is signed in. Watches the session and lets go of
/// everything personal when it ends.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
               review::KnownCustomers& known, QWidget* parent = nullptr);
    ~MainWindow() override;

    views::SignInView& signInView() { return *m_signIn; }
    /// What the person can choose, and where they choose it.
    views::SettingsDesk& settingsDesk() { return *m_settings; }

Q_SIGNALS:
    /// How long decisions are held has been chosen.
    void holdChosen(std::chrono::seconds hold);

protected:
    /// Waits with closing while a decision is under way: its outcome would be lost to the person. Then gives
    /// back the claim on the open case, which nobody else could have until it ran out.
    void closeEvent(QCloseEvent* event) override;

private:
    void onSignedIn();
    void onSessionEnded(api::SessionEnd why);
    void signOut();
    void toggleTheme();

    api::FinHub& m_finhub;
    review::DecisionDesk& m_desk;
    views::SettingsDesk* m_settings;
    views::HelpDesk* m_help;
    QStackedWidget* m_stack;
    views::SignInView* m_signIn;
    views::Workspace* m_workspace;
    CallPtr<Done> m_signOut;
    UserId m_lastUser;
    bool m_closing = false;
    bool m_gaveBack = false;
};

} // namespace finhub::app
