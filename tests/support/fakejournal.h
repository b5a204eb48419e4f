#pragma once

#include "review/journal/journal.h"

#include <QList>

#include <functional>

namespace finhub::test {

/// A journal in memory that a test can make unwritable.
class FakeJournal : public review::Journal {
public:
    bool append(const review::JournalEvent& event) override
    {
        if (onAppend)
            onAppend(event);
        if (!writable)
            return false;
        events << event;
        return true;
    }
    QByteArray head() const override
    {
        return events.isEmpty() ? QByteArray() : QByteArray::number(events.size()).rightJustified(64, '0');
    }
    bool isWritable() const override { return writable; }

    QList<review::JournalKind> kinds() const
    {
        QList<review::JournalKind> all;
        for (const review::JournalEvent& event : events)
            all << event.kind;
        return all;
    }

    bool writable = true;
    QList<review::JournalEvent> events;
    std::function<void(const review::JournalEvent&)> onAppend;
};

} // namespace finhub::test
