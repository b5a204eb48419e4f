#include "sandbox/commandline.h"
#include "sandbox/store/storelocation.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace finhub;
using namespace finhub::sandbox;

/// Section 6's switches.
class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaults()
    {
        const auto line = read({});
        QVERIFY(line);
        const SandboxOptions& options = line->options;
        QCOMPARE(options.port, quint16(0));
        // Those of the store, or section 6's.
        QVERIFY(!options.seed);
        QVERIFY(!options.customers);
        QCOMPARE(SandboxOptions::DefaultSeed, quint64(1));
        QCOMPARE(SandboxOptions::DefaultCustomers, 200);
        QVERIFY(options.store.isEmpty());
        QVERIFY(!options.strictHeaders);
        QCOMPARE(options.extensions, implementedExtensions());
        QVERIFY(!options.now.isValid());
        QCOMPARE(options.tokenTtl, std::chrono::seconds(3600));
        QCOMPARE(options.lockout, std::chrono::seconds(1800));
        QCOMPARE(options.claimTtl, std::chrono::seconds(1800));
    }

    void everySwitch()
    {
        const auto line = read({QStringLiteral("--port"), QStringLiteral("8080"), QStringLiteral("--seed"),
                                QStringLiteral("18446744073709551615"), QStringLiteral("--customers=1000000"),
                                QStringLiteral("--store"), QStringLiteral("file:///tmp/sandbox.db"),
                                QStringLiteral("--strict-headers"), QStringLiteral("--extensions"),
                                QStringLiteral("timeline,verification-read"), QStringLiteral("--now"),
                                QStringLiteral("2026-03-31T09:15:00Z"), QStringLiteral("--token-ttl"),
                                QStringLiteral("60"), QStringLiteral("--lockout"), QStringLiteral("61"),
                                QStringLiteral("--claim-ttl"), QStringLiteral("62")});
        QVERIFY(line);
        const SandboxOptions& options = line->options;
        QCOMPARE(options.port, quint16(8080));
        QVERIFY(options.seed == ~quint64(0));
        QVERIFY(options.customers == 1'000'000);
        QCOMPARE(options.store, QStringLiteral("/tmp/sandbox.db"));
        QVERIFY(options.strictHeaders);
        QCOMPARE(options.extensions, (QList<Extension>{Extension::Timeline, Extension::VerificationRead}));
        QCOMPARE(options.now, QDateTime(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC));
        QCOMPARE(options.tokenTtl, std::chrono::seconds(60));
        QCOMPARE(options.lockout, std::chrono::seconds(61));
        QCOMPARE(options.claimTtl, std::chrono::seconds(62));
        QVERIFY(read({QStringLiteral("--extensions=none")})->options.extensions.isEmpty());
    }

    void badValues_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
             {"--port 65536", "--port -1", "--port x", "--customers 1000001", "--customers many",
              "--seed 1.5", "--seed -1", "--extensions timeline,nothing", "--extensions claim",
              "--now yesterday", "--now", "--token-ttl 0", "--lockout x", "--claim-ttl -5",
              "--store=", "--unknown", "leftover"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
        for (const char* store :
             {"mysql://host/db", "postgresql://host:port/db", "postgresql://host/db?color=red",
              "postgresql://host/db?port=0", "postgresql://host/db?sslmode=a;b", "postgresql://host/db#here"})
            QTest::newRow(store) << QStringLiteral("--store ") + QString::fromLatin1(store);
    }
    void badValues()
    {
        QFETCH(QString, arguments);
        const auto line = read(arguments.split(u' '));
        QVERIFY(!line);
        QVERIFY(!line.error().contains(u'\n'));
        QProcess program;
        program.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"), arguments.split(u' '));
        QVERIFY(program.waitForFinished(30000));
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(program.readAllStandardError().contains(line.error().toUtf8()));
    }

    /// An address that cannot be read may have its password anywhere.
    void passwordsAreNotRepeated_data()
    {
        QTest::addColumn<QString>("store");
        for (const char* store :
             {"postgresql:/team:SECRET@db/training", "postgresql:team:SECRET@db/training",
              "postgresql:///team:SECRET@db/training", "postgresql://team:se/SECRET@db/training",
              "postgresql://team:12/SECRET@db/training", "postgresql://team:12?SECRET@db/training",
              "postgresql://team:12?x&SECRET@db=1", "postgresql://team:a#SECRET@db/training",
              "postgresql://team:SECRET@db:port/training", "postgresql://team:SECRET@db/training?color=red",
              "postgresql://db/training?password=SECRET&port=x",
              "postgresql://team:S CRET SECRET@db/training", "mysql://team:SECRET@db/training"})
            QTest::newRow(store) << QString::fromLatin1(store);
    }
    void passwordsAreNotRepeated()
    {
        QFETCH(QString, store);
        const auto line = read({QStringLiteral("--store"), store});
        QVERIFY(!line);
        QVERIFY2(!line.error().contains(QStringLiteral("SECRET")), qPrintable(line.error()));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("shown");
        QTest::newRow("all") << QStringLiteral(
                                    "postgresql://team:SECRET@db.example:5433/training?sslmode=require")
                             << QStringLiteral("postgresql://team@db.example:5433/training");
        QTest::newRow("short name") << QStringLiteral("postgres://db/training")
                                    << QStringLiteral("postgresql://db/training");
        QTest::newRow("nothing said") << QStringLiteral("postgresql://") << QStringLiteral("postgresql:///");
        QTest::newRow("socket")
            << QStringLiteral("postgresql:///training?host=/run/postgresql&user=team&password=SECRET")
            << QStringLiteral("postgresql://team@/run/postgresql/training");
        QTest::newRow("encoded") << QStringLiteral("postgresql://te%40am:SEC%2FRET@db/train%20ing")
                                 << QStringLiteral("postgresql://te@am@db/train ing");
        QTest::newRow("IPv6") << QStringLiteral("postgresql://[::1]:5433/training")
                              << QStringLiteral("postgresql://[::1]:5433/training");
    }
    void addresses()
    {
        QFETCH(QString, store);
        QFETCH(QString, shown);
        const auto line = read({QStringLiteral("--store"), store});
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(line->options.store, store);
        QCOMPARE(StoreLocation::parse(store)->display(), shown);
    }

    void helpAndVersion()
    {
        for (const char* wish : {"--help", "--version"}) {
            QProcess program;
            program.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"), {QLatin1String(wish)});
            QVERIFY(program.waitForFinished(30000));
            QCOMPARE(program.exitCode(), 0);
            const QByteArray text = program.readAllStandardOutput();
            QVERIFY(text.contains(QByteArray(wish) == "--help" ? "--claim-ttl" : "finhub-sandbox 0."));
        }
    }

    void unusableStore_data()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("no such folder") << QStringLiteral("/nonexistent/folder/sandbox.db");
        QTest::newRow("another kind of file") << QStringLiteral(FINHUB_SOURCE_DIR "/CMakeLists.txt");
    }
    void unusableStore()
    {
        QFETCH(QString, store);
        QProcess program;
        program.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"), {QStringLiteral("--store"), store});
        QVERIFY(program.waitForFinished(30000));
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(program.readAllStandardError().contains("cannot be opened"));
    }

    void interrupted()
    {
        QProcess program;
        program.start(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"), {QStringLiteral("--port=0")});
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), 30000);
        ::kill(pid_t(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished(30000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

private:
    static tl::expected<CommandLine, QString> read(const QStringList& arguments)
    {
        return readCommandLine(QStringList{QStringLiteral("finhub-sandbox")} + arguments);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
