#pragma once

#include "documents/documentservice.h"
#include "models/customertablemodel.h"
#include "models/customerviewlist.h"
#include "review/decisiondesk.h"
#include "review/knowncustomers.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QStackedWidget;

namespace finhub::views {

class CaseView;
class CaseWalk;
class CustomersView;
class KnownCustomersDesk;
class NewCustomerView;
class OfflineBar;
class OutboxDesk;
class SidePane;
class StatusLine;
class TemplatesView;
class TopBar;

/// Everything that a signed-in officer sees: the bar, the views and queue, the list or the open case, and the
/// line below. Keeps search, filters, order, selection and the open case over a refresh and over signing in
/// again. GUI thread.
class Workspace : public QWidget {
    Q_OBJECT

public:
    Workspace(api::FinHub& finhub, documents::DocumentService& documents, review::DecisionDesk& desk,
              review::KnownCustomers& known, QWidget* parent = nullptr);
    ~Workspace() override;

    /// A session has begun: reads the list, and the case that was open before.
    void begin();
    /// The session has run out or is locked: lets go of the list, of documents and of what else can be read
    /// again. Pages, the open case and whatever was typed stay as they are for the same officer, out of
    /// sight.
    void suspend();
    /// The officer has signed out: lets go of everything personal; what was chosen is kept.
    void wipe();
    /// Gives back what can be given back only while there is a session, then calls.
    void giveBackThen(std::function<void()> then);
    /// Forgets also what was chosen and typed, since another officer signs in.
    void forget();

    /// Whether the journal can be written: if not, the workspace says so and lets nothing be decided. It also
    /// says where a journal was put that could not be continued; nothing when `damagedFile` is empty.
    void setJournal(bool writable, const QString& damagedFile);

Q_SIGNALS:
    void signOutWanted();
    void lockWanted();
    void themeToggled();
    /// The setting with this id is to be changed.
    void settingWanted(const QString& id);
    /// How long decisions are held has been chosen; the desk knows already.
    void holdChosen(std::chrono::seconds hold);

private:
    void connectParts();
    void leave();
    void letGo();
    void setView(models::CustomerView view);
    void setSearch(const QString& text);
    void openCustomer(const DirectoryEntry& entry);
    void connectPages();
    void connectKnownCustomers();
    void connectOutbox();
    QString nameOf(const CustomerId& customer) const;
    QDateTime shownAt() const;
    void showList();
    /// Shows a page that is neither the list nor a case.
    void showPage(QWidget* page);
    void openRegistered(const Customer& customer);
    void showClaims();
    void refreshList();
    void showQuery();
    void showSession();
    void loadCategories();

    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    review::DecisionDesk& m_desk;
    std::function<QDateTime()> m_now;
    models::CustomerTableModel m_customers;
    KnownCustomersDesk* m_knownDesk;
    TopBar* m_topBar;
    SidePane* m_sidePane;
    QStackedWidget* m_pages;
    CustomersView* m_customersView;
    CaseView* m_caseView;
    CaseWalk* m_walk = nullptr;
    NewCustomerView* m_newCustomer;
    TemplatesView* m_templates;
    OutboxDesk* m_outbox;
    OfflineBar* m_offlineBar;
    StatusLine* m_statusLine;
    QTimer m_clock;
    QDateTime m_updatedAt;
    bool m_reachable = true;
    CallPtr<QList<Category>> m_categories;
    std::optional<DirectoryEntry> m_reopen;
};

} // namespace finhub::views
