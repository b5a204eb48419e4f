#pragma once

#include "views/officers/bulkresultmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class BulkClaimDialog;
}

namespace finhub::views {

/// Shows how far a bulk claim has come and what became of each case. It can be cancelled while it runs; then
/// it stays until it is closed. Opened with open(). GUI thread.
class BulkClaimDialog : public QDialog {
    Q_OBJECT

public:
    /// `claims` becomes the dialog's. `notLoaded` cases were chosen too, but the list does not have them yet.
    BulkClaimDialog(std::unique_ptr<review::BulkClaims> claims, int notLoaded, QWidget* parent = nullptr);
    ~BulkClaimDialog() override;

    /// Cancels what is not asked for yet, and closes when nothing is under way.
    void reject() override;

private:
    void showProgress();

    std::unique_ptr<Ui::BulkClaimDialog> m_ui;
    std::unique_ptr<review::BulkClaims> m_claims;
    BulkResultModel m_results;
    int m_notLoaded;
};

} // namespace finhub::views
