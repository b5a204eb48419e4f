#include "views/lock/lockview.h"

#include "ui_lockview.h"
#include "views/errortext.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/secretfield.h"

#include <utility>

namespace finhub::views {

LockView::LockView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LockView>())
    , m_finhub(finhub)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("lockView"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_ui->unlockButton, &QPushButton::clicked, this, &LockView::unlock);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, &LockView::leaveWanted);
    for (QLineEdit* edit : {m_ui->unlockPasswordEdit, m_ui->unlockKeyEdit, m_ui->unlockSecretEdit})
        connect(edit, &QLineEdit::returnPressed, this, &LockView::unlock);
}

LockView::~LockView() = default;

void LockView::begin(Why why, bool tenantKeys)
{
    end();
    m_refused = 0;
    m_tenantKeys = tenantKeys;
    const bool expired = why == Why::Expired;
    setPlainText(m_ui->lockTitle, expired ? tr("The session has ended") : tr("Locked"));
    setPlainText(m_ui->lockText,
                 expired ? tr("Enter your password to go on where you were. Nothing that you typed is lost.")
                         : tr("Enter your password to go on where you were."));
    m_ui->unlockButton->setText(expired ? tr("Go on") : tr("Unlock"));
    const api::ConnectionProfile& profile = m_finhub.profile();
    setPlainText(m_ui->lockAccount,
                 tr("%1 at %2").arg(displayLine(profile.username, 80), displayLine(profile.name, 80)));
    m_ui->unlockKeyEdit->setVisible(tenantKeys);
    m_ui->unlockSecretEdit->setVisible(tenantKeys);
    m_ui->unlockMessage->hide();
}

void LockView::end()
{
    m_call.reset();
    setBusy(false);
    for (QLineEdit* edit : {m_ui->unlockPasswordEdit, m_ui->unlockKeyEdit, m_ui->unlockSecretEdit})
        wipeField(edit);
}

void LockView::focusPassword()
{
    m_ui->unlockPasswordEdit->setFocus();
}

void LockView::fillPassword(const QString& password)
{
    m_ui->unlockPasswordEdit->setText(password);
}

void LockView::unlock()
{
    if (m_call)
        return;
    const QList<QLineEdit*> fields =
        m_tenantKeys ? QList{m_ui->unlockPasswordEdit, m_ui->unlockKeyEdit, m_ui->unlockSecretEdit}
                     : QList{m_ui->unlockPasswordEdit};
    for (QLineEdit* edit : fields) {
        if (!edit->text().isEmpty())
            continue;
        say(edit == m_ui->unlockPasswordEdit ? tr("Enter your password.")
                                             : tr("Enter the tenant key and the tenant secret as well."));
        edit->setFocus();
        return;
    }
    api::SignInSecrets secrets;
    secrets.password = secretOf(m_ui->unlockPasswordEdit);
    if (m_tenantKeys) {
        secrets.tenantKey = secretOf(m_ui->unlockKeyEdit);
        secrets.tenantSecret = secretOf(m_ui->unlockSecretEdit);
    }
    m_ui->unlockMessage->hide();
    m_call = m_finhub.signIn(api::ConnectionProfile(m_finhub.profile()), std::move(secrets));
    setBusy(true);
    m_call->onFinished(this, [this](const Result<SessionInfo>& result) { onFinished(result); });
}

void LockView::onFinished(const Result<SessionInfo>& result)
{
    m_call.reset();
    setBusy(false);
    if (result) {
        end();
        Q_EMIT unlocked();
        return;
    }
    const bool refused = result.error().is(ErrorWord::Authentication);
    if (refused && ++m_refused >= MaxAttempts) {
        end();
        Q_EMIT attemptsUsedUp();
        return;
    }
    say(errorText(result.error(), Attempt::SignIn).sentence());
    m_ui->unlockPasswordEdit->setFocus();
    m_ui->unlockPasswordEdit->selectAll();
}

void LockView::say(const QString& text)
{
    setPlainText(m_ui->unlockMessage, text);
    m_ui->unlockMessage->show();
}

void LockView::setBusy(bool busy)
{
    m_ui->unlockBusy->setBusy(busy);
    m_ui->unlockButton->setEnabled(!busy);
}

} // namespace finhub::views
