#include "review/activityhistory.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
constexpr int UsualPageSize = 50;
}

ActivityHistory::ActivityHistory(api::FinHub& finhub, CustomerId id, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_id(std::move(id))
{
}

void ActivityHistory::setNewest(const Page<TimelineEvent>& page)
{
    m_total = page.total;
    m_pageSize = page.size > 0 ? page.size : UsualPageSize;
    const auto known = std::find_if(page.items.begin(), page.items.end(),
                                    [this](const TimelineEvent& event) { return knows(event.id); });
    QList<TimelineEvent> events = page.items;
    const bool joins = known != page.items.end();
    if (joins) {
        for (const TimelineEvent& older : std::as_const(m_events)) {
            const bool again =
                std::any_of(page.items.begin(), page.items.end(),
                            [&older](const TimelineEvent& event) { return event.id == older.id; });
            if (!again)
                events << older;
        }
    } else {
        m_call.reset(); // it would be appended behind a gap
    }
    if (m_total)
        m_hasOlder = events.size() < *m_total;
    else if (events.size() == page.items.size()) // nothing older is there: only the page itself can tell
        m_hasOlder = page.items.size() >= m_pageSize;
    m_events = events;
    Q_EMIT changed();
}

void ActivityHistory::readOlder()
{
    if (isReading() || !m_hasOlder)
        return;
    // The page that holds the first event that is not known; it may begin with some that are.
    m_call = m_finhub.timeline(m_id, static_cast<int>(m_events.size()) / m_pageSize, m_pageSize);
    m_call->onFinished(this, [this](const Result<Page<TimelineEvent>>& result) {
        if (result) {
            m_error.reset();
            takeOlder(*result);
        } else {
            m_error = result.error();
        }
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void ActivityHistory::takeOlder(const Page<TimelineEvent>& page)
{
    const qsizetype before = m_events.size();
    for (const TimelineEvent& event : page.items) {
        if (!knows(event.id))
            m_events << event;
    }
    if (page.total)
        m_total = page.total;
    // A page that brings nothing new ends it, whatever the total says: asking again would bring the same.
    const bool brought = m_events.size() > before;
    m_hasOlder = brought && (m_total ? m_events.size() < *m_total : page.items.size() >= m_pageSize);
}

bool ActivityHistory::knows(const QString& id) const
{
    return std::any_of(m_events.begin(), m_events.end(),
                       [&id](const TimelineEvent& event) { return event.id == id; });
}

} // namespace finhub::review
