#include "review/journal/journalfixture.h"
#include "review/journal/journalslice.h"

#include <QRandomGenerator>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
constexpr int Entries = 1000;

/// What a whole check would find, from the place of the damage on: the check of a file is the check of its
/// lines one after the other, so nothing before the damage has to be looked at again.
QList<JournalFinding> found(JournalCheck check, std::initializer_list<QByteArrayView> lines)
{
    for (const QByteArrayView line : lines)
        check.take(line, 0);
    return check.report().findings;
}
} // namespace

/// Whatever is done to a journal of 1,000 entries is found, and where.
class TestJournalDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isIntact();
    void findsEveryChangedByte();
    void findsChangedBytesInTheWholeFile();
    void findsEveryDeletedEntry();
    void findsEverySwappedEntry();
    void findsEveryRepeatedEntry();
    void findsEveryCutBehindAnAnchor();
    void findsARewrittenJournal();
    void findsAForeignEntry();
    void saysWhatIsWrong();
    void survivesAnything_data();
    void survivesAnything();
    void survivesRandomBytes();

private:
    QByteArray without(int line) const;

    JournalKey m_key = JournalKey::make();
    QByteArray m_journal;
    QList<QByteArray> m_lines; ///< without their ends
    QList<qint64> m_offsets;
    QList<JournalCheck> m_before;  ///< the check as it stands before each line
    QList<JournalAnchor> m_anchor; ///< the head
};

void TestJournalDamage::initTestCase()
{
    m_journal = sampleJournal(Entries, m_key);
    JournalCheck check;
    qint64 offset = 0;
    for (const QByteArray& line : linesOf(m_journal)) {
        m_offsets << offset;
        m_lines << line.chopped(1);
        m_before << check;
        QVERIFY(check.take(m_lines.last(), offset));
        offset += line.size();
    }
    m_anchor = {{.sequence = Entries, .hash = check.finish().head}};
}

QByteArray TestJournalDamage::without(int line) const
{
    QByteArray rest = m_journal;
    return rest.remove(m_offsets.at(line), m_lines.at(line).size() + 1);
}

void TestJournalDamage::isIntact()
{
    const JournalReport report = checkJournal(m_journal, m_anchor);
    QVERIFY(report.isIntact());
    QCOMPARE(report.entries, Entries);
    QCOMPARE(report.anchored, 1);
    QCOMPARE(report.publicKey, m_key.publicKey());
    // An anchor without its number, and one in the middle.
    const QByteArray middle = m_lines.at(499).chopped(2).last(64);
    const JournalReport anchored = checkJournal(
        m_journal, {{.sequence = {}, .hash = m_anchor.first().hash}, {.sequence = 500, .hash = middle}});
    QVERIFY(anchored.isIntact());
    QCOMPARE(anchored.anchored, 2);
}

/// Each byte of each entry, in turn, becomes another one.
void TestJournalDamage::findsEveryChangedByte()
{
    QRandomGenerator random(1);
    qsizetype changed = 0;
    for (int i = 0; i < Entries; ++i) {
        QByteArray line = m_lines.at(i);
        for (qsizetype at = 0; at < line.size(); ++at) {
            const char was = line.at(at);
            line[at] = static_cast<char>(was ^ static_cast<char>(1 + random.bounded(255)));
            const QList<JournalFinding> findings = found(m_before.at(i), {line});
            if (findings.size() != 1 || findings.first().line != i + 1)
                QFAIL(qPrintable(QStringLiteral("byte %1 of entry %2").arg(at).arg(i + 1)));
            line[at] = was;
            ++changed;
        }
        // The end of the line too: two lines become one.
        if (i + 1 < Entries)
            QVERIFY(!found(m_before.at(i), {QByteArray(line + 'x' + m_lines.at(i + 1))}).isEmpty());
    }
    QCOMPARE(changed + Entries, m_journal.size());
}

