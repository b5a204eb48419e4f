#pragma once

#include "api/finhub.h"
#include "core/knowncustomer.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace Ui {
class AddCustomerDialog;
}

namespace finhub::views {

/// Adds a customer by id, on servers that do not list them. The id is asked for at the server first (2.12),
/// so that nobody is added who does not exist; a verification is compared with the customer where
/// verifications can be read. Opened with open(); emits confirmed() once.
class AddCustomerDialog : public QDialog {
    Q_OBJECT

public:
    AddCustomerDialog(api::FinHub& finhub, const QString& id, QWidget* parent = nullptr);
    ~AddCustomerDialog() override;

Q_SIGNALS:
    void confirmed(const finhub::KnownCustomer& customer);

private:
    void check();
    void checkVerification();
    void confirm();
    void say(const QString& text, QLineEdit* fault);
    void setBusy(bool busy);

    std::unique_ptr<Ui::AddCustomerDialog> m_ui;
    api::FinHub& m_finhub;
    KnownCustomer m_customer;
    CallPtr<Readiness> m_readiness;
    CallPtr<Verification> m_verification;
};

} // namespace finhub::views
