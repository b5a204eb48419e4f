#include "views/phases/consentspage.h"

namespace finhub::views {

ConsentsPage::ConsentsPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("consentsPage"));
}

void ConsentsPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void ConsentsPage::refresh() {}

} // namespace finhub::views
