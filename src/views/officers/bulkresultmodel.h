#pragma once

#include "review/claims/bulkclaims.h"

#include <QAbstractListModel>

namespace finhub::views {

/// The cases of a bulk claim with what became of each, a line of plain text a case. GUI thread.
class BulkResultModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Outlives the model.
    explicit BulkResultModel(const review::BulkClaims& claims, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    const review::BulkClaims& m_claims;
};

/// What became of one case, in a few words or a sentence.
QString bulkResultText(const review::BulkItem& item, review::ClaimDeed deed);

} // namespace finhub::views
