#include "review/journal/journalfixture.h"
#include "review/journal/journalwords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestJournalFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void touchesNothingBeforeTheFirstEntry();
    void beginsWithItsKey();
    void keepsAllOfAnEvent();
    void chainsItsEntries();
    void goesOnAfterARestart();
    void takesTurnsWithAnotherConsole();
    void isForItsOwnerOnly();
    void holdsNothingPersonal();
    void hasAWordForEveryKind();
    void mendsAnUnfinishedEntry();
    void mendsAnEntryThatIsPartlyZeros();
    void mendsAnUnfinishedBeginning();
    void setsAJournalAsideThatItCannotContinue_data();
    void setsAJournalAsideThatItCannotContinue();
    void beginsAnewWhenItWasTakenAway();
    void noticesThatItWasCut();
    void sharesOneKey();
    void replacesADamagedKey();
    void writesToNoLinkAndNoPipe();
    void saysThatItCannotWrite();
    void tellsOfWhatItCouldNotWrite();
};

void TestJournalFile::touchesNothingBeforeTheFirstEntry()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.isWritable());
    QVERIFY(fixture.journal.head().isEmpty());
    QVERIFY(QDir(fixture.folder.path()).isEmpty());
}

void TestJournalFile::beginsWithItsKey()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const QList<QByteArray> lines = linesOf(fixture.content());
    QCOMPARE(lines.size(), 2);
    const auto begun = readJournalLine(lines.at(0).chopped(1), {});
    QVERIFY(begun);
    QCOMPARE(begun->kind, QStringLiteral("journal-begun"));
    QCOMPARE(begun->publicKey, fixture.key.key()->publicKey());
    QCOMPARE(begun->sequence, 1u);
    QVERIFY(fixture.check().isIntact());
}

void TestJournalFile::keepsAllOfAnEvent()
{
    JournalFixture fixture;
    const JournalEvent event = sampleEvent(9);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(fixture.journal.append(event));
    const auto entry =
        readJournalLine(linesOf(fixture.content()).at(1).chopped(1), fixture.key.key()->publicKey());
    QVERIFY(entry);
    JournalEvent read = entry->event;
    read.kind = journalKind(entry->kind).value_or(JournalKind::SignedIn);
    QCOMPARE(read, event);
    QVERIFY(entry->time >= before.addMSecs(-1) && entry->time <= QDateTime::currentDateTimeUtc());
    QCOMPARE(entry->time.timeSpec(), Qt::UTC);
    QVERIFY(entry->monotonic > 0);
    QCOMPARE(entry->hash, fixture.journal.head());
}

void TestJournalFile::chainsItsEntries()
{
    JournalFixture fixture;
    QList<JournalAnchor> anchors;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(fixture.journal.append(sampleEvent(i)));
        anchors << JournalAnchor{.sequence = quint64(i) + 2, .hash = fixture.journal.head()};
    }
    const JournalReport report = fixture.check(anchors);
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, 21);
    QCOMPARE(report.anchored, 20);
    QCOMPARE(report.head, fixture.journal.head());
}

void TestJournalFile::goesOnAfterARestart()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    JournalKeyFile key(fixture.keyFile, fixture.disk);
    JournalFile later(fixture.file, key, fixture.disk);
    QVERIFY(later.append(sampleEvent(2)));
    const JournalReport report = fixture.check(
        {{.sequence = 2, .hash = fixture.journal.head()}, {.sequence = 3, .hash = later.head()}});
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, 3);
    QCOMPARE(report.anchored, 2);
}

void TestJournalFile::takesTurnsWithAnotherConsole()
{
    JournalFixture fixture;
    const auto other = fixture.another();
    for (int i = 0; i < 10; ++i) {
        QVERIFY(fixture.journal.append(sampleEvent(i)));
        QVERIFY(other->append(sampleEvent(i)));
        QVERIFY(other->append(sampleEvent(i)));
    }
    const JournalReport report = fixture.check({{.sequence = {}, .hash = fixture.journal.head()}});
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, 31);
    QVERIFY(fixture.names(QStringLiteral("journal-test.jsonl.")).isEmpty());
}

void TestJournalFile::isForItsOwnerOnly()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const QString& name : {fixture.file, fixture.keyFile}) {
        QVERIFY(QFileInfo::exists(name));
        QCOMPARE(QFileInfo(name).permissions() & others, QFileDevice::Permissions());
    }
    QVERIFY(!fixture.content().contains(contentOf(fixture.keyFile).mid(21, 64)));
}

void TestJournalFile::holdsNothingPersonal()
{
    JournalFixture fixture;
    JournalEvent event = sampleEvent(1);
    event.officer = QStringLiteral("Olga Officer");
    event.customer = CustomerId(QStringLiteral("max@example.com"));
    event.verification = VerificationId(QStringLiteral("Max Muster"));
    event.document = DocumentId(QStringLiteral("../passport of max.pdf"));
    event.snapshot = "not a hash, but Max";
    event.intent = "Max \"}\n{";
    event.detail = QStringLiteral("born in Köln");
    event.reasonCodes = {QStringLiteral("he said so")};
    QVERIFY(fixture.journal.append(event));
    const QByteArray content = fixture.content();
    for (const char* personal : {"Max", "max", "Olga", "Köln", "passport", "said"})
        QVERIFY2(!content.contains(personal), personal);
    QCOMPARE(content.count("sha256:"), 8);
    QVERIFY(fixture.check().isIntact());
}