/// The same through the whole file, here and there, with every value in the hash and in a signature.
void TestJournalDamage::findsChangedBytesInTheWholeFile()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 12; ++i) {
        QByteArray journal = m_journal;
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(journal.size())));
        journal[at] = static_cast<char>(journal.at(at) ^ static_cast<char>(1 + random.bounded(255)));
        const JournalReport report = checkJournal(journal, m_anchor);
        QVERIFY(!report.isIntact() || report.unfinished > 0);
        const qint64 line = m_journal.first(at).count('\n') + 1;
        if (report.isIntact()) {
            QCOMPARE(at, m_journal.size() - 1);
        } else {
            QCOMPARE(report.findings.first().line, line);
            QCOMPARE(report.findings.first().offset, m_offsets.at(line - 1));
        }
    }
    const qsizetype fromEnd[] = {3, 66, 80, 208};
    for (const qsizetype back : fromEnd) {
        for (int value = 0; value < 256; ++value) {
            QByteArray line = m_lines.at(7);
            const qsizetype at = line.size() - back;
            if (line.at(at) == static_cast<char>(value))
                continue;
            line[at] = static_cast<char>(value);
            QVERIFY(!found(m_before.at(7), {line}).isEmpty());
        }
    }
}

void TestJournalDamage::findsEveryDeletedEntry()
{
    for (int i = 0; i + 1 < Entries; ++i) {
        const QList<JournalFinding> findings = found(m_before.at(i), {m_lines.at(i + 1)});
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, i + 1);
        QCOMPARE(findings.first().fault, i == 0 ? JournalFault::NoBeginning : JournalFault::Missing);
    }
    // The last one only by the anchor.
    QVERIFY(checkJournal(without(Entries - 1)).isIntact());
    for (const int line : {0, 1, 499, 998, 999}) {
        const JournalReport report = checkJournal(without(line), m_anchor);
        QVERIFY(!report.isIntact());
        QCOMPARE(report.findings.first().fault, line == 0     ? JournalFault::NoBeginning
                                                : line == 999 ? JournalFault::AnchorAfterEnd
                                                              : JournalFault::Missing);
    }
}

void TestJournalDamage::findsEverySwappedEntry()
{
    QRandomGenerator random(3);
    for (int i = 0; i + 1 < Entries; ++i) {
        QVERIFY(!found(m_before.at(i), {m_lines.at(i + 1), m_lines.at(i)}).isEmpty());
        // With one from further down.
        const int other = i + 1 + random.bounded(Entries - i - 1);
        const QList<JournalFinding> findings = found(m_before.at(i), {m_lines.at(other)});
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, i + 1);
    }
}

void TestJournalDamage::findsEveryRepeatedEntry()
{
    QRandomGenerator random(4);
    for (int i = 0; i < Entries; ++i) {
        const QList<JournalFinding> findings = found(m_before.at(i), {m_lines.at(i), m_lines.at(i)});
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().fault, JournalFault::Repeated);
        QCOMPARE(findings.first().line, i + 2);
        if (i == 0)
            continue;
        // One from further up; the one right before is a repetition.
        const int other = random.bounded(i);
        const QList<JournalFinding> earlier = found(m_before.at(i), {m_lines.at(other)});
        QCOMPARE(earlier.size(), 1);
        QCOMPARE(earlier.first().fault, other == i - 1 ? JournalFault::Repeated : JournalFault::OutOfOrder);
    }
}

void TestJournalDamage::findsEveryCutBehindAnAnchor()
{
    for (int i = 1; i < Entries; ++i) {
        // As it would be after the first i entries.
        JournalCheck cut = m_before.at(i);
        const JournalReport report = cut.finish();
        QVERIFY(report.isIntact());
        QCOMPARE(report.lastSequence, quint64(i));
    }
    for (const int entries : {0, 1, 500, 999}) {
        const QByteArray cut = m_journal.first(m_offsets.at(entries));
        QVERIFY(!checkJournal(cut, m_anchor).isIntact());
        QVERIFY(!checkJournal(cut, {{.sequence = {}, .hash = m_anchor.first().hash}}).isIntact());
    }
    // In the middle of an entry.
    const JournalReport report = checkJournal(m_journal.chopped(10), m_anchor);
    QCOMPARE(report.findings.first().fault, JournalFault::AnchorAfterEnd);
    QVERIFY(report.unfinished > 0);
}

/// Whoever has the key can write another history. It fits by itself, but not to an anchor.
void TestJournalDamage::findsARewrittenJournal()
{
    const QByteArray rewritten = sampleJournal(Entries + 5, m_key).replace("REJECT", "APPROVE");
    QVERIFY(!checkJournal(rewritten).isIntact());
    const JournalKey other = JournalKey::make();
    const QByteArray forged = sampleJournal(Entries + 5, other);
    QVERIFY(checkJournal(forged).isIntact());
    const JournalReport report = checkJournal(forged, m_anchor);
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.first().fault, JournalFault::AnchorDiffers);
    QCOMPARE(checkJournal(forged, {{.sequence = {}, .hash = m_anchor.first().hash}}).findings.first().fault,
             JournalFault::AnchorNotFound);
}

