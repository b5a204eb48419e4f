#include "views/known/addcustomerdialog.h"

#include "ui_addcustomerdialog.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/widgets/plaintext.h"

#include <QStyle>

namespace finhub::views {

namespace {
void markFault(QLineEdit* edit, bool fault)
{
    edit->setProperty("invalid", fault);
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
}
} // namespace

AddCustomerDialog::AddCustomerDialog(api::FinHub& finhub, const QString& id, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddCustomerDialog>())
    , m_finhub(finhub)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("addCustomerDialog"));
    m_ui->addCustomerId->setText(id);
    m_ui->addMessage->hide();
    m_ui->addBusy->setBusy(false);
    for (QLineEdit* edit : {m_ui->addCustomerId, m_ui->addVerificationId, m_ui->addUserId})
        connect(edit, &QLineEdit::textEdited, this, [this] { say({}, nullptr); });
    connect(m_ui->addButton, &QPushButton::clicked, this, &AddCustomerDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->cancelButton->setAutoDefault(false);
    if (id.isEmpty())
        m_ui->addCustomerId->setFocus();
    else
        m_ui->addVerificationId->setFocus();
}

AddCustomerDialog::~AddCustomerDialog() = default;

void AddCustomerDialog::check()
{
    m_customer = {};
    m_customer.id = CustomerId(m_ui->addCustomerId->text().trimmed());
    m_customer.userId = UserId(m_ui->addUserId->text().trimmed());
    const VerificationId verification(m_ui->addVerificationId->text().trimmed());
    if (!m_customer.id.isValid()) {
        say(m_customer.id.isEmpty() ? tr("Enter the id of the customer.")
                                    : tr("This is not an id: ids have letters, digits and . _ : - only."),
            m_ui->addCustomerId);
        return;
    }
    if (!verification.isEmpty() && !verification.isValid()) {
        say(tr("This is not an id of a verification."), m_ui->addVerificationId);
        return;
    }
    if (!m_customer.userId.isEmpty() && !m_customer.userId.isValid()) {
        say(tr("This is not an id of a user."), m_ui->addUserId);
        return;
    }
    if (!verification.isEmpty())
        m_customer.verifications = {verification};
    say({}, nullptr);
    setBusy(true);
    m_readiness = m_finhub.readiness(m_customer.id);
    m_readiness->onFinished(this, [this](const Result<Readiness>& readiness) {
        if (readiness) {
            checkVerification();
            return;
        }
        setBusy(false);
        if (readiness.error().status == 404)
            say(tr("FinHub knows no customer with this id in this tenant. Nobody was added."),
                m_ui->addCustomerId);
        else
            say(tr("%1 Nobody was added.").arg(errorText(readiness.error(), Attempt::LoadReadiness).what),
                nullptr);
    });
}

void AddCustomerDialog::checkVerification()
{
    if (m_customer.verifications.isEmpty() || !m_finhub.offers(Extension::VerificationRead)) {
        confirm();
        return;
    }
    m_verification = m_finhub.verification(m_customer.verifications.first());
    m_verification->onFinished(this, [this](const Result<Verification>& verification) {
        const bool foreign =
            verification && !verification->customerId.isEmpty() && verification->customerId != m_customer.id;
        const bool absent = !verification && verification.error().kind == ErrorKind::NotOffered;
        if (absent || (verification && !foreign)) {
            confirm();
            return;
        }
        setBusy(false);
        if (foreign)
            say(tr("This verification belongs to another customer. Nobody was added."),
                m_ui->addVerificationId);
        else if (verification.error().status == 404)
            say(tr("FinHub knows no verification with this id in this tenant. Nobody was added."),
                m_ui->addVerificationId);
        else
            say(tr("%1 Nobody was added.")
                    .arg(errorText(verification.error(), Attempt::LoadVerification).what),
                nullptr);
    });
}

void AddCustomerDialog::confirm()
{
    Q_EMIT confirmed(m_customer);
    accept();
}

void AddCustomerDialog::say(const QString& text, QLineEdit* fault)
{
    setPlainText(m_ui->addMessage, text);
    m_ui->addMessage->setVisible(!text.isEmpty());
    for (QLineEdit* edit : {m_ui->addCustomerId, m_ui->addVerificationId, m_ui->addUserId})
        markFault(edit, edit == fault);
    if (fault)
        fault->setFocus();
}

void AddCustomerDialog::setBusy(bool busy)
{
    m_ui->addBusy->setBusy(busy);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_ui->addButton), static_cast<QWidget*>(m_ui->addCustomerId),
          static_cast<QWidget*>(m_ui->addVerificationId), static_cast<QWidget*>(m_ui->addUserId)})
        widget->setEnabled(!busy);
}

} // namespace finhub::views
