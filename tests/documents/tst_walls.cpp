#include "attempts.h"
#include "documents/workerprotocol.h"
#include "heardsignals.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

using namespace finhub;
using finhub::documents::WorkerExit;

namespace {

// Asked here a second time, so that a worker that says none is believed by nobody.
int landlockOfTheKernel()
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0UL, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? static_cast<int>(version) : 0;
}

// Likewise; in a child, since who is in one does not come back.
bool namespacesOfTheSystem()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                      CLONE_NEWCGROUP) == 0 &&
                      mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                  ? 0
                  : 1);
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

// Landlock refuses these from so many on.
constexpr int Files = 1;
constexpr int Truncating = 3;
constexpr int Network = 4;
constexpr int Signals = 6;
// Not Landlock: namespaces.
constexpr int Namespaces = 1000;

} // namespace

/// What a worker that has been taken over can still do: wallprobe stands behind the same walls and tries;
/// behind both rings, behind either alone, and behind single walls of the outer one, so that none of them
/// leans on another.
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

    test::HeardSignals m_signals;
    bool m_hasNamespaces = namespacesOfTheSystem();
};

void TestWalls::attempts_data()
{
    QTest::addColumn<QString>("rings");
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("alsoSanitized");
    QTest::addColumn<int>("needs"); // a version of Landlock, or Namespaces
    const auto row = [](const char* rings, const char* name, End end, bool alsoSanitized, int needs = 0) {
        QTest::addRow("%s: %s", rings, name) << QString::fromLatin1(rings) << QString::fromLatin1(name)
                                             << static_cast<int>(end) << alsoSanitized << needs;
    };
    row("both", "nothing", End::Refused, true);
    row("both", "sort", End::Refused, true);
    row("both", "memory", End::Refused, false);
    row("both", "cpu", End::ByCpuLimit, true);
    row("both", "grow-open-file", End::BySystemCall, false);
    row("both", "write-beyond-the-answer", End::Refused, true);
    for (const char* rings : {"both", "inner"}) {
        for (const char* name : {"read-file", "see-file", "write-file", "create-file"})
            row(rings, name, End::Refused, false);
        for (const char* name : {"socket", "unix-socket", "send-datagram", "fork", "make-thread", "execute",
                                 "trace", "trace-parent", "kill-parent", "read-parent-memory",
                                 "executable-memory", "remove-file", "truncate-file"})
            row(rings, name, End::BySystemCall, false);
    }
    for (const char* name :
         {"read-file", "read-file-in-thread", "write-file", "create-file", "list-directory", "make-directory",
          "remove-file", "execute", "trace-parent", "read-parent-memory"}) {
        row("outer", name, End::Refused, false, Files);
        row("landlock", name, End::Refused, false, Files);
    }
    for (const char* rings : {"outer", "landlock"}) {
        row(rings, "truncate-file", End::Refused, false, Truncating);
        row(rings, "listen", End::Refused, false, Network);
        row(rings, "kill-parent", End::Refused, false, Signals);
    }
    for (const char* rings : {"outer", "namespaces"}) {
        for (const char* name : {"see-file", "send-datagram", "trace-parent"})
            row(rings, name, End::Refused, false, Namespaces);
    }
    for (const char* name : {"read-file", "write-file", "create-file", "list-directory", "make-directory",
                             "remove-file", "execute", "read-parent-memory"})
        row("namespaces", name, End::Refused, false, Namespaces);
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
    QFETCH(int, needs);
#ifdef FINHUB_SANITIZED
    if (!alsoSanitized)
        QSKIP("left out of sanitized builds; see raiseOuterWalls()");
#else
    Q_UNUSED(alsoSanitized)
#endif
    if (needs == Namespaces && !m_hasNamespaces)
        QSKIP("nobody may make namespaces here; the inner walls alone refuse that");
    if (needs != Namespaces && needs > landlockOfTheKernel())
        QSKIP("the Landlock of this kernel cannot refuse that, if it has one; the inner walls alone do");
    const int heard = m_signals.count();
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
    QCOMPARE(m_signals.count(), heard);
}

void TestWalls::withoutWallsTheySucceed_data()
{
    QTest::addColumn<QString>("attempt");
    for (const char* name : {"read-file",
                             "read-file-in-thread",
                             "write-file",
                             "create-file",
                             "grow-open-file",
                             "write-beyond-the-answer",
                             "list-directory",
                             "make-directory",
                             "remove-file",
                             "truncate-file",
                             "see-file",
                             "listen",
                             "socket",
                             "unix-socket",
                             "send-datagram",
                             "fork",
                             "make-thread",
                             "execute",
                             "trace",
                             "trace-parent",
                             "kill-parent",
                             "read-parent-memory",
                             "executable-memory",
                             "memory",
                             "many-descriptors",
                             "dump-core"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Otherwise an attempt that fails for another reason would look like a wall.
void TestWalls::withoutWallsTheySucceed()
{
    QFETCH(QString, attempt);
    const int heard = m_signals.count();
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QProcess probe;
    probe.start(QStringLiteral(WALL_PROBE), {attempt, file.fileName(), QStringLiteral("none")});
    QVERIFY(probe.waitForFinished(60'000));
    QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
    QCOMPARE(probe.exitCode(), documents::Escaped);
    QCOMPARE(m_signals.count() - heard, attempt == QLatin1String("kill-parent") ? 1 : 0);
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
#ifndef FINHUB_SANITIZED
    const QString namespaces = m_hasNamespaces ? QStringLiteral("Namespaces of its own: a network")
                                               : QStringLiteral("lets nobody make namespaces");
    QVERIFY2(report.contains(namespaces), qPrintable(report));
#endif
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
