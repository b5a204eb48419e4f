#pragma once

#include "models/customertablemodel.h"
#include "review/claims/caseclaim.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QItemSelectionModel;

namespace Ui {
class CustomersView;
}

namespace finhub::views {

/// The customer list over the whole directory (3.1): filters, sortable columns, rows that fill as they are
/// looked at. Empty, loading and failed are states of the view. GUI thread.
class CustomersView : public QWidget {
    Q_OBJECT

public:
    /// The model is shared with the queue and outlives the view.
    CustomersView(models::CustomerTableModel& model, std::function<QDateTime()> now,
                  QWidget* parent = nullptr);
    ~CustomersView() override;

    void setCategories(const QList<Category>& categories);
    /// Whether the list is that of the customers whom the console knows by itself.
    void setListsKnown(bool listsKnown);
    /// Whether the server has claims (3.8) to filter by, and whether whoever is signed in may make them.
    void setClaimsOffered(bool offered, bool mayClaim);
    /// What is to be said of the list as such, above it; nothing when empty.
    void setSourceNotice(const QString& text);
    QItemSelectionModel* selectionModel() const;
    void focusTable();

Q_SIGNALS:
    /// The person wants to see this customer (double click or Return).
    void customerOpened(const finhub::DirectoryEntry& entry);
    /// Search and filters are to be dropped, since nothing fits them.
    void everybodyWanted();
    /// The person wants the customer of this id, whom the list does not have; empty: of an id yet to be
    /// entered.
    void idWanted(const QString& id);
    /// The person does not want this customer in the list of known ones any more.
    void removalWanted(const finhub::CustomerId& id);
    /// The person wants the customers of this query as a file.
    void exportWanted(const finhub::DirectoryQuery& query);
    /// The person wants these customers as a file.
    void selectionExportWanted(const QList<finhub::DirectoryEntry>& entries);
    /// The person wants to take or give back these cases; `notLoaded` more are selected.
    void claimsWanted(finhub::review::ClaimDeed deed, const QList<finhub::DirectoryEntry>& entries,
                      int notLoaded);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showState();
    /// What the button in place of the rows does.
    enum class StateAction { Retry, Everybody, EnterId, OpenId };

    void makeRemoveAction();
    void showFailure(const Error& error);
    void showEmptiness();
    void showNobody();
    void carryOut(StateAction action);
    void lookAtVisibleRows();
    void showRange();
    void fitColumns();
    void open(const QModelIndex& index);
    void sortBy(int column);
    void showSortOrder();

    std::unique_ptr<Ui::CustomersView> m_ui;
    models::CustomerTableModel& m_model;
    QAction* m_remove = nullptr;
    bool m_listsKnown = false;
    StateAction m_action = StateAction::Everybody;
};

} // namespace finhub::views
