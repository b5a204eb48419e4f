#include "app/journalverification.h"
#include "review/journal/journalfixture.h"
#include "review/pack/evidencepack.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace finhub;
using namespace finhub::app;
using namespace finhub::review;
using namespace finhub::test;

namespace {
struct Told {
    VerificationEnd end;
    QString text;
};

Told verify(const QString& file, const QList<JournalAnchor>& anchors = {})
{
    QString text;
    QTextStream out(&text);
    const VerificationEnd end = verifyJournal(file, anchors, out);
    out.flush();
    return {end, text};
}

QByteArray hashOf(const QByteArray& journal, int entry)
{
    return linesOf(journal).at(entry - 1).chopped(3).last(64);
}
} // namespace

class TestJournalVerification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnchors_data();
    void readsAnchors();
    void saysThatAJournalIsIntact();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void agreesWithTheCheckOfBytes();
    void cannotReadEverything();
    void checksAPack();
    void needsNoDisplay();

private:
    QString write(const QByteArray& bytes);

    QTemporaryDir m_folder;
    JournalKey m_key = JournalKey::make();
    QByteArray m_journal = sampleJournal(20, m_key);
    int m_files = 0;
};

QString TestJournalVerification::write(const QByteArray& bytes)
{
    const QString file = m_folder.filePath(QStringLiteral("journal-%1").arg(m_files++));
    return setContent(file, bytes) ? file : QString();
}

void TestJournalVerification::readsAnchors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    const QString hash(64, u'a');
    QTest::newRow("hash") << hash << true;
    QTest::newRow("with its number") << QStringLiteral("7:") + hash << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("short") << hash.chopped(1) << false;
    QTest::newRow("long") << hash + u'a' << false;
    QTest::newRow("no hash") << QString(64, u'g') << false;
    QTest::newRow("no number") << QStringLiteral("x:") + hash << false;
    QTest::newRow("an empty number") << QStringLiteral(":") + hash << false;
    QTest::newRow("a negative number") << QStringLiteral("-1:") + hash << false;
    QTest::newRow("not Latin") << QString(64, QChar(0x661)) << false;
}

void TestJournalVerification::readsAnchors()
{
    QFETCH(const QString, text);
    QFETCH(const bool, ok);
    QCOMPARE(readAnchor(text).has_value(), ok);
}

void TestJournalVerification::saysThatAJournalIsIntact()
{
    const QString file = write(m_journal);
    const Told told = verify(file);
    QCOMPARE(told.end, VerificationEnd::Intact);
    QVERIFY(told.text.contains(QStringLiteral("Entries: 20\n")));
    QVERIFY(told.text.contains(QLatin1String("20:" + hashOf(m_journal, 20))));
    QVERIFY(told.text.contains(QStringLiteral("Without an anchor")));
    const Told anchored = verify(file, {{.sequence = 20, .hash = hashOf(m_journal, 20)}});
    QCOMPARE(anchored.end, VerificationEnd::Intact);
    QVERIFY(anchored.text.contains(QStringLiteral("Anchors that fit: 1 of 1")));
    QVERIFY(!anchored.text.contains(QStringLiteral("Without an anchor")));
    const Told torn = verify(write(m_journal + m_journal.first(100)));
    QCOMPARE(torn.end, VerificationEnd::Intact);
    QVERIFY(torn.text.contains(QStringLiteral("unfinished, as a power cut leaves it (100 bytes)")));
}

void TestJournalVerification::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("journal");
    QTest::addColumn<QString>("sentence");
    const QList<QByteArray> lines = linesOf(m_journal);
    const auto row = [](const char* name, const QList<QByteArray>& changed, const char* sentence) {
        QTest::newRow(name) << changed.join() << QString::fromUtf8(sentence);
    };
    QList<QByteArray> changed = lines;
    changed[4].replace("REJECT", "ACCEPT");
    row("edited", changed, "Entry 5 was changed");
    changed = lines;
    changed.removeAt(4);
    row("deleted", changed, "Entry 5 is missing before entry 6.");
    changed.removeAt(4);
    row("several deleted", changed, "Entries 5 to 6 are missing before entry 7.");
    changed = lines;
    changed.insert(4, lines.at(3));
    row("repeated", changed, "Line 5, byte ");
    row("repeated, again", changed, "Entry 4 stands here once more.");
    changed = lines;
    changed.swapItemsAt(4, 5);
    row("swapped", changed, "Entry 5 does not belong here");
    changed = lines;
    changed[4] = "{}\n";
    row("no entry", changed, "This line is no entry. Entry 5 should stand here.");
    changed[4] = QByteArray(100'000, 'x') + '\n';
    row("a long line", changed, "longer than any that a console writes");
    changed = lines;
    changed.removeFirst();
    row("without a beginning", changed, "The first entry is missing");
    row("empty", {}, "There is no entry in this file.");
    changed = lines;
    changed.removeLast();
    row("cut", changed, "The journal ends before entry 20, which is anchored: it was cut.");
    row("written anew", {sampleJournal(20, JournalKey::make())},
        "Entry 20 is another than the anchored one: the journal was rewritten.");
}

