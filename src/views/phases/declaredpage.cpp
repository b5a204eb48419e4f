#include "views/phases/declaredpage.h"

namespace finhub::views {

DeclaredPage::DeclaredPage(QWidget* parent)
    : PhasePage(parent)
{
    setObjectName(QStringLiteral("declaredPage"));
}

void DeclaredPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void DeclaredPage::refresh() {}

} // namespace finhub::views
