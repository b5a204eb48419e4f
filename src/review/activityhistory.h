#pragma once

#include "api/finhub.h"

#include <QObject>

namespace finhub::review {

/// The activity of one customer (3.6) as far as it has been read: the newest page, which somebody else reads
/// (the case file), and older pages on demand. Events are known by their ids, so that a page that overlaps
/// with another, because something has happened in between, shows nothing twice and leaves nothing out. GUI
/// thread; deleting it aborts its read.
class ActivityHistory : public QObject {
    Q_OBJECT

public:
    ActivityHistory(api::FinHub& finhub, CustomerId id, QObject* parent = nullptr);

    /// The newest page as it has just been read. What is older stays, unless so much has happened that a gap
    /// would be left between the two.
    void setNewest(const Page<TimelineEvent>& page);
    /// Reads the page after the oldest event that is known. Nothing happens while one is being read or when
    /// there is nothing older.
    void readOlder();

    /// Newest first, as the server orders them.
    const QList<TimelineEvent>& events() const { return m_events; }
    /// How many there are at the server; nullopt when it does not say (R21).
    const std::optional<qint64>& total() const { return m_total; }
    bool hasOlder() const { return m_hasOlder; }
    bool isReading() const { return m_call && !m_call->isFinished(); }
    /// Why the last older page could not be read, until the next one has been.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void takeOlder(const Page<TimelineEvent>& page);
    bool knows(const QString& id) const;

    api::FinHub& m_finhub;
    CustomerId m_id;
    QList<TimelineEvent> m_events;
    std::optional<qint64> m_total;
    std::optional<Error> m_error;
    int m_pageSize = 0; ///< events in a full page, as the newest one was asked for
    bool m_hasOlder = false;
    CallPtr<Page<TimelineEvent>> m_call;
};

} // namespace finhub::review