void TestJournalVerification::saysWhatIsWrong()
{
    QFETCH(const QByteArray, journal);
    QFETCH(const QString, sentence);
    const Told told = verify(write(journal), {{.sequence = 20, .hash = hashOf(m_journal, 20)}});
    QCOMPARE(told.end, VerificationEnd::Broken);
    QVERIFY2(told.text.contains(sentence), qPrintable(told.text));
    QVERIFY(told.text.endsWith(QStringLiteral("The journal is NOT intact.\n")));
}

/// Reading line by line finds what the check of all bytes finds.
void TestJournalVerification::agreesWithTheCheckOfBytes()
{
    for (const QByteArray& damage :
         {QByteArray("\n"), QByteArray("{\n"), QByteArray(MaxJournalLine - 2, 'x') + '\n',
          QByteArray(MaxJournalLine - 1, 'x') + '\n', QByteArray(MaxJournalLine, 'x') + '\n',
          QByteArray(MaxJournalLine + 1, 'x') + '\n', QByteArray(5 * MaxJournalLine, 'x') + '\n'}) {
        const QByteArray journal = linesOf(m_journal).first() + damage + linesOf(m_journal).mid(2).join();
        const QStringList expected = journalReportText(checkJournal(journal), 0);
        const Told told = verify(write(journal));
        QCOMPARE(told.text, expected.join(u'\n') + u'\n');
    }
}

void TestJournalVerification::cannotReadEverything()
{
    QCOMPARE(verify(m_folder.filePath(QStringLiteral("nothing"))).end, VerificationEnd::NotChecked);
    QCOMPARE(verify(m_folder.path()).end, VerificationEnd::NotChecked);
}

void TestJournalVerification::checksAPack()
{
    JournalFixture fixture;
    const CustomerId customer(QStringLiteral("c-1"));
    const QList<PackFile> files{{.name = packname::Record, .content = "{}"}};
    const PackFile contents = packContents(files, customer);
    QVERIFY(fixture.journal.append({.kind = JournalKind::Exported,
                                    .officer = QStringLiteral("o"),
                                    .customer = customer,
                                    .detail = QString::fromLatin1(packHash(contents.content))}));
    const PackFile journal{.name = packname::Journal,
                           .content = fixture.journal.slice(customer).value_or(QByteArray())};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Told told = verify(write(zipPack(files + QList{contents, journal}, now)));
    QCOMPARE(told.end, VerificationEnd::Intact);
    QVERIFY(told.text.contains(QStringLiteral("The evidence pack is intact.")));
    const QList<PackFile> changed{{.name = packname::Record, .content = "{\"a\":1}"}};
    const Told broken = verify(write(zipPack(changed + QList{contents, journal}, now)));
    QCOMPARE(broken.end, VerificationEnd::Broken);
    QVERIFY(broken.text.contains(QStringLiteral("record.json was changed.")));
    QCOMPARE(verify(write("PK\x03\x04 and no more")).end, VerificationEnd::Broken);
}

/// The program itself, with no display to be had and no folder to write to.
void TestJournalVerification::needsNoDisplay()
{
    const auto run = [](const QStringList& arguments) {
        QProcess program;
        QProcessEnvironment nothing;
        nothing.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        nothing.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        nothing.insert(QStringLiteral("ASAN_OPTIONS"), qEnvironmentVariable("ASAN_OPTIONS"));
        program.setProcessEnvironment(nothing);
        program.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-console"), arguments);
        return program.waitForFinished(60'000) && program.exitStatus() == QProcess::NormalExit
                   ? program.exitCode()
                   : -1;
    };
    const QString option = QStringLiteral("--verify-journal");
    const QString file = write(m_journal);
    QCOMPARE(run({option, file}), 0);
    QCOMPARE(run({option, file, QStringLiteral("--anchor"), QLatin1String(hashOf(m_journal, 7))}), 0);
    QCOMPARE(run({option, file, QStringLiteral("--anchor"), QString(64, u'0')}), 1);
    QCOMPARE(run({option, write(m_journal.mid(1))}), 1);
    QCOMPARE(run({option, QStringLiteral("/nothing/here")}), 2);
    QCOMPARE(run({option, file, QStringLiteral("--anchor"), QStringLiteral("x")}), 2);
}

QTEST_GUILESS_MAIN(TestJournalVerification)
#include "tst_journalverification.moc"
