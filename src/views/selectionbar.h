#pragma once

#include "core/values.h"
#include "review/claims/caseclaim.h"

#include <QWidget>

class QItemSelectionModel;
class QLabel;
class QPushButton;

namespace finhub::models {
class CustomerTableModel;
}

namespace finhub::views {

/// What can be done with many rows of the list at once, below the list while more than one is selected:
/// claiming, giving back, saving as a file. Never deciding. GUI thread.
class SelectionBar : public QWidget {
    Q_OBJECT

public:
    explicit SelectionBar(QWidget* parent = nullptr);

    /// Both outlive it.
    void follow(const models::CustomerTableModel& customers, QItemSelectionModel* selection);
    /// Whether the server has claims (3.8) and whoever is signed in may make them.
    void setClaimsOffered(bool offered);

    /// More are not taken at once: each is a request.
    static constexpr int MostRows = 200;

Q_SIGNALS:
    /// `notLoaded` more rows are selected than the list has loaded.
    void claimsWanted(finhub::review::ClaimDeed deed, const QList<finhub::DirectoryEntry>& entries,
                      int notLoaded);
    void exportWanted(const QList<finhub::DirectoryEntry>& entries);

private:
    int selectedRows() const;
    QList<DirectoryEntry> entries() const;
    QPushButton* addButton(const char* name, const QString& text);
    void refresh();

    const models::CustomerTableModel* m_customers = nullptr;
    QItemSelectionModel* m_selection = nullptr;
    bool m_claimsOffered = false;
    QLabel* m_text;
    QPushButton* m_claim;
    QPushButton* m_release;
    QPushButton* m_export;
    QPushButton* m_clear;
};

} // namespace finhub::views
