#include "views/phases/verificationpage.h"

namespace finhub::views {

VerificationPage::VerificationPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("verificationPage"));
}

void VerificationPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void VerificationPage::refresh() {}

} // namespace finhub::views
