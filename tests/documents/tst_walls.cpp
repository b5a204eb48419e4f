#include "documents/workerprotocol.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

using finhub::documents::WorkerExit;

namespace {

// Asked here a second time, so that a worker that says none is believed by nobody.
int landlockOfTheKernel()
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0UL, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? static_cast<int>(version) : 0;
}

// Landlock refuses these from so many on.
constexpr int Files = 1;
constexpr int Truncating = 3;
constexpr int Network = 4;
constexpr int Signals = 6;

} // namespace

/// What a worker that has been taken over can still do: wallprobe stands behind the same walls and tries;
/// behind both rings, and behind either alone, so that none of them leans on the other.
class TestWalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attempts_data();
    void attempts();
    void withoutWallsTheySucceed_data();
    void withoutWallsTheySucceed();
    void diesWithItsParent();
    void idleWorkerEndsWithTheConsole();
    void startedByHandItDoesNothing();
    void reportsWhatStands();
    void refusesWithoutWalls();

private:
    enum class End { Refused, BySystemCall, ByCpuLimit };
};

void TestWalls::attempts_data()
{
    QTest::addColumn<QString>("rings");
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("alsoSanitized");
    QTest::addColumn<int>("landlock");
    const auto row = [](const char* rings, const char* name, End end, bool alsoSanitized, int landlock = 0) {
        QTest::addRow("%s: %s", rings, name) << QString::fromLatin1(rings) << QString::fromLatin1(name)
                                             << static_cast<int>(end) << alsoSanitized << landlock;
    };
    row("both", "nothing", End::Refused, true);
    row("both", "sort", End::Refused, true);
    row("both", "memory", End::Refused, false);
    row("both", "cpu", End::ByCpuLimit, true);
    row("both", "grow-open-file", End::BySystemCall, false);
    row("both", "write-beyond-the-answer", End::Refused, true);
    for (const char* rings : {"both", "inner"}) {
        for (const char* name : {"read-file", "write-file", "create-file"})
            row(rings, name, End::Refused, false);
        for (const char* name : {"socket", "unix-socket", "fork", "execute", "trace", "kill-parent",
                                 "executable-memory", "remove-file", "truncate-file"})
            row(rings, name, End::BySystemCall, false);
    }
    for (const char* name : {"read-file", "read-file-in-thread", "write-file", "create-file",
                             "list-directory", "make-directory", "remove-file", "execute"})
        row("outer", name, End::Refused, false, Files);
    row("outer", "truncate-file", End::Refused, false, Truncating);
    row("outer", "listen", End::Refused, false, Network);
    row("outer", "kill-parent", End::Refused, false, Signals);
    row("outer", "trace-parent", End::Refused, false, Files);
    row("outer", "memory", End::Refused, false);
    row("outer", "many-descriptors", End::Refused, false);
    row("outer", "raise-its-limit", End::Refused, true);
    row("outer", "dump-core", End::Refused, true);
}