void TestJournalFile::hasAWordForEveryKind()
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(JournalKind::Exported); ++i) {
        const auto kind = static_cast<JournalKind>(i);
        const QString word = journalWord(kind);
        QVERIFY(QRegularExpression(QStringLiteral("^[a-z]+(-[a-z]+)*$")).match(word).hasMatch());
        QCOMPARE(journalKind(word), std::optional(kind));
        words << word;
    }
    QCOMPARE(words.size(), static_cast<int>(JournalKind::Exported) + 1);
    QVERIFY(!journalKind(journalword::Begun));
}

/// A power cut can leave any part of what was being written.
void TestJournalFile::mendsAnUnfinishedEntry()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const QByteArray before = fixture.content();
    const QByteArray anchor = fixture.journal.head();
    QVERIFY(fixture.journal.append(sampleEvent(2)));
    const QByteArray whole = fixture.content();
    for (qsizetype size = before.size() + 1; size < whole.size(); size += 13) {
        QVERIFY(setContent(fixture.file, whole.first(size)));
        const JournalReport cut = fixture.check();
        QVERIFY(cut.isIntact());
        QCOMPARE(cut.unfinished, size - before.size());

        const auto started = fixture.another();
        QVERIFY(started->append(sampleEvent(3)));
        const JournalReport report = fixture.check({{.sequence = 2, .hash = anchor}});
        QVERIFY(report.isIntact());
        QCOMPARE(report.anchored, 1);
        QCOMPARE(report.unfinished, 0);
        QCOMPARE(report.entries, 4);
        const QList<QByteArray> lines = linesOf(fixture.content());
        QVERIFY(lines.at(2).contains(R"("kind":"journal-mended")"));
        // The bytes are kept, and the entry says where.
        const QStringList kept = fixture.names(QStringLiteral("journal-test.jsonl.torn-"));
        QCOMPARE(kept.size(), 1);
        const QString name = fixture.folder.filePath(QStringLiteral("below/") + kept.first());
        QCOMPARE(contentOf(name), whole.first(size).sliced(before.size()));
        QVERIFY(lines.at(2).contains(kept.first().right(16).toLatin1()));
        QVERIFY(QFile::remove(name));
    }
}

/// Of a file that had grown already, the disk can have the end without the beginning.
void TestJournalFile::mendsAnEntryThatIsPartlyZeros()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const QByteArray before = fixture.content();
    QVERIFY(fixture.journal.append(sampleEvent(2)));
    const QByteArray whole = fixture.content();
    const qsizetype added = whole.size() - before.size();
    for (const QByteArray& torn :
         {QByteArray(added, '\0'), QByteArray(added / 2, '\0') + whole.last(added - added / 2),
          QByteArray(1, '\0') + whole.last(added - 1)}) {
        QVERIFY(setContent(fixture.file, before + torn));
        const auto started = fixture.another();
        QVERIFY(started->append(sampleEvent(3)));
        const JournalReport report = fixture.check();
        QVERIFY(report.isIntact());
        QCOMPARE(report.entries, 4);
        QVERIFY(fixture.content().startsWith(before));
    }
    QCOMPARE(fixture.names(QStringLiteral("journal-test.jsonl.torn-")).size(), 3);
    QVERIFY(fixture.names(QStringLiteral("journal-test.jsonl.damaged-")).isEmpty());
}

void TestJournalFile::mendsAnUnfinishedBeginning()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(setContent(fixture.file, fixture.content().first(100)));
    const auto started = fixture.another();
    QVERIFY(started->append(sampleEvent(2)));
    const JournalReport report = fixture.check();
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, 3);
    QCOMPARE(fixture.names(QStringLiteral("journal-test.jsonl.torn-")).size(), 1);
}

