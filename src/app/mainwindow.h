#pragma once

#include "api/finhub.h"
#include "app/lockreason.h"
#include "documents/documentservice.h"
#include "review/decisiondesk.h"
#include "review/knowncustomers.h"
#include "views/lock/curtain.h"

#include <QMainWindow>

#include <functional>
#include <utility>

class QStackedWidget;

namespace finhub::views {
class HelpDesk;
class LockView;
class SettingsDesk;
class SignInView;
class Workspace;
} // namespace finhub::views

namespace finhub::app {

/// The window: signing in, the workspace of who is signed in, or what covers it while it is locked or its
/// session has run out. Watches the session and lets go of everything personal when it ends.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
               review::KnownCustomers& known, QWidget* parent = nullptr);
    ~MainWindow() override;

    views::SignInView& signInView() { return *m_signIn; }
    views::LockView& lockView() { return *m_lockView; }

    /// What ends the session for a lock; without it there is no lock.
    using EndSession = std::function<CallPtr<Done>()>;
    void setEndSession(EndSession endSession) { m_endSession = std::move(endSession); }
    /// Covers the window at once and ends the session; a password goes on where it was. Nothing happens while
    /// nobody is signed in.
    void lock(LockReason reason);
    /// Whether it is covered, locked or expired.
    bool isCovered() const { return m_curtain.isDrawn(); }
    /// Whether a lock is not settled yet.
    bool isLocking() const { return m_lock != nullptr; }
    /// What the person can choose, and where they choose it.
    views::SettingsDesk& settingsDesk() { return *m_settings; }

Q_SIGNALS:
    /// The window is covered from now on.
    void covered();
    /// It is covered since it has been locked.
    void locked(finhub::app::LockReason reason);
    /// The server has been told of the lock, or cannot be; no copy of the token is left.
    void lockSettled();

protected:
    /// Waits with closing while a decision is under way: its outcome would be lost to the person. Then gives
    /// back the claim on the open case, which nobody else could have until it ran out.
    void closeEvent(QCloseEvent* event) override;

private:
    void onSignedIn();
    void onSessionEnded(api::SessionEnd why);
    void signOut();
    void cover(bool isLock);
    void uncover();
    void giveUp();
    void toggleTheme();

    api::FinHub& m_finhub;
    review::DecisionDesk& m_desk;
    views::SettingsDesk* m_settings;
    views::HelpDesk* m_help;
    QStackedWidget* m_stack;
    views::SignInView* m_signIn;
    views::Workspace* m_workspace;
    views::LockView* m_lockView;
    views::Curtain m_curtain{this};
    CallPtr<Done> m_signOut;
    EndSession m_endSession;
    CallPtr<Done> m_lock;
    QString m_farewell; ///< what to say when the officer has been signed out; empty: that they have
    UserId m_lastUser;
    bool m_closing = false;
    bool m_gaveBack = false;
};

} // namespace finhub::app
