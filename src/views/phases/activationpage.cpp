#include "views/phases/activationpage.h"

namespace finhub::views {

ActivationPage::ActivationPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("activationPage"));
}

void ActivationPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void ActivationPage::refresh() {}

} // namespace finhub::views
