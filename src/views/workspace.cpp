#include "views/workspace.h"

#include "core/directoryentry.h"
#include "views/actingbar.h"
#include "views/actions/actionregistry.h"
#include "views/caseview.h"
#include "views/casewalk.h"
#include "views/consents/templatesview.h"
#include "views/customersview.h"
#include "views/customertexts.h"
#include "views/known/knowncustomersdesk.h"
#include "views/officers/bulkclaimdesk.h"
#include "views/offlinebar.h"
#include "views/onboarding/newcustomerview.h"
#include "views/outbox/outboxdesk.h"
#include "views/outbox/outboxview.h"
#include "views/palette/palettedesk.h"
#include "views/sidepane.h"
#include "views/statusline.h"
#include "views/support/disclosure.h"
#include "views/support/searchtext.h"
#include "views/support/singlehit.h"
#include "views/topbar.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace finhub::views {

namespace {
using namespace std::chrono_literals;

/// The first thing that an officer needs: what waits for a review, oldest first.
DirectoryQuery reviewQueue()
{
    DirectoryQuery query;
    query.stages = models::stagesOf(models::CustomerView::NeedsReview);
    query.sort = DirectorySort::SubmittedAt;
    query.descending = false;
    return query;
}
} // namespace

Workspace::Workspace(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
                     review::KnownCustomers& known, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
    , m_documents(documents)
    , m_desk(desk)
    , m_now(QDateTime::currentDateTimeUtc)
    , m_customers(finhub, customerTexts(
                              m_now, [&finhub] { return masksPersonal(finhub.session()); },
                              [this] { return m_knownDesk->isListed(); }))
    , m_knownDesk(new KnownCustomersDesk(finhub, known, m_customers, this))
    , m_topBar(new TopBar(this))
    , m_pages(new QStackedWidget(this))
    , m_customersView(new CustomersView(m_customers, m_now, m_pages))
    , m_caseView(new CaseView(finhub, documents, desk, m_pages))
    , m_newCustomer(new NewCustomerView(finhub, m_pages))
    , m_templates(new TemplatesView(finhub, m_pages))
    , m_outbox(new OutboxDesk(
          finhub, desk, [this](const CustomerId& customer) { return nameOf(customer); }, this))
    , m_offlineBar(new OfflineBar(
          finhub, [this] { return shownAt(); }, m_now, this))
    , m_statusLine(new StatusLine(this))
{
    setObjectName(QStringLiteral("workspace"));
    m_walk = new CaseWalk(finhub, documents, desk, m_customers, *m_caseView, m_now, this);
    m_sidePane = new SidePane(m_customers, m_customersView->selectionModel(), m_now, this);
    m_pages->addWidget(m_customersView);
    m_pages->addWidget(m_caseView);
    m_pages->addWidget(m_newCustomer);
    m_pages->addWidget(m_templates);
    m_pages->addWidget(m_outbox->page());
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidePane);
    middle->addWidget(m_pages, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(new ActingBar(
        finhub, [this] { return m_caseView->customerName(); }, this));
    layout->addWidget(m_offlineBar);
    m_outbox->addStrips(layout);
    layout->addLayout(middle, 1);
    layout->addWidget(m_statusLine);
    connectParts();
    connectPages();
    connectKnownCustomers();
    connectOutbox();
    m_customers.setQuery(reviewQueue());
    m_customers.clear();
}

Workspace::~Workspace() = default;

void Workspace::connectParts()
{
    connect(m_topBar, &TopBar::searchChanged, this, &Workspace::setSearch);
    auto* hit = new SingleHit(m_customers, this);
    connect(m_topBar, &TopBar::searchChanged, hit, &SingleHit::forget);
    connect(m_topBar, &TopBar::searchAccepted, hit, &SingleHit::want);
    connect(hit, &SingleHit::found, this, &Workspace::openCustomer);
    const auto signOut = [this] { giveBackThen([this] { Q_EMIT signOutWanted(); }); };
    connect(m_topBar, &TopBar::signOutWanted, this, signOut);
    connect(m_topBar, &TopBar::lockWanted, this, &Workspace::lockWanted);
    connect(m_topBar, &TopBar::idleLimitWanted, this,
            [this] { Q_EMIT settingWanted(QStringLiteral("idleLock")); });
    connect(m_topBar, &TopBar::themeToggled, this, &Workspace::themeToggled);
    connect(m_sidePane, &SidePane::viewChosen, this, &Workspace::setView);
    connect(m_sidePane, &SidePane::customerOpened, this, &Workspace::openCustomer);
    connect(m_customersView, &CustomersView::customerOpened, this, &Workspace::openCustomer);
    auto* claims = new BulkClaimDesk(m_finhub, this);
    connect(m_customersView, &CustomersView::claimsWanted, claims, &BulkClaimDesk::start);
    connect(claims, &BulkClaimDesk::finished, this, &Workspace::refreshList);
    connect(m_customersView, &CustomersView::everybodyWanted, this, [this] {
        m_topBar->setSearchText(QString());
        DirectoryQuery all;
        all.sort = m_customers.query().sort;
        all.descending = m_customers.query().descending;
        m_customers.setQuery(all);
        showQuery();
    });
    connect(m_caseView, &CaseView::backWanted, this, &Workspace::showList);
    connect(m_walk, &CaseWalk::openWanted, this, &Workspace::openCustomer);
    connect(m_caseView, &CaseView::entryChanged, this, [this](const DirectoryEntry& entry) {
        // The row changes at once; whether it still belongs into the present view is the server's to say.
        m_customers.apply(m_knownDesk->row(entry));
        refreshList();
    });
    connect(&m_customers, &models::CustomerTableModel::stateChanged, this, [this] {
        if (!m_customers.isLoading() && !m_customers.error())
            m_updatedAt = m_now();
        showQuery();
        showSession();
    });
    connect(&m_desk, &review::DecisionDesk::changed, this,
            [this] { m_statusLine->setDecisions(m_desk.running(), m_desk.unresolved()); });
    connect(&m_finhub, &api::FinHub::sessionChanged, this, &Workspace::showSession);
    connect(&m_finhub, &api::FinHub::reachableChanged, this, [this](bool reachable) {
        m_reachable = reachable;
        showSession();
    });
    connect(m_offlineBar, &OfflineBar::returned, this, [this] {
        // What is being read already is not read anew: where only the list fails, that would have no end.
        if (!m_customers.isLoading())
            refreshList();
    });
    connect(m_offlineBar, &OfflineBar::returned, m_caseView, [this] {
        if (!m_caseView->isReading())
            m_caseView->reload();
    });
    auto* palette = new PaletteDesk(m_finhub, this);
    connect(palette, &PaletteDesk::customerChosen, this, &Workspace::openCustomer);
    connect(palette, &PaletteDesk::settingChosen, this, &Workspace::settingWanted);
    connect(ActionRegistry::instance().make(QStringLiteral("refreshListAction"), this), &QAction::triggered,
            this, [this] {
                m_knownDesk->readAgain();
                refreshList();
            });
    m_clock.setInterval(15s);
    connect(&m_clock, &QTimer::timeout, this, &Workspace::showSession);
    connect(&m_clock, &QTimer::timeout, m_walk, &CaseWalk::refresh);
}

QDateTime Workspace::shownAt() const
{
    return m_caseView->isOpen() ? readAt(m_finhub.callLog(), m_caseView->customerId().text()) : m_updatedAt;
}

QString Workspace::nameOf(const CustomerId& customer) const
{
    if (m_caseView->customerId() == customer)
        return m_caseView->customerName();
    const auto entry = m_customers.entry(m_customers.rowOf(customer));
    return entry ? entry->fullName() : QString();
}

void Workspace::showPage(QWidget* page)
{
    m_caseView->closeCustomer();
    m_walk->refresh();
    m_sidePane->setQueueShown(false);
    m_pages->setCurrentWidget(page);
}

void Workspace::openRegistered(const Customer& customer)
{
    DirectoryEntry entry = entryOf(customer);
    if (entry.stage.isAbsent())
        entry.stage = Stage::Session;
    openCustomer(entry);
    m_caseView->showPhase(Stage::Session);
    refreshList();
}

void Workspace::begin()
{
    m_reachable = true;
    m_clock.start();
    // Without a directory there is no queue to begin with, only those whom the console knows.
    const bool untouched = m_customers.query() == reviewQueue();
    m_customers.setQuery(untouched && m_knownDesk->isListed() ? DirectoryQuery() : m_customers.query());
    m_knownDesk->showSource();
    showClaims();
    loadCategories();
    showQuery();
    showSession();
    if (m_caseView->isOpen())
        m_caseView->resumeCustomer();
    else if (m_reopen)
        openCustomer(*std::exchange(m_reopen, std::nullopt));
}

void Workspace::suspend()
{
    m_customersView->keepPlace();
    letGo();
    m_caseView->suspendCustomer();
}

void Workspace::wipe()
{
    leave();
    m_caseView->closeCustomer();
    m_caseView->forgetEvidence();
    m_newCustomer->clear();
    m_templates->clear();
}

void Workspace::giveBackThen(std::function<void()> then)
{
    m_caseView->giveBackThen(std::move(then));
}

void Workspace::setJournal(bool writable, const QString& damagedFile)
{
    m_statusLine->setJournal(writable, damagedFile);
    m_caseView->setJournalWritable(writable);
}

void Workspace::leave()
{
    if (m_caseView->isOpen()) {
        m_reopen.emplace();
        m_reopen->id = m_caseView->customerId();
        m_pages->setCurrentWidget(m_customersView);
        m_sidePane->setQueueShown(false);
    }
    letGo();
}

void Workspace::letGo()
{
    m_clock.stop();
    m_categories.reset();
    m_walk->leave();
    m_customers.clear();
    m_documents.clear();
}

void Workspace::forget()
{
    m_reopen.reset();
    // Whoever comes next begins with the list, not with a page of what is gone.
    m_pages->setCurrentWidget(m_customersView);
    m_sidePane->setQueueShown(false);
    m_caseView->closeCustomer();
    m_caseView->forgetEvidence();
    m_newCustomer->clear();
    m_templates->clear();
    m_topBar->setSearchText(QString());
    m_customers.setQuery(reviewQueue());
    m_customers.clear();
}

void Workspace::loadCategories()
{
    m_categories = m_finhub.categories();
    m_categories->onFinished(this, [this](const Result<QList<Category>>& categories) {
        // Without categories the filter says that there are none; nothing else depends on them.
        if (categories)
            m_customersView->setCategories(*categories);
    });
}

void Workspace::setView(models::CustomerView view)
{
    DirectoryQuery query = m_customers.query();
    query.stages = models::stagesOf(view);
    if (view == models::CustomerView::NeedsReview) {
        query.sort = DirectorySort::SubmittedAt;
        query.descending = false;
    } else if (query.sort == DirectorySort::SubmittedAt) {
        query.sort = DirectorySort::CreatedAt;
        query.descending = true;
    }
    m_customers.setQuery(query);
    showList();
}

void Workspace::setSearch(const QString& text)
{
    const QString search = searchTextOf(text);
    DirectoryQuery query = m_customers.query();
    // Whoever looks for a customer does not know their stage: a search goes over everybody.
    if (query.search.isEmpty() && !search.isEmpty())
        query.stages = {};
    query.search = search;
    m_customers.setQuery(query);
    showQuery();
}

void Workspace::openCustomer(const DirectoryEntry& entry)
{
    m_caseView->openCustomer(entry, m_walk->ready(entry.id));
    m_pages->setCurrentWidget(m_caseView);
    m_sidePane->setQueueShown(true);
    const int row = m_customers.rowOf(entry.id);
    if (row >= 0)
        m_customersView->selectionModel()->setCurrentIndex(
            m_customers.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_sidePane->scrollTo(row);
    m_walk->refresh();
    m_caseView->setFocus();
}

void Workspace::showList()
{
    m_pages->setCurrentWidget(m_customersView);
    m_caseView->closeCustomer();
    m_sidePane->setQueueShown(false);
    m_customersView->focusTable();
    refreshList();
}

void Workspace::showClaims()
{
    m_customersView->setClaimsOffered(m_finhub.offers(Extension::Claims),
                                      m_finhub.session() && permissionsOf(m_finhub.session()->roles).write);
}

void Workspace::refreshList()
{
    m_customers.refresh();
}

} // namespace finhub::views
