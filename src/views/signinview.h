#pragma once

#include "api/finhub.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInView;
}

namespace finhub::views {

class WelcomePanel;

/// Choosing a connection and signing in (2.1). Passwords are taken as Secrets the moment they are used and
/// never kept. GUI thread.
class SignInView : public QWidget {
    Q_OBJECT

public:
    explicit SignInView(api::FinHub& finhub, QWidget* parent = nullptr);
    ~SignInView() override;

    /// The connections to choose from. The first `fixed` of them belong to this run (`--demo`, `--profile`)
    /// and cannot be edited or saved.
    void setProfiles(const QList<api::ConnectionProfile>& profiles, int fixed);
    const QList<api::ConnectionProfile>& profiles() const { return m_profiles; }
    void selectProfile(int index);
    /// Fills the password in.
    void fillPassword(const QString& password);
    /// Whether the tenant's key and secret are asked for as well (2.1).
    bool takesTenantKeys() const;
    /// The passwords of the first connections, which are filled in when one of them is chosen and when the
    /// view is here again: for a demonstration, whose passwords everybody knows.
    void setDemoPasswords(const QStringList& passwords);
    /// Says why the view is here again, for instance that the session ran out.
    void setNotice(const QString& text);
    /// Puts the cursor where something is still to be typed.
    void focusFirstField();

Q_SIGNALS:
    void signedIn();
    /// The saved connections, without the fixed ones.
    void profilesEdited(const QList<finhub::api::ConnectionProfile>& profiles);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showProfile();
    void fillDemoPassword();
    void signIn();
    void onFinished(const Result<SessionInfo>& result);
    void showMessage(const QString& text, bool bad);
    void setBusy(bool busy);
    void editProfile(int index);
    void refreshBox();
    void showWelcome();

    std::unique_ptr<Ui::SignInView> m_ui;
    api::FinHub& m_finhub;
    WelcomePanel* m_welcome;
    QList<api::ConnectionProfile> m_profiles;
    int m_fixed = 0;
    QStringList m_demoPasswords;
    CallPtr<SessionInfo> m_call;
};

} // namespace finhub::views
