#include "models/calllogmodel.h"

#include "models/listdiff.h"

#include <algorithm>
#include <utility>

namespace finhub::models {

namespace {
/// Records have no id of their own. Two that agree in all of this look alike, so it does not matter which of
/// them a row stands for.
QString idOf(const api::CallRecord& record)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
        .arg(QString::number(record.at.toMSecsSinceEpoch()), QString::fromLatin1(record.method), record.path,
             QString::number(record.status), QString::number(record.duration.count()), record.word.text(),
             record.technical, QString::number(record.asCustomer ? 1 : 0));
}
} // namespace

CallLogModel::CallLogModel(const api::CallLog& log, TextOf textOf, QObject* parent)
    : QAbstractListModel(parent)
    , m_log(log)
    , m_textOf(std::move(textOf))
{
    Q_ASSERT(m_textOf);
    connect(&m_log, &api::CallLog::changed, this, &CallLogModel::refresh);
}

void CallLogModel::setIds(const QStringList& ids)
{
    if (m_ids == ids)
        return;
    m_ids = ids;
    refresh();
}

void CallLogModel::refresh()
{
    QList<api::CallRecord> wanted;
    for (const api::CallRecord& record : m_log.records()) {
        if (std::any_of(m_ids.begin(), m_ids.end(),
                        [&record](const QString& id) { return record.isAbout(id); }))
            wanted << record;
    }
    ListDiff<CallLogModel, api::CallRecord>::apply(*this, m_records, wanted, idOf);
}

int CallLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant CallLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const api::CallRecord& record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_textOf(record);
    case RecordRole:
        return QVariant::fromValue(record);
    default:
        return {};
    }
}

} // namespace finhub::models
