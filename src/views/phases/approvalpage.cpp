#include "views/phases/approvalpage.h"

namespace finhub::views {

ApprovalPage::ApprovalPage(QWidget* parent)
    : PhasePage(parent)
{
    setObjectName(QStringLiteral("approvalPage"));
}

void ApprovalPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void ApprovalPage::refresh() {}

} // namespace finhub::views
