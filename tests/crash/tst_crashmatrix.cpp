#include "crash/checker.h"
#include "crash/consoleparts.h"
#include "crash/sandboxprobe.h"
#include "review/outbox/decisionnotes.h"
#include "sandbox/sandboxserver.h"
#include "support/outcome.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <memory>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
constexpr int Repetitions = 5;
constexpr int Parallel = 2;
constexpr std::array Behaviours{"normal", "drop-before", "drop-after", "delay",
                                "truncate", "409",        "412",        "5xx"};

/// One console that is killed at one point, against one behaviour of FinHub, and what it left behind.
struct Run {
    KillPoint point = KillPoint::Never;
    QByteArray name; ///< "after-send × truncate #3"
    QByteArray fault;
    VerificationId verification;
    CustomerId customer;
    Verdict verdict = Verdict::Approve;
    QString notes;
    int killAfter = 0; ///< milliseconds
    QString folder;
    QList<HistoryEntry> history;
};

QByteArray faultOf(const QByteArray& behaviour, QRandomGenerator& random)
{
    if (behaviour == "drop-before")
        return R"("drop":"before")";
    if (behaviour == "drop-after")
        return R"("drop":"after")";
    if (behaviour == "delay")
        return R"("delayMs":)" + QByteArray::number(random.bounded(20, 250));
    if (behaviour == "truncate")
        return R"("truncate":)" + QByteArray::number(random.bounded(0, 200));
    if (behaviour == "409" || behaviour == "412")
        return R"("status":)" + behaviour;
    if (behaviour == "5xx")
        return R"("status":)" + QByteArray::number(500 + random.bounded(0, 4)) + R"(,"times":)" +
               QByteArray::number(random.bounded(1, 3));
    return {};
}

quint32 seedOfRun()
{
    bool given = false;
    const uint seed = qEnvironmentVariable("FINHUB_CRASH_SEED").toUInt(&given);
    return given ? seed : QRandomGenerator::global()->generate();
}
} // namespace

/// A decision survives a pulled plug: it is neither lost nor doubled, and what the console says of it is true.
/// The killed process is the program `finhub-crash-console`: outbox, desk, decision and client of the console
/// with a real socket, but no window, since what is killed is killed below the widgets, and a process takes a
/// tenth of the time to start. A power cut also loses what the system has not written yet; that is what the
/// outbox syncs for, and it is not played here.
class TestCrashMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checkerFindsWhatIsWrong();
    void losesAndDoublesNothing();

private:
    void planRuns(QRandomGenerator& random);
    void crashAll();
    void startNext();
    void crashed(Run& run, QProcess& process);
    void settle(Run& run);
    static QList<HistoryEntry> readHistory(const QString& file);

    sandbox::SandboxServer m_sandbox{[] {
        sandbox::SandboxOptions options;
        options.customers = 1600;
        return options;
    }()};
    QUrl m_url;
    QTemporaryDir m_folder;
    std::deque<Run> m_runs;
    std::size_t m_next = 0;
    int m_running = 0;
    QStringList m_failures;
};

void TestCrashMatrix::initTestCase()
{
    const Result<QUrl> url = m_sandbox.start();
    QVERIFY(url);
    m_url = *url;
}

void TestCrashMatrix::checkerFindsWhatIsWrong()
{
    const QByteArray key = "5f0c7f5e-1c4f-4f3c-9a53-0d4b5f7a9e21";
    const VerificationId id(QStringLiteral("v-1"));
    const LedgerEntry commit{id, "{}", key, 200, true};
    const LedgerEntry refusal{id, "{}", key, 412, false};
    Verification open;
    open.status = VerificationStatus::InProgress;
    Verification approved;
    approved.status = VerificationStatus::Approved;
    approved.notes = *composeNotes({}, key, {});
    Verification foreign = approved;
    foreign.notes.clear();

    QVERIFY(violations({{"applied", key}}, {commit}, approved).isEmpty());
    QVERIFY(violations({{"unknown", key}, {"applied", key}}, {refusal, commit}, approved).isEmpty());
    QVERIFY(violations({{"refused", key}}, {refusal}, open).isEmpty());
    QVERIFY(violations({}, {}, open).isEmpty());

    QVERIFY(!violations({{"applied", key}}, {commit, commit}, approved).isEmpty());
    QVERIFY(!violations({{"applied", key}}, {refusal}, open).isEmpty());
    QVERIFY(!violations({{"refused", key}}, {commit}, approved).isEmpty());
    QVERIFY(!violations({{"not-sent", key}}, {commit}, approved).isEmpty());
    QVERIFY(!violations({{"unknown", key}}, {refusal}, open).isEmpty());
    QVERIFY(!violations({}, {commit}, approved).isEmpty());
    QVERIFY(!violations({{"applied", key}}, {commit}, foreign).isEmpty());
    QVERIFY(!violations({{"applied", key}}, {commit}, open).isEmpty());
    LedgerEntry another = commit;
    another.key = "11111111-2222-4333-8444-555555555555";
    QVERIFY(!violations({{"applied", key}, {"applied", another.key}}, {commit, another}, approved).isEmpty());
    another.key.clear();
    QVERIFY(!violations({}, {another}, approved).isEmpty());
}

