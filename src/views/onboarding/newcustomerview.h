#pragma once

#include "api/finhub.h"

#include <QWidget>

namespace finhub::views {

/// Onboards a customer who does not exist yet: category (2.3), registration (2.4) and AML parametrization
/// below the same eight steps that the customer's page shows afterwards. GUI thread.
class NewCustomerView : public QWidget {
    Q_OBJECT

public:
    explicit NewCustomerView(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Starts with an empty form, or goes on with what was typed before the session ran out.
    void begin();
    /// Lets go of everything that was typed.
    void clear();

Q_SIGNALS:
    void cancelled();
    /// The customer exists now; the flow goes on at their page.
    void registered(const finhub::Customer& customer);
    /// 409 DUPLICATE_EMAIL: the person wants to see who has this address.
    void existingCustomerWanted(const QString& email);

private:
    api::FinHub& m_finhub;
};

} // namespace finhub::views
