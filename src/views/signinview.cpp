#include "views/signinview.h"

#include "ui_signinview.h"
#include "views/errortext.h"
#include "views/help/welcomepanel.h"
#include "views/ink.h"
#include "views/opendialog.h"
#include "views/profiledialog.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/secretfield.h"

#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace finhub::views {

SignInView::SignInView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInView>())
    , m_finhub(finhub)
    , m_welcome(new WelcomePanel(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("signInView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->tenantKeyPanel->hide();
    m_ui->signInMessage->hide();
    connect(m_ui->tenantKeyBox, &QCheckBox::toggled, m_ui->tenantKeyPanel, &QWidget::setVisible);
    connect(m_ui->profileBox, &QComboBox::currentIndexChanged, this, [this] {
        showProfile();
        fillDemoPassword();
    });
    connect(m_ui->newProfileButton, &QPushButton::clicked, this, [this] { editProfile(-1); });
    m_ui->outerLayout->addWidget(m_welcome, 1, 1);
    m_welcome->hide();
    connect(m_welcome, &WelcomePanel::connectionWanted, this, [this] { editProfile(-1); });
    connect(m_ui->editProfileButton, &QPushButton::clicked, this,
            [this] { editProfile(m_ui->profileBox->currentIndex()); });
    connect(m_ui->signInButton, &QPushButton::clicked, this, &SignInView::signIn);
    for (QLineEdit* edit : {m_ui->userEdit, m_ui->passwordEdit, m_ui->tenantKeyEdit, m_ui->tenantSecretEdit})
        connect(edit, &QLineEdit::returnPressed, this, &SignInView::signIn);
}

SignInView::~SignInView() = default;

void SignInView::setProfiles(const QList<api::ConnectionProfile>& profiles, int fixed)
{
    m_profiles = profiles;
    m_fixed = fixed;
    refreshBox();
}

void SignInView::refreshBox()
{
    const int current = m_ui->profileBox->currentIndex();
    {
        const QSignalBlocker blocker(m_ui->profileBox);
        m_ui->profileBox->clear();
        for (const api::ConnectionProfile& profile : std::as_const(m_profiles))
            m_ui->profileBox->addItem(displayLine(profile.name, 80));
    }
    // -1 where there is none.
    selectProfile(std::min(std::max(current, 0), static_cast<int>(m_profiles.size()) - 1));
    showWelcome();
}

/// Without a connection there is nothing to sign in with; what has to be said about that stands on the card.
void SignInView::showWelcome()
{
    const bool welcome = m_profiles.isEmpty() && m_ui->signInMessage->isHidden();
    m_welcome->setVisible(welcome);
    m_ui->signInCard->setVisible(!welcome);
}

void SignInView::selectProfile(int index)
{
    m_ui->profileBox->setCurrentIndex(index);
    showProfile();
}

void SignInView::showProfile()
{
    const int index = m_ui->profileBox->currentIndex();
    const bool chosen = index >= 0 && index < m_profiles.size();
    m_ui->editProfileButton->setEnabled(chosen && index >= m_fixed);
    m_ui->signInButton->setEnabled(chosen && !m_call);
    if (!chosen) {
        m_ui->userEdit->clear();
        setPlainText(m_ui->addressLabel, tr("There is no connection yet. Make one with “New…”."));
        return;
    }
    const api::ConnectionProfile& profile = m_profiles.at(index);
    m_ui->userEdit->setText(profile.username);
    const QString address = profile.baseUrl.toDisplayString(QUrl::RemoveUserInfo);
    setPlainText(m_ui->addressLabel, profile.baseUrl.scheme() == QLatin1String("http")
                                         ? tr("%1 (not encrypted, this computer only)").arg(address)
                                         : address);
}

void SignInView::fillPassword(const QString& password)
{
    m_ui->passwordEdit->setText(password);
}

bool SignInView::takesTenantKeys() const
{
    return m_ui->tenantKeyBox->isChecked();
}

void SignInView::setDemoPasswords(const QStringList& passwords)
{
    m_demoPasswords = passwords;
    fillDemoPassword();
}

void SignInView::fillDemoPassword()
{
    if (!m_demoPasswords.isEmpty())
        m_ui->passwordEdit->setText(m_demoPasswords.value(m_ui->profileBox->currentIndex()));
}

void SignInView::setNotice(const QString& text)
{
    showMessage(text, false);
}

void SignInView::focusFirstField()
{
    fillDemoPassword();
    if (m_ui->signInCard->isHidden())
        m_welcome->focusFirst();
    else if (m_ui->passwordEdit->text().isEmpty())
        m_ui->passwordEdit->setFocus();
    else
        m_ui->signInButton->setFocus();
}

void SignInView::signIn()
{
    const int index = m_ui->profileBox->currentIndex();
    if (m_call || index < 0 || index >= m_profiles.size())
        return;
    if (m_ui->passwordEdit->text().isEmpty()) {
        showMessage(tr("Enter your password."), true);
        m_ui->passwordEdit->setFocus();
        return;
    }
    api::ConnectionProfile profile = m_profiles.at(index);
    profile.username = m_ui->userEdit->text().trimmed();
    const api::ProfileFault fault = api::faultOf(profile);
    if (fault != api::ProfileFault::None) {
        showMessage(profileFaultText(fault), true);
        return;
    }
    if (m_ui->tenantKeyBox->isChecked() &&
        m_ui->tenantKeyEdit->text().isEmpty() != m_ui->tenantSecretEdit->text().isEmpty()) {
        // 2.1: one without the other is refused.
        const bool keyMissing = m_ui->tenantKeyEdit->text().isEmpty();
        showMessage(keyMissing ? tr("Enter the tenant key as well; it goes with the tenant secret.")
                               : tr("Enter the tenant secret as well; it goes with the tenant key."),
                    true);
        (keyMissing ? m_ui->tenantKeyEdit : m_ui->tenantSecretEdit)->setFocus();
        return;
    }
    api::SignInSecrets secrets;
    secrets.password = secretOf(m_ui->passwordEdit);
    if (m_ui->tenantKeyBox->isChecked()) {
        secrets.tenantKey = secretOf(m_ui->tenantKeyEdit);
        secrets.tenantSecret = secretOf(m_ui->tenantSecretEdit);
    }
    m_ui->signInMessage->hide();
    m_call = m_finhub.signIn(profile, std::move(secrets));
    setBusy(true);
    m_call->onFinished(this, [this](const Result<SessionInfo>& result) { onFinished(result); });
}

void SignInView::onFinished(const Result<SessionInfo>& result)
{
    m_call.reset();
    setBusy(false);
    if (!result) {
        showMessage(errorText(result.error(), Attempt::SignIn).sentence(), true);
        m_ui->passwordEdit->setFocus();
        m_ui->passwordEdit->selectAll();
        return;
    }
    for (QLineEdit* edit : {m_ui->passwordEdit, m_ui->tenantKeyEdit, m_ui->tenantSecretEdit})
        wipeField(edit);
    m_ui->signInMessage->hide();
    Q_EMIT signedIn();
}

void SignInView::showMessage(const QString& text, bool bad)
{
    setPlainText(m_ui->signInMessage, text);
    setInk(m_ui->signInMessage, bad ? Ink::Bad : Ink::Secondary);
    m_ui->signInMessage->show();
    showWelcome();
}

void SignInView::setBusy(bool busy)
{
    m_ui->signInBusy->setBusy(busy);
    m_ui->signInButton->setEnabled(!busy);
    m_ui->profileBox->setEnabled(!busy);
    m_ui->newProfileButton->setEnabled(!busy);
    if (!busy)
        showProfile();
}

void SignInView::editProfile(int index)
{
    const bool isNew = index < 0;
    auto* dialog = new ProfileDialog(isNew ? api::ConnectionProfile() : m_profiles.at(index), isNew, this);
    connect(dialog, &ProfileDialog::saved, this, [this, index](const api::ConnectionProfile& profile) {
        if (index < 0)
            m_profiles << profile;
        else
            m_profiles[index] = profile;
        refreshBox();
        selectProfile(index < 0 ? static_cast<int>(m_profiles.size()) - 1 : index);
        Q_EMIT profilesEdited(m_profiles.mid(m_fixed));
    });
    connect(dialog, &ProfileDialog::removed, this, [this, index] {
        m_profiles.removeAt(index);
        refreshBox();
        Q_EMIT profilesEdited(m_profiles.mid(m_fixed));
    });
    openCentred(dialog);
}

void SignInView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        signIn();
    else
        QWidget::keyPressEvent(event);
}

} // namespace finhub::views