void TestWalls::attempts()
{
    QFETCH(QString, rings);
    QFETCH(QString, attempt);
    QFETCH(bool, alsoSanitized);
    QFETCH(int, end);
    QFETCH(int, landlock);
#ifdef FINHUB_SANITIZED
    if (!alsoSanitized)
        QSKIP("left out of sanitized builds; see raiseOuterWalls()");
#else
    Q_UNUSED(alsoSanitized)
#endif
    if (landlock > landlockOfTheKernel())
        QSKIP("the Landlock of this kernel cannot refuse that, if it has one; the inner walls alone do");
    QTemporaryFile file;
    QVERIFY(file.open());
    QProcess probe;
    probe.start(QStringLiteral(WALL_PROBE), {attempt, file.fileName(), rings});
    QVERIFY(probe.waitForFinished(240'000)); // 5 s of CPU time may be long on a busy machine

    switch (static_cast<End>(end)) {
    case End::Refused:
        QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
        QCOMPARE(probe.exitCode(), 0);
        break;
    case End::BySystemCall: // QProcess gives the signal as the exit code of a crash
        QCOMPARE(probe.exitStatus(), QProcess::CrashExit);
        QCOMPARE(probe.exitCode(), SIGSYS);
        break;
    case End::ByCpuLimit:
        QCOMPARE(probe.exitStatus(), QProcess::CrashExit);
        QVERIFY(probe.exitCode() == SIGKILL || probe.exitCode() == SIGXCPU);
        break;
    }
    QVERIFY(QFile::exists(file.fileName()));
    QCOMPARE(file.size(), 0);
}

void TestWalls::withoutWallsTheySucceed_data()
{
    QTest::addColumn<QString>("attempt");
    for (const char* name :
         {"read-file", "read-file-in-thread", "write-file", "create-file", "grow-open-file",
          "write-beyond-the-answer", "list-directory", "make-directory", "remove-file", "truncate-file",
          "listen", "socket", "unix-socket", "fork", "kill-parent", "executable-memory", "many-descriptors"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Otherwise an attempt that fails for another reason would look like a wall.
void TestWalls::withoutWallsTheySucceed()
{
    QFETCH(QString, attempt);
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QProcess probe;
    probe.start(QStringLiteral(WALL_PROBE), {attempt, file.fileName(), QStringLiteral("none")});
    QVERIFY(probe.waitForFinished(60'000));
    QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
    QCOMPARE(probe.exitCode(), 1);
}

void TestWalls::diesWithItsParent()
{
    std::array<int, 2> ends{};
    QCOMPARE(pipe2(ends.data(), O_CLOEXEC), 0);
    QProcess parent;
    parent.setProcessChannelMode(QProcess::ForwardedChannels);
    parent.setChildProcessModifier([&ends] { dup2(ends[1], STDERR_FILENO); });
    parent.start(QStringLiteral(WALL_PROBE), {QStringLiteral("orphan"), QString(), QString()});
    QVERIFY(parent.waitForFinished(60'000));
    close(ends[1]);
    QCOMPARE(parent.exitCode(), 0);
    // The end of the pipe is the end of the last process that had it open.
    pollfd end{ends[0], POLLIN, 0};
    QCOMPARE(poll(&end, 1, 60'000), 1);
    QVERIFY((end.revents & POLLHUP) != 0);
    close(ends[0]);
}

void TestWalls::idleWorkerEndsWithTheConsole()
{
    std::array<int, 2> ends{};
    QCOMPARE(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), 0);
    QProcess worker;
    worker.setChildProcessModifier([&ends] { dup2(ends[1], STDIN_FILENO); });
    worker.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), {});
    QVERIFY(worker.waitForStarted());
    close(ends[1]);
    pollfd ready{ends[0], POLLIN, 0};
    QCOMPARE(poll(&ready, 1, 60'000), 1); // it says that it waits
    QCOMPARE(worker.state(), QProcess::Running);
    close(ends[0]);
    QVERIFY(worker.waitForFinished(60'000));
    QCOMPARE(worker.exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker.exitCode(), static_cast<int>(WorkerExit::BadRequest));
}

void TestWalls::startedByHandItDoesNothing()
{
    QProcess worker;
    worker.setStandardInputFile(QProcess::nullDevice());
    worker.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), {});
    QVERIFY(worker.waitForFinished(60'000));
    QCOMPARE(worker.exitCode(), static_cast<int>(WorkerExit::BadRequest));
    QVERIFY(worker.readAllStandardOutput().isEmpty());
}

void TestWalls::reportsWhatStands()
{
    QProcess worker;
    worker.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), {QStringLiteral("--report")});
    QVERIFY(worker.waitForFinished(60'000));
    QCOMPARE(worker.exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker.exitCode(), 0);
    const QString report = QString::fromUtf8(worker.readAllStandardError());
#ifdef FINHUB_SANITIZED
    const int landlock = 0;
#else
    const int landlock = landlockOfTheKernel();
#endif
    const QString expected =
        landlock > 0 ? QStringLiteral("Landlock, version %1.").arg(landlock) : QStringLiteral("no Landlock");
    QVERIFY2(report.contains(expected), qPrintable(report));
}

/// A limit that cannot be set: one that was lowered before may be raised by nobody.
void TestWalls::refusesWithoutWalls()
{
    QProcess worker;
    worker.setChildProcessModifier([] {
        const rlimit less{2, 2};
        setrlimit(RLIMIT_CPU, &less);
    });
    worker.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), {QStringLiteral("--report")});
    QVERIFY(worker.waitForFinished(60'000));
    QCOMPARE(worker.exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker.exitCode(), static_cast<int>(WorkerExit::NoWalls));
    QVERIFY(worker.readAllStandardError().contains("no document will be read"));
}

QTEST_GUILESS_MAIN(TestWalls)
#include "tst_walls.moc"
