#include "models/customerviewlist.h"

#include <QSet>

#include <array>
#include <utility>

namespace finhub::models {

namespace {

constexpr std::array<CustomerView, 6> Views{CustomerView::All,
                                            CustomerView::NeedsReview,
                                            CustomerView::WaitingForCustomer,
                                            CustomerView::ReadyToActivate,
                                            CustomerView::Active,
                                            CustomerView::Rejected};

} // namespace

QList<Stage> stagesOf(CustomerView view)
{
    switch (view) {
    case CustomerView::All:
        return {};
    case CustomerView::NeedsReview:
        return {Stage::Approval};
    case CustomerView::WaitingForCustomer:
        return {Stage::Session, Stage::Verification, Stage::Documents, Stage::Consents};
    case CustomerView::ReadyToActivate:
        return {Stage::Activation};
    case CustomerView::Active:
        return {Stage::Active};
    case CustomerView::Rejected:
        return {Stage::Rejected};
    }
    return {};
}

std::optional<CustomerView> viewOf(const QList<Stage>& stages)
{
    const QSet<Stage> wanted(stages.begin(), stages.end());
    for (const CustomerView view : Views) {
        const QList<Stage> own = stagesOf(view);
        if (QSet<Stage>(own.begin(), own.end()) == wanted)
            return view;
    }
    return std::nullopt;
}

CustomerViewListModel::CustomerViewListModel(NameOf nameOf, QObject* parent)
    : QAbstractListModel(parent)
    , m_nameOf(std::move(nameOf))
{
    Q_ASSERT(m_nameOf);
}

void CustomerViewListModel::setStageCounts(const std::optional<StageCounts>& counts, qint64 withoutStage)
{
    const std::optional<StageCounts> former = std::exchange(m_counts, counts);
    const qint64 formerly = std::exchange(m_withoutStage, withoutStage);
    if (former != m_counts || formerly != m_withoutStage)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole});
}

std::optional<qint64> CustomerViewListModel::count(CustomerView view) const
{
    if (!m_counts)
        return std::nullopt;
    qint64 sum = 0;
    if (view == CustomerView::All) {
        sum = m_withoutStage;
        for (const qint64 count : *m_counts)
            sum += count;
    } else {
        for (const Stage stage : stagesOf(view))
            sum += m_counts->at(static_cast<size_t>(stage));
    }
    return sum;
}

int CustomerViewListModel::rowOf(CustomerView view) const
{
    return static_cast<int>(view);
}

int CustomerViewListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Views.size());
}

QVariant CustomerViewListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CustomerView view = Views.at(static_cast<size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return m_nameOf(view);
    case ViewRole:
        return QVariant::fromValue(view);
    case CountRole: {
        const std::optional<qint64> known = count(view);
        return known ? QVariant(*known) : QVariant();
    }
    default:
        return {};
    }
}

} // namespace finhub::models
