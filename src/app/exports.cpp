#include "app/exports.h"

#include "views/caseview.h"
#include "views/customersview.h"
#include "views/support/overviewpanel.h"

namespace finhub::app {

Exports::Exports(api::FinHub& finhub, documents::DocumentService& documents, review::Journal& journal,
                 QWidget& window)
    : m_case(finhub, documents, journal, window)
    , m_list(finhub, journal, window)
{
    const auto* view = window.findChild<views::CaseView*>();
    QObject::connect(window.findChild<views::OverviewPanel*>(), &views::OverviewPanel::exportWanted, &m_case,
                     [this, view] {
                         if (view->caseFile())
                             m_case.start(*view->caseFile());
                     });
    QObject::connect(window.findChild<views::CustomersView*>(), &views::CustomersView::exportWanted, &m_list,
                     &views::ListExport::start);
    QObject::connect(window.findChild<views::CustomersView*>(), &views::CustomersView::selectionExportWanted,
                     &m_list, &views::ListExport::startChosen);
}

} // namespace finhub::app
