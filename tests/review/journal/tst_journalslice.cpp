#include "review/journal/journalfixture.h"
#include "review/journal/journalslice.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

/// What one customer's case may show of the journal, and that it proves itself.
class TestJournalSlice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsOneCustomer();
    void checksOnItsOwn();
    void fitsTheAnchorsOfTheJournal();
    void isNoneWithoutAnEntry();
    void findsEveryChangedByte();
    void findsWhatIsLeftOut();
    void readsItsOwnLinesOnly();

private:
    JournalKey m_key = JournalKey::make();
    QByteArray m_journal = sampleJournal(40, m_key);
    CustomerId m_customer{QStringLiteral("c-3")};
};

void TestJournalSlice::holdsOneCustomer()
{
    const auto slice = journalSlice(m_journal, m_customer);
    QVERIFY(slice);
    for (int other = 0; other < 7; ++other)
        QCOMPARE(slice->contains(QStringLiteral("\"c-%1\"").arg(other).toLatin1()), other == 3);
    // 3, 10, 17, 24, 31, 38, and the beginning.
    QCOMPARE(slice->count("\"kind\""), 7);
}

void TestJournalSlice::checksOnItsOwn()
{
    const auto slice = journalSlice(m_journal, m_customer);
    QVERIFY(slice);
    const JournalReport report = checkJournal(*slice);
    QVERIFY(report.isIntact());
    QVERIFY(report.isSlice);
    QCOMPARE(report.entries, 7);
    QCOMPARE(report.skipped, 30);
    QCOMPARE(report.lastSequence, 38u);
    QCOMPARE(report.publicKey, m_key.publicKey());
    QVERIFY(!checkJournal(m_journal).isSlice);
}

void TestJournalSlice::fitsTheAnchorsOfTheJournal()
{
    const auto slice = journalSlice(m_journal, m_customer);
    QVERIFY(slice);
    const QList<QByteArray> lines = linesOf(m_journal);
    // Of an entry that is shown, and of one that is hidden.
    for (const int sequence : {10, 20}) {
        const QByteArray hash = lines.at(sequence - 1).chopped(3).last(64);
        const JournalReport report = checkJournal(*slice, {{.sequence = quint64(sequence), .hash = hash}});
        QVERIFY(report.isIntact());
        QCOMPARE(report.anchored, 1);
    }
}

void TestJournalSlice::isNoneWithoutAnEntry()
{
    QVERIFY(!journalSlice(m_journal, CustomerId(QStringLiteral("c-9"))));
    QVERIFY(!journalSlice(m_journal, CustomerId()));
    QVERIFY(!journalSlice({}, m_customer));
    QVERIFY(!journalSlice("garbage\n\n{}", m_customer));
}

void TestJournalSlice::findsEveryChangedByte()
{
    const auto slice = journalSlice(m_journal, m_customer);
    QVERIFY(slice);
    // Every byte of the part before the last entry that is shown is under that entry's signature.
    for (qsizetype at = 0; at < slice->size(); at += 3) {
        QByteArray changed = *slice;
        changed[at] = static_cast<char>(changed.at(at) ^ 1);
        QVERIFY(!checkJournal(changed).isIntact() || checkJournal(changed).unfinished > 0);
    }
}

void TestJournalSlice::findsWhatIsLeftOut()
{
    const auto slice = journalSlice(m_journal, m_customer);
    QVERIFY(slice);
    const QList<QByteArray> lines = linesOf(*slice);
    for (int i = 1; i + 1 < lines.size(); ++i) {
        // The first entry with the line before it can be left out: a slice begins anywhere.
        QList<QByteArray> rest = lines;
        rest.removeAt(i);
        QVERIFY2(!checkJournal(rest.join()).isIntact(), qPrintable(QString::number(i)));
        rest.insert(i, lines.at(i));
        rest.insert(i, lines.at(i));
        QVERIFY2(!checkJournal(rest.join()).isIntact(), qPrintable(QString::number(i)));
    }
}

void TestJournalSlice::readsItsOwnLinesOnly()
{
    const QByteArray hash(64, 'a');
    QCOMPARE(readSliceLine("{\"skipped\":\"" + hash + "\"}"),
             std::optional(JournalSliceLine{.from = {}, .skipped = hash}));
    QCOMPARE(readSliceLine("{\"from\":17}"), std::optional(JournalSliceLine{.from = 17, .skipped = {}}));
    for (const QByteArray& line :
         {QByteArray(), QByteArray("{}"), QByteArray("{\"from\":}"), QByteArray("{\"from\":-1}"),
          QByteArray("{\"from\":01}"), QByteArray("{\"from\":1e3}"),
          QByteArray("{\"from\":9999999999999999}"), QByteArray("{\"skipped\":\"" + hash.toUpper() + "\"}"),
          QByteArray("{\"skipped\":\"\"}")})
        QVERIFY2(!readSliceLine(line), line.constData());
}

QTEST_APPLESS_MAIN(TestJournalSlice)
#include "tst_journalslice.moc"
