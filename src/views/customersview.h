#pragma once

#include "models/customertablemodel.h"

#include <QWidget>

#include <functional>
#include <memory>

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
    QItemSelectionModel* selectionModel() const;
    void focusTable();

Q_SIGNALS:
    /// The person wants to see this customer (double click or Return).
    void customerOpened(const finhub::DirectoryEntry& entry);
    /// Search and filters are to be dropped, since nothing fits them.
    void everybodyWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showState();
    void showFailure(const Error& error);
    void showEmptiness();
    void lookAtVisibleRows();
    void showRange();
    void fitColumns();
    void open(const QModelIndex& index);
    void sortBy(int column);
    void showSortOrder();

    std::unique_ptr<Ui::CustomersView> m_ui;
    models::CustomerTableModel& m_model;
};

} // namespace finhub::views