void TestJournalFile::setsAJournalAsideThatItCannotContinue_data()
{
    QTest::addColumn<QByteArray>("content");
    const JournalKey other = JournalKey::make();
    QTest::newRow("another's") << sampleJournal(5, other);
    QTest::newRow("garbage") << QByteArray("hello\nworld\n");
    QTest::newRow("many empty lines") << QByteArray(100'000, '\n');
    QTest::newRow("one endless line") << QByteArray(100'000, '{');
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("another's end") << sampleJournal(5, other) + "garbage";
}

void TestJournalFile::setsAJournalAsideThatItCannotContinue()
{
    QFETCH(const QByteArray, content);
    JournalFixture fixture;
    QVERIFY(QDir().mkpath(fixture.folder.filePath(QStringLiteral("below"))));
    QVERIFY(setContent(fixture.file, content));
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(fixture.check().isIntact());
    QCOMPARE(fixture.check().entries, 2);
    const QStringList kept = fixture.names(QStringLiteral("journal-test.jsonl.damaged-"));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(contentOf(fixture.folder.filePath(QStringLiteral("below/") + kept.first())), content);
    const auto begun = readJournalLine(linesOf(fixture.content()).first().chopped(1), {});
    QVERIFY(begun && kept.first().endsWith(begun->event.detail));
    QVERIFY(!begun->event.detail.isEmpty());
}

void TestJournalFile::beginsAnewWhenItWasTakenAway()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const QByteArray head = fixture.journal.head();
    QVERIFY(QFile::rename(fixture.file, fixture.file + QStringLiteral(".archive")));
    QVERIFY(fixture.journal.append(sampleEvent(2)));
    const JournalReport report = fixture.check();
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, 2);
    QCOMPARE(report.continues, head);
}

void TestJournalFile::noticesThatItWasCut()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    const QByteArray before = fixture.content();
    QVERIFY(fixture.journal.append(sampleEvent(2)));
    const QByteArray head = fixture.journal.head();
    QVERIFY(setContent(fixture.file, before));
    QVERIFY(fixture.journal.append(sampleEvent(3)));
    QCOMPARE(fixture.check().continues, head);
    QCOMPARE(fixture.names(QStringLiteral("journal-test.jsonl.damaged-")).size(), 1);
}

void TestJournalFile::sharesOneKey()
{
    JournalFixture fixture;
    JournalKeyFile second(fixture.keyFile, fixture.disk);
    QVERIFY(fixture.key.key());
    QVERIFY(second.key());
    QCOMPARE(fixture.key.key()->publicKey(), second.key()->publicKey());
    QCOMPARE(fixture.names(QStringLiteral("journal-key")), QStringList{QStringLiteral("journal-key")});
}

void TestJournalFile::replacesADamagedKey()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(setContent(fixture.keyFile, "finhub-journal-key 1 00\n"));
    JournalKeyFile key(fixture.keyFile, fixture.disk);
    JournalFile later(fixture.file, key, fixture.disk);
    QVERIFY(later.append(sampleEvent(2)));
    QVERIFY(fixture.check().isIntact());
    QCOMPARE(fixture.check().publicKey, key.key()->publicKey());
    QCOMPARE(fixture.names(QStringLiteral("journal-test.jsonl.damaged-")).size(), 1);
    QCOMPARE(fixture.names(QStringLiteral("journal-key.damaged-")).size(), 1);
}

void TestJournalFile::writesToNoLinkAndNoPipe()
{
    JournalFixture fixture;
    const QString elsewhere = fixture.folder.filePath(QStringLiteral("elsewhere"));
    QVERIFY(setContent(elsewhere, "mine"));
    QVERIFY(QDir().mkpath(fixture.folder.filePath(QStringLiteral("below"))));
    QVERIFY(QFile::link(elsewhere, fixture.file));
    QVERIFY(!fixture.journal.append(sampleEvent(1)));
    QVERIFY(!fixture.journal.isWritable());
    QCOMPARE(contentOf(elsewhere), "mine");
    QVERIFY(QFile::remove(fixture.file));
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(fixture.journal.isWritable());
}

void TestJournalFile::saysThatItCannotWrite()
{
    JournalFixture fixture;
    // A file stands where the folder should be; that stops root as well.
    QVERIFY(setContent(fixture.folder.filePath(QStringLiteral("below")), "in the way"));
    QVERIFY(!fixture.journal.append(sampleEvent(1)));
    QVERIFY(!fixture.journal.isWritable());
    QVERIFY(fixture.journal.head().isEmpty());
    QVERIFY(QFile::remove(fixture.folder.filePath(QStringLiteral("below"))));
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(fixture.journal.isWritable());
}

void TestJournalFile::tellsOfWhatItCouldNotWrite()
{
    JournalFixture fixture;
    QVERIFY(fixture.journal.append(sampleEvent(1)));
    QVERIFY(fixture.journal.retry());
    QCOMPARE(fixture.check().entries, 2);
    const QString away = fixture.file + QStringLiteral(".away");
    QVERIFY(QFile::rename(fixture.file, away));
    QVERIFY(QDir().mkdir(fixture.file));
    QVERIFY(!fixture.journal.append(sampleEvent(2)));
    QVERIFY(!fixture.journal.append(sampleEvent(3)));
    QVERIFY(!fixture.journal.retry());
    QVERIFY(QDir().rmdir(fixture.file));
    QVERIFY(QFile::rename(away, fixture.file));
    QVERIFY(fixture.journal.retry());
    QVERIFY(fixture.journal.isWritable());
    QVERIFY(fixture.journal.append(sampleEvent(4)));
    QVERIFY(fixture.check().isIntact());
    QCOMPARE(fixture.check().entries, 4);
    QVERIFY(linesOf(fixture.content()).at(2).contains(R"("detail":"2","kind":"journal-gap")"));
}

QTEST_APPLESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
