#pragma once

#include "api/finhub.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace Ui {
class LockView;
}

namespace finhub::views {

/// Covers everything while the console is locked or its session has run out, and asks for the password of the
/// account that was signed in, and of no other: it is checked by the server, with a new sign-in (2.1). Shows
/// nothing of any customer. GUI thread.
class LockView : public QWidget {
    Q_OBJECT

public:
    /// So many passwords in a row are refused before the officer is signed out; the server's own lock comes
    /// with the same (2.1).
    static constexpr int MaxAttempts = 5;

    enum class Why { Locked, Expired };

    explicit LockView(api::FinHub& finhub, QWidget* parent = nullptr);
    ~LockView() override;

    /// Begins anew for the account of the last session. With `tenantKeys` its
    /// sign-in took a tenant's key and secret as well.
    void begin(Why why, bool tenantKeys);
    /// Lets go of what was typed, and of a sign-in that is under way.
    void end();
    void focusPassword();
    /// Fills the password in, for the demo officer.
    void fillPassword(const QString& password);

Q_SIGNALS:
    /// The account is signed in again.
    void unlocked();
    /// Not this account any more.
    void leaveWanted();
    /// MaxAttempts passwords have been refused.
    void attemptsUsedUp();

private:
    void unlock();
    void onFinished(const Result<SessionInfo>& result);
    void say(const QString& text);
    void setBusy(bool busy);

    std::unique_ptr<Ui::LockView> m_ui;
    api::FinHub& m_finhub;
    CallPtr<SessionInfo> m_call;
    int m_refused = 0; ///< passwords in a row
    bool m_tenantKeys = false;
};

} // namespace finhub::views