void TestCrashMatrix::losesAndDoublesNothing()
{
    const quint32 seed = seedOfRun();
    qInfo("seed %u (FINHUB_CRASH_SEED=%u repeats it)", seed, seed);
    QRandomGenerator random(seed);
    planRuns(random);
    QVERIFY(m_runs.size() >= std::size_t(40 * Repetitions));
    QElapsedTimer clock;
    clock.start();
    crashAll();
    qInfo("%d consoles killed in %lld ms", int(m_runs.size()), clock.restart());
    for (Run& run : m_runs)
        settle(run);
    qInfo("settled in %lld ms", clock.restart());

    ConsoleParts reader(m_folder.filePath(QStringLiteral("reader")), {}, std::chrono::seconds(30));
    const Outcome session(reader.client.signIn(officerProfile(m_url), officerSecrets()));
    QTRY_VERIFY_WITH_TIMEOUT(session.hasValue(), Patience);
    QHash<VerificationId, QList<LedgerEntry>> ledger;
    for (const LedgerEntry& entry : SandboxProbe(m_url).ledger())
        ledger[entry.verification] << entry;
    int committed = 0;
    for (const Run& run : m_runs) {
        const Outcome end(reader.client.verification(run.verification));
        QTRY_VERIFY_WITH_TIMEOUT(end.hasValue(), Patience);
        const QList<LedgerEntry> entries = ledger.value(run.verification);
        for (const QString& wrong : violations(run.history, entries, *end))
            m_failures << QString::fromLatin1(run.name) + QStringLiteral(": ") + wrong;
        committed += int(std::count_if(entries.begin(), entries.end(),
                                       [](const LedgerEntry& entry) { return entry.committed; }));
    }
    qInfo("%d decisions committed", committed);
    QVERIFY2(m_failures.isEmpty(), qPrintable(m_failures.join(u'\n')));
    // Otherwise nothing has been shown.
    QVERIFY(committed > int(m_runs.size()) / 3);
    QVERIFY(committed < int(m_runs.size()));
}

void TestCrashMatrix::planRuns(QRandomGenerator& random)
{
    ConsoleParts reader(m_folder.filePath(QStringLiteral("planner")), {}, std::chrono::seconds(30));
    const Outcome session(reader.client.signIn(officerProfile(m_url), officerSecrets()));
    QTRY_VERIFY_WITH_TIMEOUT(session.hasValue(), Patience);
    DirectoryQuery query;
    query.stages = {Stage::Approval};
    query.risks = {RiskLevel::Low, RiskLevel::Medium};
    const Outcome cases(reader.client.directory(query, 0, 1000));
    QTRY_VERIFY_WITH_TIMEOUT(cases.hasValue(), Patience);
    QList<DirectoryEntry> free = cases->rows.items;

    const SandboxProbe probe(m_url);
    for (int repetition = 1; repetition <= Repetitions; ++repetition) {
        for (const auto& [point, pointName] : KillPoints) {
            for (const QByteArray behaviour : Behaviours) {
                QVERIFY(!free.isEmpty());
                const DirectoryEntry entry = free.takeFirst();
                Run run;
                run.point = point;
                run.name = QByteArray(pointName) + " x " + behaviour + " #" + QByteArray::number(repetition);
                run.fault = faultOf(behaviour, random);
                run.verification = entry.verification->id;
                run.customer = entry.id;
                run.verdict = WireNames<Verdict>::table[random.bounded(3)].first;
                // Words are gone after a crash; without words it can be sent again as it was.
                run.notes = random.bounded(3) == 0 ? QStringLiteral("Seen by me") : QString();
                run.killAfter = random.bounded(0, 40);
                run.folder = m_folder.filePath(QStringLiteral("run-%1").arg(m_runs.size()));
                if (!run.fault.isEmpty())
                    probe.arm(run.verification, run.fault);
                m_runs.push_back(std::move(run));
            }
        }
    }
}

