#include "views/phases/sessionpage.h"

namespace finhub::views {

SessionPage::SessionPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("sessionPage"));
}

void SessionPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void SessionPage::refresh() {}

} // namespace finhub::views