/// An entry that fits in every way but its signature, and one that is signed but knows another past.
void TestJournalDamage::findsAForeignEntry()
{
    const auto last = readJournalLine(m_lines.at(499), m_key.publicKey());
    QVERIFY(last);
    JournalEntry entry = *last;
    entry.sequence = 501;
    entry.previous = last->hash;
    const QByteArray forged = writeJournalLine(entry, JournalKey::make()).chopped(1);
    QCOMPARE(found(m_before.at(500), {forged}).first().fault, JournalFault::NotSigned);
    const QByteArray own = writeJournalLine(entry, m_key).chopped(1);
    QVERIFY(found(m_before.at(500), {own}).isEmpty());
    // What followed the entry that was put in place of another does not follow it.
    const QList<JournalFinding> findings = found(m_before.at(500), {own, m_lines.at(501)});
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().fault, JournalFault::Unlinked);
}

void TestJournalDamage::saysWhatIsWrong()
{
    QByteArray journal = m_journal;
    journal.replace(m_offsets.at(9), 1, "x");
    journal.remove(m_offsets.at(19), m_lines.at(19).size() + 1);
    const JournalReport report = checkJournal(journal);
    QCOMPARE(report.findings, (QList<JournalFinding>{
                                  {.fault = JournalFault::Edited,
                                   .line = 10,
                                   .offset = m_offsets.at(9),
                                   .sequence = {},
                                   .expected = 10},
                                  {.fault = JournalFault::Missing,
                                   .line = 20,
                                   .offset = m_offsets.at(19),
                                   .sequence = 21,
                                   .expected = 20},
                              }));
    QCOMPARE(report.entries, Entries - 2);
    // A great many are not listed.
    const JournalReport garbage = checkJournal(m_lines.first() + '\n' + QByteArray(5000, '\n'));
    QCOMPARE(garbage.findings.size(), JournalCheck::MaxFindings);
    QVERIFY(garbage.more);
}

void TestJournalDamage::survivesAnything_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("no line") << QByteArray("{");
    QTest::newRow("zeros") << QByteArray(1'000'000, '\0');
    QTest::newRow("a long line") << QByteArray(10'000'000, 'x') + '\n';
    QTest::newRow("deep") << QByteArray(15'000, '[') + QByteArray(400, 'a') + '\n';
    QTest::newRow("only the mark of a slice") << JournalSliceMark.toByteArray() + '\n';
    QTest::newRow("a slice of nothing") << JournalSliceMark.toByteArray() +
                                               "\n{\"from\":999999999999999}\n{\"skipped\":\"" +
                                               QByteArray(64, 'a') + "\"}\n";
    QTest::newRow("marks only") << (JournalSliceMark.toByteArray() + '\n').repeated(1000);
}

void TestJournalDamage::survivesAnything()
{
    QFETCH(const QByteArray, bytes);
    const JournalReport report = checkJournal(bytes, m_anchor);
    QVERIFY(!report.isIntact());
    QCOMPARE(report.entries, 0);
    QCOMPARE(report.anchored, 0);
}

/// Lines that are signed by whoever made them and nested, huge or wrong inside.
void TestJournalDamage::survivesRandomBytes()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 1000; ++i) {
        QByteArray journal = m_journal.first(m_offsets.at(3));
        const int times = 1 + random.bounded(8);
        for (int j = 0; j < times; ++j) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(journal.size())));
            switch (random.bounded(3)) {
            case 0:
                journal.insert(at, static_cast<char>(random.bounded(256)));
                break;
            case 1:
                journal.remove(at, 1 + random.bounded(40));
                break;
            default:
                journal[at] = static_cast<char>(random.bounded(256));
            }
        }
        if (journal == m_journal.first(m_offsets.at(3)))
            continue;
        const JournalReport report = checkJournal(journal, m_anchor);
        QVERIFY(!report.isIntact());
    }
}

QTEST_APPLESS_MAIN(TestJournalDamage)
#include "tst_journaldamage.moc"
