#include "views/caseview.h"
#include "views/consents/templatesview.h"
#include "views/customersview.h"
#include "views/known/knowncustomersdesk.h"
#include "views/onboarding/newcustomerview.h"
#include "views/outbox/outboxdesk.h"
#include "views/outbox/outboxview.h"
#include "views/topbar.h"
#include "views/workspace.h"

// The pages beside the list and the case, and the way to them.

namespace finhub::views {

void Workspace::connectPages()
{
    connect(m_topBar, &TopBar::newCustomerWanted, this, [this] {
        m_newCustomer->begin();
        showPage(m_newCustomer);
    });
    connect(m_topBar, &TopBar::consentTextsWanted, this, [this] {
        m_templates->begin();
        showPage(m_templates);
    });
    connect(m_newCustomer, &NewCustomerView::cancelled, this, &Workspace::showList);
    connect(m_newCustomer, &NewCustomerView::registered, this, &Workspace::openRegistered);
    connect(m_newCustomer, &NewCustomerView::existingCustomerWanted, this, [this](const QString& email) {
        m_topBar->setSearchText(email);
        setSearch(email);
        showList();
    });
    connect(m_templates, &TemplatesView::backWanted, this, &Workspace::showList);
}

void Workspace::connectKnownCustomers()
{
    m_knownDesk->attach(m_topBar, m_customersView);
    connect(m_knownDesk, &KnownCustomersDesk::listChanged, this, &Workspace::refreshList);
    connect(m_knownDesk, &KnownCustomersDesk::customerWanted, this, [this](const DirectoryEntry& entry) {
        openCustomer(entry);
        // Of the open one something may have become known.
        m_caseView->reload();
    });
    connect(&m_finhub, &api::FinHub::extensionsChanged, this, [this] {
        showClaims();
        refreshList();
        m_caseView->reload();
    });
}

void Workspace::connectOutbox()
{
    m_outbox->attach(m_topBar);
    connect(m_outbox, &OutboxDesk::pageWanted, this, [this] { showPage(m_outbox->page()); });
    connect(m_outbox, &OutboxDesk::holdChosen, this, &Workspace::holdChosen);
    connect(m_outbox->page(), &OutboxView::backWanted, this, &Workspace::showList);
    connect(m_outbox->page(), &OutboxView::caseWanted, this, &Workspace::openCustomer);
}

} // namespace finhub::views
