#include "views/onboarding/newcustomerview.h"

namespace finhub::views {

NewCustomerView::NewCustomerView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("newCustomerView"));
}

void NewCustomerView::begin() {}

void NewCustomerView::clear() {}

} // namespace finhub::views
