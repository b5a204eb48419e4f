#pragma once

#include "api/calllog.h"

#include <QAbstractListModel>
#include <QList>
#include <QStringList>

#include <functional>

namespace finhub::models {

template <typename Model, typename Row>
class ListDiff;

/// The calls that were made for one customer, newest first: those of the log whose path names one of the ids
/// it is given. Follows the log while it lives; rows are inserted and removed, never reset. GUI thread.
class CallLogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RecordRole = Qt::UserRole + 1, ///< api::CallRecord
    };
    using TextOf = std::function<QString(const api::CallRecord&)>;

    /// The log must outlive the model. `textOf` gives the text of Qt::DisplayRole.
    CallLogModel(const api::CallLog& log, TextOf textOf, QObject* parent = nullptr);

    /// The ids of the customer and of what belongs to them; empty: no calls at all.
    void setIds(const QStringList& ids);
    const QList<api::CallRecord>& records() const { return m_records; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    friend class ListDiff<CallLogModel, api::CallRecord>;

    void refresh();

    const api::CallLog& m_log;
    TextOf m_textOf;
    QStringList m_ids;
    QList<api::CallRecord> m_records;
};

} // namespace finhub::models
