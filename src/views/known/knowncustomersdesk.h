#pragma once

#include "models/customertablemodel.h"
#include "review/customerimport.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QWidget;

namespace finhub::views {

class CustomersView;
class TopBar;

/// What there is to do about the customers that the console knows by itself, on servers that do not list
/// them: adding one by id, importing a file of ids, removing one, saying above the list what it shows, and
/// keeping its rows up to date with what is learned. GUI thread.
class KnownCustomersDesk : public QObject {
    Q_OBJECT

public:
    /// Opens its dialogs over `window`, which owns it. The others outlive it.
    KnownCustomersDesk(api::FinHub& finhub, review::KnownCustomers& known,
                       models::CustomerTableModel& customers, QWidget* window);
    ~KnownCustomersDesk() override;

    /// Does what these ask for from now on, and tells them what the list is; both outlive it.
    void attach(TopBar* topBar, CustomersView* list);

    /// Whether the list is that of the known customers, since the server has none.
    bool isListed() const;
    /// What stands above the list; empty where the server has a directory.
    QString notice() const;
    /// Tells bar and list what the list is, after a sign-in.
    void showSource();
    /// The row of a customer as the list shows it.
    DirectoryEntry row(const DirectoryEntry& entry) const;

    /// Asks for an id, with this one filled in.
    void addById(const QString& id);
    /// Asks for a file of ids and imports it.
    void chooseFile();
    void import(const QString& file);
    void remove(const CustomerId& id);
    /// The state of everybody is read again as they are looked at.
    void readAgain();

Q_SIGNALS:
    /// The person wants to see this customer, whom they have added or named by id.
    void customerWanted(const finhub::DirectoryEntry& entry);
    /// Who is known, or what, has changed so that the list has to be asked for again.
    void listChanged();

private:
    void onLearned(const CustomerId& id);
    void openOrAdd(const QString& id);
    void showSummary();

    api::FinHub& m_finhub;
    review::KnownCustomers& m_known;
    models::CustomerTableModel& m_customers;
    QWidget* m_window;
    TopBar* m_topBar = nullptr;
    CustomersView* m_list = nullptr;
    QTimer m_settle; ///< what is learned of many rows becomes one refresh
    std::unique_ptr<review::CustomerImport> m_import;
    QString m_importedFile;
};

} // namespace finhub::views