void TestCrashMatrix::crashAll()
{
    for (int i = 0; i < Parallel; ++i)
        startNext();
    QTRY_VERIFY_WITH_TIMEOUT(m_running == 0 && m_next == m_runs.size(), 400'000);
}

void TestCrashMatrix::startNext()
{
    if (m_next == m_runs.size())
        return;
    Run& run = m_runs[m_next++];
    QDir().mkpath(run.folder);
    const auto pointName = std::find_if(KillPoints.begin(), KillPoints.end(),
                                        [&run](const auto& entry) { return entry.first == run.point; });
    auto* process = new QProcess(this);
    process->setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/finhub-crash-console"));
    process->setArguments({QStringLiteral("--url"), m_url.toString(), QStringLiteral("--folder"), run.folder,
                           QStringLiteral("--history"), run.folder + QStringLiteral("/history"),
                           QStringLiteral("--verification"), run.verification.text(),
                           QStringLiteral("--customer"), run.customer.text(), QStringLiteral("--verdict"),
                           WireValue<Verdict>::nameOf(run.verdict), QStringLiteral("--notes"), run.notes,
                           QStringLiteral("--kill"), QLatin1String(pointName->second),
                           QStringLiteral("--after"), QString::number(run.killAfter)});
    connect(process, &QProcess::errorOccurred, this, [](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            qFatal("finhub-crash-console does not start");
    });
    connect(process, &QProcess::finished, this, [this, &run, process] {
        crashed(run, *process);
        process->deleteLater();
        --m_running;
        startNext();
    });
    ++m_running;
    process->start();
}

void TestCrashMatrix::crashed(Run& run, QProcess& process)
{
    const bool killed = process.exitStatus() == QProcess::CrashExit;
    if (killed != (run.point != KillPoint::Never) || (!killed && process.exitCode() != 0))
        m_failures << QStringLiteral("%1: the console ended by itself, %2 (%3)")
                          .arg(QLatin1String(run.name))
                          .arg(process.exitCode())
                          .arg(QString::fromUtf8(process.readAllStandardError()));
    run.history = readHistory(run.folder + QStringLiteral("/history"));
}

/// The console is started again: new client, new session, new key for words, the same disk.
void TestCrashMatrix::settle(Run& run)
{
    ConsoleParts parts(run.folder, {}, std::chrono::seconds(10));
    connect(&parts.desk, &DecisionDesk::decided, this,
            [&run](const DecisionRequest& request, const DecisionOutcome& outcome) {
                run.history.append({wordOf(outcome), request.idempotencyKey});
            });
    const Outcome session(parts.finhub.signIn(officerProfile(m_url), officerSecrets()));
    QTRY_VERIFY_WITH_TIMEOUT(session.hasValue(), Patience);
    for (int look = 0; look < 20 && parts.desk.decisionOn(run.verification); ++look) {
        QTRY_VERIFY_WITH_TIMEOUT(parts.desk.running() == 0, Patience);
        const Decision* left = parts.desk.decisionOn(run.verification);
        if (!left)
            break;
        if (left->isNotSent()) {
            QVERIFY(parts.desk.closeByPerson(run.verification));
        } else if (left->mayDecideAgain()) {
            // Only because of the words.
            QVERIFY2(left->isTextLost(), run.name.constData());
            const Outcome shown(parts.finhub.verification(run.verification));
            QTRY_VERIFY_WITH_TIMEOUT(shown.hasValue(), Patience);
            DecisionRequest again = left->request();
            again.comment = standardComment(again.verdict, again.reasonCodes);
            again.notes = QStringLiteral("Typed again");
            QVERIFY(parts.desk.submit(again, *shown));
        } else {
            parts.desk.checkAgain();
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(parts.desk.running() == 0, Patience);
    if (parts.desk.decisionOn(run.verification))
        m_failures << QString::fromLatin1(run.name) + QStringLiteral(": stays open");
    if (!QDir(parts.outbox.folder()).entryList({QStringLiteral("*.intent")}).isEmpty())
        m_failures << QString::fromLatin1(run.name) + QStringLiteral(": a file is left");
}

QList<HistoryEntry> TestCrashMatrix::readHistory(const QString& name)
{
    QList<HistoryEntry> history;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return history;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() == 2)
            history.append({parts.at(0), parts.at(1)});
    }
    return history;
}

QTEST_MAIN(TestCrashMatrix)
#include "tst_crashmatrix.moc"
