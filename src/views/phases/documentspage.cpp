#include "views/phases/documentspage.h"

namespace finhub::views {

DocumentsPage::DocumentsPage(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_documents(documents)
{
    setObjectName(QStringLiteral("documentsPage"));
}

void DocumentsPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = file;
}

void DocumentsPage::refresh() {}

} // namespace finhub::views
