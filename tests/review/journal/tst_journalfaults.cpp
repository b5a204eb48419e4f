#include "review/journal/failingdisk.h"
#include "review/journal/journalfixture.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

Q_DECLARE_METATYPE(FailingDisk::How)

namespace {
/// What stands in the folder before the append that fails.
enum class Start { Nothing, Key, Journal, Torn, Damaged };

/// A journal on a disk that fails.
struct Desk {
    explicit Desk(const JournalFixture& fixture)
        : key(fixture.keyFile, disk)
        , journal(fixture.file, key, disk)
    {
    }
    FailingDisk disk;
    JournalKeyFile key;
    JournalFile journal;
};

bool prepare(JournalFixture& fixture, Start start)
{
    if (start == Start::Nothing)
        return true;
    if (start == Start::Key)
        return fixture.key.key() != nullptr;
    for (int i = 0; i < 2; ++i) {
        if (!fixture.journal.append(sampleEvent(i)))
            return false;
    }
    if (start == Start::Torn)
        return setContent(fixture.file, fixture.content() + fixture.content().first(300));
    if (start == Start::Damaged)
        return setContent(fixture.file, fixture.content() + "garbage\ngarbage\n");
    return true;
}
} // namespace

/// Each call of the disk fails once.
class TestJournalFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
};

void TestJournalFaults::losesNothing_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<FailingDisk::How>("how");
    const std::pair<Start, const char*> starts[] = {{Start::Nothing, "nothing there"},
                                                    {Start::Key, "a key only"},
                                                    {Start::Journal, "a journal"},
                                                    {Start::Torn, "an unfinished entry"},
                                                    {Start::Damaged, "a damaged journal"}};
    const std::pair<FailingDisk::How, const char*> ways[] = {{FailingDisk::How::Refused, "refused"},
                                                             {FailingDisk::How::Short, "short"},
                                                             {FailingDisk::How::AndAll, "and all after it"}};
    for (const auto& [start, startName] : starts) {
        for (const auto& [how, howName] : ways)
            QTest::addRow("%s, %s", startName, howName) << static_cast<int>(start) << how;
    }
}

void TestJournalFaults::losesNothing()
{
    QFETCH(const int, start);
    QFETCH(const FailingDisk::How, how);

    // How many calls there are when nothing fails.
    int calls = 0;
    {
        JournalFixture fixture;
        QVERIFY(prepare(fixture, static_cast<Start>(start)));
        Desk desk(fixture);
        QVERIFY(desk.journal.append(sampleEvent(100)));
        calls = desk.disk.calls;
        QVERIFY(desk.disk.written > 0);
    }
    int refused = 0;
    for (int failAt = 0; failAt < calls; ++failAt) {
        JournalFixture fixture;
        QVERIFY(prepare(fixture, static_cast<Start>(start)));
        const bool damaged = static_cast<Start>(start) == Start::Damaged;
        const QByteArray before = fixture.content();
        const qint64 entries = damaged ? 0 : fixture.check().entries;

        Desk desk(fixture);
        desk.disk.failAt = failAt;
        desk.disk.how = how;
        const bool appended = desk.journal.append(sampleEvent(100));
        QCOMPARE(desk.journal.isWritable(), appended);
        refused += appended ? 0 : 1;
        const JournalReport after = fixture.check();
        if (appended) {
            QVERIFY(after.isIntact());
            QCOMPARE(after.head, desk.journal.head());
        } else if (!damaged) {
            // Nothing that was there is lost, and nothing but an unfinished entry is new.
            QVERIFY(desk.journal.head().isEmpty());
            const QByteArray whole = before.first(before.lastIndexOf('\n') + 1);
            QVERIFY(fixture.content().startsWith(whole));
            if (how != FailingDisk::How::AndAll)
                QCOMPARE(after.entries, entries);
        }

        // The next attempt, on a disk that works again, repairs what is to be repaired.
        desk.disk.failAt = -1;
        QVERIFY(desk.journal.append(sampleEvent(101)));
        QVERIFY(desk.journal.isWritable());
        const JournalReport report = fixture.check({{.sequence = {}, .hash = desk.journal.head()}});
        QVERIFY(report.isIntact());
        QCOMPARE(report.unfinished, 0);
        QCOMPARE(report.anchored, 1);
        if (!damaged && !before.isEmpty())
            QVERIFY(fixture.content().startsWith(before.first(before.lastIndexOf('\n') + 1)));
        if (damaged)
            QCOMPARE(fixture.names(QStringLiteral("journal-test.jsonl.damaged-")).size(), 1);
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(TestJournalFaults)
#include "tst_journalfaults.moc"
