#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <signal.h>

/// What a worker that has been taken over can still do: wallprobe stands behind the same walls and tries.
class TestWalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attempts_data();
    void attempts();

private:
    enum class End { Refused, BySystemCall, ByCpuLimit };
};

void TestWalls::attempts_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("alsoSanitized");
    const auto row = [](const char* name, End end, bool alsoSanitized) {
        QTest::newRow(name) << static_cast<int>(end) << alsoSanitized;
    };
    row("nothing", End::Refused, true);
    row("sort", End::Refused, true);
    row("read-file", End::Refused, false);
    row("write-file", End::Refused, false);
    row("create-file", End::Refused, false);
    row("grow-open-file", End::BySystemCall, false);
    row("socket", End::BySystemCall, false);
    row("unix-socket", End::BySystemCall, false);
    row("fork", End::BySystemCall, false);
    row("execute", End::BySystemCall, false);
    row("trace", End::BySystemCall, false);
    row("kill-parent", End::BySystemCall, false);
    row("executable-memory", End::BySystemCall, false);
    row("memory", End::Refused, false);
    row("cpu", End::ByCpuLimit, true);
}

void TestWalls::attempts()
{
    QFETCH(bool, alsoSanitized);
    QFETCH(int, end);
#ifdef FINHUB_SANITIZED
    if (!alsoSanitized)
        QSKIP("left out of sanitized builds; see raiseWalls()");
#else
    Q_UNUSED(alsoSanitized)
#endif
    QTemporaryFile file;
    QVERIFY(file.open());
    QProcess probe;
    probe.start(QStringLiteral(WALL_PROBE), {QString::fromLatin1(QTest::currentDataTag()), file.fileName()});
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
    QCOMPARE(file.size(), 0);
}

QTEST_GUILESS_MAIN(TestWalls)
#include "tst_walls.moc"
