#pragma once

#include "models/customertablemodel.h"
#include "models/customerviewlist.h"

#include <QWidget>

#include <functional>
#include <memory>

class QItemSelectionModel;

namespace Ui {
class SidePane;
}

namespace finhub::views {

/// The one-click views with their counts and, while a case is open, the queue below them, so that it never
/// goes away during a review.
class SidePane : public QWidget {
    Q_OBJECT

public:
    SidePane(models::CustomerTableModel& customers, QItemSelectionModel* selection,
             std::function<QDateTime()> now, QWidget* parent = nullptr);
    ~SidePane() override;

    void setQueueShown(bool shown);
    /// Keeps the row in sight.
    void scrollTo(int row);
    void setQueueCaption(const QString& text);
    /// Marks the view that the query means, or none.
    void showView(std::optional<models::CustomerView> view);

Q_SIGNALS:
    void viewChosen(finhub::models::CustomerView view);
    void customerOpened(const finhub::DirectoryEntry& entry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lookAtVisibleRows();

    std::unique_ptr<Ui::SidePane> m_ui;
    models::CustomerTableModel& m_customers;
    models::CustomerViewListModel m_views;
};

} // namespace finhub::views
