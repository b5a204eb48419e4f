#include "review/activityhistory.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
/// A page of the timeline at a server where the newest event is `newest` and the oldest is 1.
Page<TimelineEvent> pageAt(int newest, int page, int size, bool withTotal = true)
{
    Page<TimelineEvent> answer;
    answer.page = page;
    answer.size = size;
    if (withTotal)
        answer.total = newest;
    for (int i = newest - page * size; i > 0 && answer.items.size() < size; --i) {
        TimelineEvent event;
        event.id = QString::number(i);
        answer.items << event;
    }
    return answer;
}

/// "112…63": from the newest to the oldest, without a gap; else what breaks the row.
QString rangeOf(const ActivityHistory& history)
{
    const QList<TimelineEvent>& events = history.events();
    if (events.isEmpty())
        return {};
    for (qsizetype i = 1; i < events.size(); ++i) {
        if (events.at(i).id.toInt() != events.at(i - 1).id.toInt() - 1)
            return QStringLiteral("%1 after %2").arg(events.at(i).id, events.at(i - 1).id);
    }
    return QStringLiteral("%1…%2").arg(events.first().id, events.last().id);
}

/// A history of customer c-1 with the pages that the test answers for.
struct Reader {
    Reader()
        : history(finhub, CustomerId(QStringLiteral("c-1")))
    {
    }
    /// Reads an older page; what the server answers to what was asked.
    void readOlder(int newest, bool withTotal = true)
    {
        history.readOlder();
        const TimelineArguments asked = finhub.timelines.lastArguments();
        finhub.timelines.finishLast(pageAt(newest, asked.page, asked.size, withTotal));
    }

    FakeFinHub finhub;
    ActivityHistory history;
};
} // namespace

/// Older pages join the newest one without gaps and without events that occur twice.
class TestActivityHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPageAfterPage();
    void asksForOnePageAtATime();
    void joinsPagesThatHaveMoved();
    void dropsWhatWouldLeaveAGap();
    void endsAtTheShorterPageWithoutATotal();
    void endsWhenNothingNewComes();
    void saysWhyAPageFailed();
    void isAbortedWithItsCase();
};

void TestActivityHistory::readsPageAfterPage()
{
    Reader reader;
    QVERIFY(!reader.history.hasOlder());
    reader.history.setNewest(pageAt(112, 0, 50));
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…63"));
    QCOMPARE(reader.history.total(), std::optional<qint64>(112));
    QVERIFY(reader.history.hasOlder());
    reader.readOlder(112);
    QCOMPARE(reader.finhub.timelines.lastArguments().id, CustomerId(QStringLiteral("c-1")));
    QCOMPARE(reader.finhub.timelines.lastArguments().page, 1);
    QCOMPARE(reader.finhub.timelines.lastArguments().size, 50);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…13"));
    reader.readOlder(112);
    QCOMPARE(reader.finhub.timelines.lastArguments().page, 2);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…1"));
    QVERIFY(!reader.history.hasOlder());
    reader.history.readOlder();
    QCOMPARE(reader.finhub.timelines.count(), 2);
}

void TestActivityHistory::asksForOnePageAtATime()
{
    Reader reader;
    reader.history.setNewest(pageAt(112, 0, 50));
    QSignalSpy changed(&reader.history, &ActivityHistory::changed);
    reader.history.readOlder();
    QVERIFY(reader.history.isReading());
    QCOMPARE(changed.count(), 1);
    reader.history.readOlder();
    QCOMPARE(reader.finhub.timelines.count(), 1);
    reader.finhub.timelines.finishLast(pageAt(112, 1, 50));
    QVERIFY(!reader.history.isReading());
    QCOMPARE(changed.count(), 2);
}

/// Seven events happened after the first page was read: the pages at the server have moved by seven.
void TestActivityHistory::joinsPagesThatHaveMoved()
{
    Reader reader;
    reader.history.setNewest(pageAt(112, 0, 50));
    reader.readOlder(119);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…20"));
    reader.history.setNewest(pageAt(119, 0, 50));
    QCOMPARE(rangeOf(reader.history), QStringLiteral("119…20"));
    QVERIFY(reader.history.hasOlder());
    reader.readOlder(119);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("119…1"));
    QVERIFY(!reader.history.hasOlder());
}

void TestActivityHistory::dropsWhatWouldLeaveAGap()
{
    Reader reader;
    reader.history.setNewest(pageAt(112, 0, 50));
    reader.readOlder(112);
    reader.history.readOlder();
    const int late = reader.finhub.timelines.count() - 1;
    reader.history.setNewest(pageAt(300, 0, 50));
    QCOMPARE(rangeOf(reader.history), QStringLiteral("300…251"));
    QVERIFY(reader.history.hasOlder());
    // What was on its way belongs behind the gap.
    QVERIFY(reader.finhub.timelines.isAborted(late));
    QVERIFY(!reader.history.isReading());
}

void TestActivityHistory::endsAtTheShorterPageWithoutATotal()
{
    Reader reader;
    reader.history.setNewest(pageAt(112, 0, 50, false));
    QCOMPARE(reader.history.total(), std::optional<qint64>());
    QVERIFY(reader.history.hasOlder());
    reader.readOlder(112, false);
    QVERIFY(reader.history.hasOlder());
    // Reading the newest again does not forget where the rest stands.
    reader.history.setNewest(pageAt(112, 0, 50, false));
    QVERIFY(reader.history.hasOlder());
    reader.readOlder(112, false);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…1"));
    QVERIFY(!reader.history.hasOlder());
    reader.history.setNewest(pageAt(112, 0, 50, false));
    QVERIFY(!reader.history.hasOlder());
    Reader few;
    few.history.setNewest(pageAt(20, 0, 50, false));
    QVERIFY(!few.history.hasOlder());
}

/// A server that counts more than it shows must not be asked for ever.
void TestActivityHistory::endsWhenNothingNewComes()
{
    Reader reader;
    Page<TimelineEvent> first = pageAt(50, 0, 50);
    first.total = 60;
    reader.history.setNewest(first);
    QVERIFY(reader.history.hasOlder());
    reader.history.readOlder();
    Page<TimelineEvent> empty = pageAt(50, 1, 50);
    empty.total = 60;
    reader.finhub.timelines.finishLast(empty);
    QVERIFY(!reader.history.hasOlder());
}

void TestActivityHistory::saysWhyAPageFailed()
{
    Reader reader;
    reader.history.setNewest(pageAt(112, 0, 50));
    reader.history.readOlder();
    reader.finhub.timelines.failLast(Error::of(ErrorKind::Timeout));
    QVERIFY(reader.history.error());
    QCOMPARE(reader.history.error()->kind, ErrorKind::Timeout);
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…63"));
    QVERIFY(reader.history.hasOlder());
    reader.readOlder(112);
    QVERIFY(!reader.history.error());
    QCOMPARE(rangeOf(reader.history), QStringLiteral("112…13"));
}

void TestActivityHistory::isAbortedWithItsCase()
{
    FakeFinHub finhub;
    {
        ActivityHistory history(finhub, CustomerId(QStringLiteral("c-1")));
        history.setNewest(pageAt(112, 0, 50));
        history.readOlder();
    }
    QVERIFY(finhub.timelines.isAborted(0));
}

QTEST_GUILESS_MAIN(TestActivityHistory)
#include "tst_activityhistory.moc"
