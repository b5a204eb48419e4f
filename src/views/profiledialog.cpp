#include "views/profiledialog.h"

#include "ui_profiledialog.h"
#include "views/widgets/plaintext.h"

namespace finhub::views {

ProfileDialog::ProfileDialog(const api::ConnectionProfile& profile, bool isNew, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProfileDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("profileDialog"));
    setWindowTitle(isNew ? tr("New connection") : tr("Edit connection"));
    m_ui->nameEdit->setText(profile.name);
    m_ui->addressEdit->setText(profile.baseUrl.toString());
    m_ui->addressEdit->setPlaceholderText(QStringLiteral("https://api.finhub.cloud"));
    m_ui->tenantEdit->setText(profile.tenantId.text());
    m_ui->organizationEdit->setText(profile.organizationId.text());
    m_ui->userIdEdit->setText(profile.userId.text());
    m_ui->usernameEdit->setText(profile.username);
    m_ui->trustForm->setTrust(profile.trust);
    m_ui->removeButton->setVisible(!isNew);
    m_ui->profileMessage->hide();
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] {
        Q_EMIT removed();
        accept();
    });
}

ProfileDialog::~ProfileDialog() = default;

api::ConnectionProfile ProfileDialog::profile() const
{
    api::ConnectionProfile profile;
    profile.name = m_ui->nameEdit->text().trimmed();
    profile.baseUrl = QUrl(m_ui->addressEdit->text().trimmed(), QUrl::StrictMode);
    profile.tenantId = TenantId(m_ui->tenantEdit->text().trimmed());
    profile.organizationId = OrganizationId(m_ui->organizationEdit->text().trimmed());
    profile.userId = UserId(m_ui->userIdEdit->text().trimmed());
    profile.username = m_ui->usernameEdit->text().trimmed();
    profile.trust = m_ui->trustForm->trust();
    return profile;
}

void ProfileDialog::save()
{
    const api::ConnectionProfile entered = profile();
    const api::ProfileFault fault = api::faultOf(entered);
    if (fault != api::ProfileFault::None) {
        setPlainText(m_ui->profileMessage, profileFaultText(fault));
        m_ui->profileMessage->show();
        return;
    }
    Q_EMIT saved(entered);
    accept();
}

QString profileFaultText(api::ProfileFault fault)
{
    switch (fault) {
    case api::ProfileFault::None:
        return {};
    case api::ProfileFault::NameMissing:
        return ProfileDialog::tr("Give the connection a name.");
    case api::ProfileFault::AddressInvalid:
        return ProfileDialog::tr("The address must look like https://api.finhub.cloud, without a path.");
    case api::ProfileFault::PlainHttpRefused:
        return ProfileDialog::tr(
            "Addresses with http:// are refused except on this computer, since passwords and passports would "
            "travel unprotected. Use https://.");
    case api::ProfileFault::TenantInvalid:
        return ProfileDialog::tr("The tenant id is missing or not valid.");
    case api::ProfileFault::OrganizationInvalid:
        return ProfileDialog::tr("The organization id is missing or not valid.");
    case api::ProfileFault::UserInvalid:
        return ProfileDialog::tr("The user id is missing or not valid.");
    case api::ProfileFault::UsernameMissing:
        return ProfileDialog::tr("The user name is missing.");
    case api::ProfileFault::AuthoritiesUnreadable:
        return ProfileDialog::tr("The certificate authority cannot be read; choose its file again.");
    case api::ProfileFault::AuthoritiesTooLarge:
        return ProfileDialog::tr(
            "The certificate authority is too large; choose a file with fewer certificates.");
    case api::ProfileFault::PinInvalid:
        return ProfileDialog::tr(
            "A pin must be the SHA-256 of a public key: sha256/ and 44 characters, or 64 "
            "hexadecimal digits.");
    case api::ProfileFault::TooManyPins:
        return ProfileDialog::tr("There are too many pins; at most %1 are kept.").arg(api::MaxPins);
    case api::ProfileFault::TrustWithoutTls:
        return ProfileDialog::tr(
            "An authority or a pin needs an address with https://; with http:// nothing would "
            "look at it.");
    }
    return {};
}

} // namespace finhub::views
