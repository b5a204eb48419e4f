#pragma once

#include "api/finhub.h"
#include "documents/documentservice.h"
#include "views/phases/phasepage.h"

namespace finhub::views {

/// Phase 5: uploading documents (2.8) and what is still missing (4.4). GUI thread.
class DocumentsPage : public PhasePage {
    Q_OBJECT

public:
    DocumentsPage(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent = nullptr);

    void setCase(review::CaseFile* file, review::Onboarding* onboarding) override;
    void refresh() override;

private:
    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
