#include "review/journal/journalfixture.h"

#include "review/journal/journalwords.h"

#include <QDir>
#include <QFile>

namespace finhub::test {

using namespace finhub::review;

JournalEvent sampleEvent(int number)
{
    JournalEvent event;
    event.kind = static_cast<JournalKind>(number % 17);
    event.officer = QStringLiteral("officer-%1").arg(number % 3);
    event.customer = CustomerId(QStringLiteral("c-%1").arg(number % 7));
    event.verification = VerificationId(QStringLiteral("v-%1").arg(number));
    event.document = DocumentId(QStringLiteral("d-%1").arg(number));
    event.snapshot = QByteArray(64, static_cast<char>('a' + number % 6));
    event.reasonCodes = {QStringLiteral("DOC_BLURRY"), QStringLiteral("DOC_EXPIRED")};
    event.intent = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    event.detail = QStringLiteral("REJECT");
    return event;
}

QByteArray contentOf(const QString& file)
{
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

bool setContent(const QString& file, const QByteArray& bytes)
{
    QFile open(file);
    return open.open(QIODevice::WriteOnly | QIODevice::Truncate) && open.write(bytes) == bytes.size();
}

QByteArray sampleJournal(int entries, const JournalKey& key)
{
    QByteArray journal;
    QByteArray previous = noPreviousEntry();
    for (int number = 1; number <= entries; ++number) {
        JournalEntry entry;
        entry.sequence = static_cast<quint64>(number);
        entry.time = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC).addSecs(number);
        entry.monotonic = 1000 * number;
        entry.run = "0123456789abcdef";
        entry.previous = previous;
        if (number == 1) {
            entry.kind = journalword::Begun;
            entry.publicKey = key.publicKey();
        } else {
            entry.event = sampleEvent(number);
            entry.kind = journalWord(entry.event.kind);
        }
        journal += writeJournalLine(entry, key);
        previous = entry.hash;
    }
    return journal;
}

QList<QByteArray> linesOf(const QByteArray& journal)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    while (from < journal.size()) {
        const qsizetype end = journal.indexOf('\n', from);
        lines << journal.mid(from, end < 0 ? -1 : end + 1 - from);
        from += lines.last().size();
    }
    return lines;
}

JournalFixture::JournalFixture()
    : file(folder.filePath(QStringLiteral("below/journal-test.jsonl")))
    , keyFile(folder.filePath(QStringLiteral("below/journal-key")))
    , key(keyFile, disk)
    , journal(file, key, disk)
{
}

std::unique_ptr<JournalFile> JournalFixture::another()
{
    return std::make_unique<JournalFile>(file, key, disk);
}

JournalReport JournalFixture::check(const QList<JournalAnchor>& anchors) const
{
    return checkJournal(content(), anchors);
}

QStringList JournalFixture::names(const QString& beginning) const
{
    return QDir(folder.filePath(QStringLiteral("below")))
        .entryList({beginning + u'*'}, QDir::Files | QDir::Hidden);
}

} // namespace finhub::test
