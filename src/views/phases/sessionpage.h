#pragma once

#include "api/finhub.h"
#include "views/ink.h"
#include "views/phases/phasepage.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace finhub::views {

class BusyBar;
class FieldList;

/// Phase 3: signing in as the customer (2.5), their attempts and lock, and the reset of the login (2.15). GUI
/// thread.
///
/// The password is sent as a Secret. It stays in its field, to be corrected, until it has been used or the
/// case is left, and is overwritten there then.
class SessionPage : public PhasePage {
    Q_OBJECT

public:
    explicit SessionPage(api::FinHub& finhub, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    void makeSignIn(FieldList* section);
    void makeReset(FieldList* section);
    void showSession();
    void showForms();
    void signIn();
    void onSignedIn(const Result<SessionInfo>& session);
    void resetLogin();
    void onReset(const Result<Done>& done);
    void say(const QString& text, Ink ink);
    bool isActing() const;
    /// Known from the server, else what was typed.
    UserId userId() const;

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    FieldList* m_session;
    FieldList* m_signInSection;
    FieldList* m_resetSection;
    QLabel* m_message;
    QWidget* m_userIdField = nullptr;
    QWidget* m_userNameField = nullptr;
    QWidget* m_passwordField = nullptr;
    QLineEdit* m_userIdEdit = nullptr;
    QLineEdit* m_userNameEdit = nullptr;
    QLineEdit* m_passwordEdit = nullptr;
    QLineEdit* m_reasonEdit = nullptr;
    QPushButton* m_signInButton = nullptr;
    QPushButton* m_resetButton = nullptr;
    QPushButton* m_nextButton;
    QLabel* m_hint = nullptr;
    BusyBar* m_busy = nullptr;
    QString m_said; ///< what the last action came to; empty: nothing yet
    Ink m_saidInk = Ink::Secondary;
    bool m_wasActing = false;
    CallPtr<SessionInfo> m_signInCall;
    CallPtr<Done> m_resetCall;
};

} // namespace finhub::views
