#include "views/officers/bulkresultmodel.h"

#include "views/errortext.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

namespace finhub::views {

BulkResultModel::BulkResultModel(const review::BulkClaims& claims, QObject* parent)
    : QAbstractListModel(parent)
    , m_claims(claims)
{
    connect(&claims, &review::BulkClaims::itemChanged, this,
            [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

int BulkResultModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_claims.items().size());
}

QVariant BulkResultModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const review::BulkItem& item = m_claims.items().at(index.row());
    const QString name = item.entry.fullName().isEmpty() ? item.entry.id.text() : item.entry.fullName();
    return tr("%1: %2").arg(displayLine(name, 60), bulkResultText(item, m_claims.deed()));
}

QString bulkResultText(const review::BulkItem& item, review::ClaimDeed deed)
{
    const bool takes = deed == review::ClaimDeed::Take;
    switch (item.state) {
    case review::BulkState::Waiting:
        return BulkResultModel::tr("waiting");
    case review::BulkState::Running:
        return takes ? BulkResultModel::tr("being claimed…") : BulkResultModel::tr("being given back…");
    case review::BulkState::Done:
        if (!takes)
            return BulkResultModel::tr("given back");
        return item.claim && item.claim->expiresAt.isValid()
                   ? BulkResultModel::tr("yours until %1").arg(dateTimeText(item.claim->expiresAt))
                   : BulkResultModel::tr("yours");
    case review::BulkState::NothingOpen:
        return BulkResultModel::tr("left as it is, there is no open verification");
    case review::BulkState::NotMine:
        return BulkResultModel::tr("left as it is, you do not have it");
    case review::BulkState::Failed:
        return errorText(item.error, takes ? Attempt::Claim : Attempt::ReleaseClaim).sentence();
    case review::BulkState::Cancelled:
        return BulkResultModel::tr("left as it is, cancelled before");
    }
    return {};
}

} // namespace finhub::views
