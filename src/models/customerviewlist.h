#pragma once

#include "core/values.h"

#include <QAbstractListModel>
#include <QList>

#include <functional>
#include <optional>

namespace finhub::models {

/// The one-click views of the customer list.
enum class CustomerView { All, NeedsReview, WaitingForCustomer, ReadyToActivate, Active, Rejected };

/// The stages that a view filters by; empty for All.
QList<Stage> stagesOf(CustomerView view);
/// The view that filters by exactly these stages, in any order; nullopt for a selection of one's own.
std::optional<CustomerView> viewOf(const QList<Stage>& stages);

/// The one-click views in their order, each with the number of customers in it. GUI thread.
class CustomerViewListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        ViewRole = Qt::UserRole + 1, ///< CustomerView
        CountRole,                   ///< qint64; invalid while unknown
    };
    using NameOf = std::function<QString(CustomerView)>;

    /// `nameOf` gives the text of Qt::DisplayRole.
    explicit CustomerViewListModel(NameOf nameOf, QObject* parent = nullptr);

    /// The facets of the directory's newest answer (3.1). All counts the sum of every stage and those whose
    /// stage nobody knows.
    void setStageCounts(const std::optional<StageCounts>& counts, qint64 withoutStage = 0);
    /// nullopt while unknown.
    std::optional<qint64> count(CustomerView view) const;
    int rowOf(CustomerView view) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    NameOf m_nameOf;
    std::optional<StageCounts> m_counts;
    qint64 m_withoutStage = 0;
};

} // namespace finhub::models
