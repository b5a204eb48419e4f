#include "review/journal/journalfixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
constexpr int Kills = 200;
constexpr int KillsOfOneJournal = 10;
constexpr int Minute = 60'000;
} // namespace

/// A console is killed while it writes, again and again.
class TestJournalKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesKills();
    void takesTurnsInTwoProcesses();
};

void TestJournalKill::survivesKills()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("FINHUB_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::system()->generate();
    qInfo("FINHUB_SEED=%u", seed);
    QRandomGenerator random(seed);
    int unfinished = 0;
    int told = 0;
    std::unique_ptr<JournalFixture> fixture;
    QList<JournalAnchor> anchors;
    for (int kill = 0; kill < Kills; ++kill) {
        if (kill % KillsOfOneJournal == 0) {
            fixture = std::make_unique<JournalFixture>();
            anchors.clear();
        }
        // Every second one by its own hand, in the middle of a call; the others from outside, at any moment.
        const bool own = kill % 2 == 0;
        QProcess writer;
        writer.start(
            QStringLiteral(JOURNAL_WRITER),
            {fixture->file, fixture->keyFile, QString::number(own ? random.bounded(1u, 1'000'000u) : 0)});
        QVERIFY(writer.waitForStarted(Minute));
        QByteArray output;
        if (!own) {
            const auto heads = static_cast<qsizetype>(random.bounded(6));
            while (output.count('\n') < heads) {
                QVERIFY(writer.waitForReadyRead(Minute));
                output += writer.readAllStandardOutput();
            }
            const qint64 moment = random.bounded(4'000'000);
            QElapsedTimer timer;
            timer.start();
            while (timer.nsecsElapsed() < moment) {
            }
            writer.kill();
        }
        QVERIFY(writer.waitForFinished(Minute));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        output += writer.readAllStandardOutput();
        for (const QByteArray& head : output.split('\n')) {
            if (head.size() == 64)
                anchors << JournalAnchor{.sequence = {}, .hash = head};
        }
        told += static_cast<int>(output.count('\n'));

        const QByteArray content = fixture->content();
        if (!content.contains('\n')) {
            QVERIFY(anchors.isEmpty());
            continue;
        }
        // Whatever append() has promised is there, and nothing else is wrong than the last entry's end.
        const JournalReport report = checkJournal(content, anchors);
        QVERIFY(report.isIntact());
        QCOMPARE(report.anchored, anchors.size());
        unfinished += report.unfinished > 0 ? 1 : 0;
        if (kill % KillsOfOneJournal == KillsOfOneJournal - 1) {
            QVERIFY(fixture->journal.append(sampleEvent(kill)));
            const JournalReport mended = fixture->check(anchors);
            QVERIFY(mended.isIntact());
            QCOMPARE(mended.unfinished, 0);
            QVERIFY(fixture->names(QStringLiteral("journal-test.jsonl.damaged-")).isEmpty());
        }
    }
    qInfo("%d kills, %d entries promised, %d left unfinished", Kills, told, unfinished);
    // Else nothing was tried.
    QVERIFY(unfinished > 0);
    QVERIFY(told > Kills);
}

void TestJournalKill::takesTurnsInTwoProcesses()
{
    JournalFixture fixture;
    QProcess writers[3];
    for (QProcess& writer : writers)
        writer.start(QStringLiteral(JOURNAL_WRITER), {fixture.file, fixture.keyFile, QStringLiteral("0")});
    QList<JournalAnchor> anchors;
    for (QProcess& writer : writers) {
        QByteArray output;
        while (output.count('\n') < 20) {
            QVERIFY(writer.waitForReadyRead(Minute));
            output += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(Minute));
        output += writer.readAllStandardOutput();
        for (const QByteArray& head : output.split('\n')) {
            if (head.size() == 64)
                anchors << JournalAnchor{.sequence = {}, .hash = head};
        }
    }
    const JournalReport report = fixture.check(anchors);
    QVERIFY(report.isIntact());
    QCOMPARE(report.anchored, anchors.size());
    QVERIFY(fixture.names(QStringLiteral("journal-test.jsonl.damaged-")).isEmpty());
}

QTEST_GUILESS_MAIN(TestJournalKill)
#include "tst_journalkill.moc"
