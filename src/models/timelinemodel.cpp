#include "models/timelinemodel.h"

#include "models/rowdiff.h"

#include <algorithm>

namespace finhub::models {

namespace {

QList<TimelineEvent> newestFirst(QList<TimelineEvent> events)
{
    std::stable_sort(events.begin(), events.end(), [](const TimelineEvent& a, const TimelineEvent& b) {
        if (!a.at.isValid() || !b.at.isValid())
            return a.at.isValid() && !b.at.isValid();
        return a.at > b.at;
    });
    return events;
}

QList<QString> idsOf(const QList<TimelineEvent>& events)
{
    QList<QString> ids;
    ids.reserve(events.size());
    for (const TimelineEvent& event : events)
        ids.append(event.id);
    return ids;
}

} // namespace

/// Carries the steps of the diff out with the model's signals.
class TimelineModel::Diff {
public:
    Diff(TimelineModel& model, const QList<TimelineEvent>& wanted)
        : m_model(model)
        , m_rows(model.m_events)
        , m_wanted(wanted)
    {
    }

    QList<QString> ids() const { return idsOf(m_rows); }

    void remove(int first, int count)
    {
        m_model.beginRemoveRows({}, first, first + count - 1);
        m_rows.remove(first, count);
        m_model.endRemoveRows();
    }

    void insert(int first, int wantedFirst, int count)
    {
        m_model.beginInsertRows({}, first, first + count - 1);
        for (int i = 0; i < count; ++i)
            m_rows.insert(first + i, m_wanted.at(wantedFirst + i));
        m_model.endInsertRows();
    }

    void move(int from, int to)
    {
        m_model.beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to);
        m_model.endMoveRows();
    }

    void update(int row, int wantedRow)
    {
        if (m_rows.at(row) == m_wanted.at(wantedRow))
            return;
        m_rows[row] = m_wanted.at(wantedRow);
        Q_EMIT m_model.dataChanged(m_model.index(row), m_model.index(row));
    }

private:
    TimelineModel& m_model;
    QList<TimelineEvent>& m_rows;
    const QList<TimelineEvent>& m_wanted;
};

TimelineModel::TimelineModel(TextOf textOf, QObject* parent)
    : QAbstractListModel(parent)
    , m_textOf(std::move(textOf))
{
    Q_ASSERT(m_textOf);
}

void TimelineModel::setEvents(const QList<TimelineEvent>& events)
{
    const QList<TimelineEvent> wanted = newestFirst(events);
    Diff diff(*this, wanted);
    diffRows(idsOf(wanted), diff);
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineEvent& event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_textOf(event);
    case EventRole:
        return QVariant::fromValue(event);
    case TimeRole:
        return event.at.isValid() ? QVariant(event.at) : QVariant();
    default:
        return {};
    }
}

} // namespace finhub::models
