#pragma once

#include "views/export/caseexport.h"
#include "views/export/listexport.h"

namespace finhub::app {

/// What can be exported from the window: the evidence of the open case and the list of customers. Each export
/// stands in the journal before it is written. GUI thread.
class Exports {
public:
    /// All outlive it. The window has a Workspace.
    Exports(api::FinHub& finhub, documents::DocumentService& documents, review::Journal& journal,
            QWidget& window);

private:
    views::CaseExport m_case;
    views::ListExport m_list;
};

} // namespace finhub::app
