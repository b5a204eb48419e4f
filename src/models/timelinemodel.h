#pragma once

#include "core/values.h"

#include <QAbstractListModel>
#include <QList>

#include <functional>

namespace finhub::models {

template <typename Model, typename Row>
class ListDiff;

/// What happened to a customer (3.6), newest first. It shows what it is given and fetches nothing. GUI
/// thread.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        EventRole = Qt::UserRole + 1, ///< TimelineEvent
        TimeRole,                     ///< QDateTime, UTC; invalid when unknown
    };
    using TextOf = std::function<QString(const TimelineEvent&)>;

    /// `textOf` gives the text of Qt::DisplayRole.
    explicit TimelineModel(TextOf textOf, QObject* parent = nullptr);

    /// Shows these events, sorted newest first; those of unknown time come last, and events of one time keep
    /// the order they were given in. Rows are inserted, removed and changed by id, never reset.
    void setEvents(const QList<TimelineEvent>& events);
    const QList<TimelineEvent>& events() const { return m_events; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    friend class ListDiff<TimelineModel, TimelineEvent>;

    TextOf m_textOf;
    QList<TimelineEvent> m_events;
};

} // namespace finhub::models
