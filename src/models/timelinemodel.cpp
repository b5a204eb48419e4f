#include "models/timelinemodel.h"

#include "models/listdiff.h"

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

} // namespace

TimelineModel::TimelineModel(TextOf textOf, QObject* parent)
    : QAbstractListModel(parent)
    , m_textOf(std::move(textOf))
{
    Q_ASSERT(m_textOf);
}

void TimelineModel::setEvents(const QList<TimelineEvent>& events)
{
    ListDiff<TimelineModel, TimelineEvent>::apply(*this, m_events, newestFirst(events),
                                                  [](const TimelineEvent& event) { return event.id; });
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
