#include "everyread.h"
#include "postgresserver.h"
#include "sandboxprogram.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace finhub;
using namespace finhub::test;

namespace {
const QString WrongPassword = QStringLiteral("not-the-Password");
/// Makes what `--store` takes.
using Place = std::function<QString(const QString& folder)>;
} // namespace
Q_DECLARE_METATYPE(Place)

/// Stores that cannot be opened, and stores that fail while a sandbox works upon them.
class TestStoreFailure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One sentence for whoever started the program, without the password.
    void refused_data()
    {
        QTest::addColumn<bool>("needsServer");
        QTest::addColumn<Place>("place");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, bool needsServer, const QString& sentence, const Place& place,
                            const QStringList& more = {}) {
            QTest::newRow(name) << needsServer << place << more << sentence;
        };
        const QString cannot = QStringLiteral("cannot be opened: ");
        row("nobody listens", false, QStringLiteral("Connection refused"), [](const QString&) {
            return QStringLiteral("postgresql://team:%1@127.0.0.1:1/training").arg(WrongPassword);
        });
        row("no such socket", false, QStringLiteral("No such file or directory"), [](const QString& folder) {
            return QStringLiteral("postgresql:///training?user=team&password=%1&host=%2")
                .arg(WrongPassword, folder);
        });
        row("wrong password", true, QStringLiteral("password authentication failed for user \"sandbox\""),
            [](const QString&) {
                return TestStore::server().url(QStringLiteral("postgres"), PostgresServer::user(),
                                               WrongPassword);
            });
        row("no such database", true, QStringLiteral("database \"nowhere\" does not exist"),
            [](const QString&) { return TestStore::server().url(QStringLiteral("nowhere")); });
        row("not in UTF-8", true, cannot + QStringLiteral("the database is not in UTF-8."),
            [](const QString&) {
                TestStore::server().execute(
                    QStringLiteral("postgres"),
                    QStringLiteral("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0"));
                return TestStore::server().url(QStringLiteral("ascii"));
            });
        row("not allowed to make anything", true, QStringLiteral("permission denied for database"),
            [](const QString&) {
                TestStore::server().newDatabase();
                TestStore::server().execute(
                    QStringLiteral("postgres"),
                    QStringLiteral("CREATE ROLE weak LOGIN PASSWORD '%1'").arg(WrongPassword));
                return TestStore::server().url(QStringLiteral("store1"), QStringLiteral("weak"),
                                               WrongPassword);
            });
        row("another seed", true, cannot + QStringLiteral("it was made with --seed 1, not with --seed 2."),
            [](const QString&) { return made(TestStore::server().newDatabase()); },
            {QStringLiteral("--seed"), QStringLiteral("2")});
        row("another number of customers", false,
            cannot + QStringLiteral("it was made with --customers 200, not with --customers 0."),
            [](const QString& folder) { return made(folder + QStringLiteral("/sandbox.db")); },
            {QStringLiteral("--customers"), QStringLiteral("0")});
    }
    void refused()
    {
        QFETCH(bool, needsServer);
        QFETCH(Place, place);
        QFETCH(QStringList, more);
        QFETCH(QString, sentence);
        if (const QString missing = TestStore::missing(StoreKind::Postgres);
            needsServer && !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const QTemporaryDir folder;
        SandboxProgram program(QStringList{QStringLiteral("--store"), place(folder.path())} + more);
        QCOMPARE(program.refuse(), 2);
        QVERIFY(program.output().isEmpty());
        const QByteArray said = program.errors();
        QVERIFY2(said.contains(sentence.toUtf8()), said.constData());
        QVERIFY2(said.contains("finhub-sandbox: the store "), said.constData());
        QVERIFY2(said.trimmed().endsWith('.') && !said.trimmed().endsWith(".."), said.constData());
        QCOMPARE(sentencesIn(said), 1);
        for (const QString& secret : {WrongPassword, PostgresServer::password()})
            QVERIFY(!said.contains(secret.toUtf8()) && !said.contains(QUrl::toPercentEncoding(secret)));
    }

    /// libpq looks where it always does for what the address does not say.
    void passwordFromElsewhere()
    {
        if (const QString missing = TestStore::missing(StoreKind::Postgres); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        TestStore::server().newDatabase();
        sandbox::SandboxOptions options;
        options.store = TestStore::server().url(QStringLiteral("store1"), PostgresServer::user(), {});
        QVERIFY(!sandbox::SandboxServer(options).start());
        qputenv("PGPASSWORD", PostgresServer::password().toUtf8());
        const auto url = sandbox::SandboxServer(options).start();
        qunsetenv("PGPASSWORD");
        QVERIFY2(url, url ? "" : qPrintable(url.error().technical));
    }

    /// A Qt without the driver for PostgreSQL: the package that a user does not have.
    void noDriver()
    {
        const QTemporaryDir folder;
        const QDir here(folder.path());
        QVERIFY(here.mkpath(QStringLiteral("plugins/sqldrivers")));
        const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath));
        QVERIFY(QFile::link(plugins.filePath(QStringLiteral("platforms")),
                            here.filePath(QStringLiteral("plugins/platforms"))));
        const QString copy = here.filePath(QStringLiteral("finhub-sandbox"));
        QVERIFY(QFile::copy(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"), copy));
        QFile paths(here.filePath(QStringLiteral("qt.conf")));
        QVERIFY(paths.open(QIODevice::WriteOnly));
        paths.write("[Paths]\nPlugins=" + here.filePath(QStringLiteral("plugins")).toUtf8() + '\n');
        paths.close();
        SandboxProgram program(
            {QStringLiteral("--store"), QStringLiteral("postgresql://team@db.example/training")}, copy);
        QCOMPARE(program.refuse(), 2);
        const QByteArray said = program.errors();
        QVERIFY2(said.contains(
                     "finhub-sandbox: the store postgresql://team@db.example/training cannot be opened: Qt's "
                     "driver for this database is not installed (Debian package libqt6sql6-psql)."),
                 said.constData());
        QCOMPARE(sentencesIn(said), 1);
    }

    /// What the disk does not take is not acknowledged, and nothing of it is there afterwards.
    void diskFull()
    {
        const QTemporaryDir folder;
        const QStringList arguments{QStringLiteral("--store"), folder.filePath(QStringLiteral("sandbox.db")),
                                    QStringLiteral("--customers"), QStringLiteral("20")};
        QMap<QString, QByteArray> before;
        {
            SandboxProgram program(arguments);
            program.limitFiles(1'000'000);
            program.start();
            SandboxClient officer = program.officer();
            CaseWalk walk(officer);
            const QString id = textAt(walk.start(walk.registerCustomer()), "/verificationId");
            const QString documents = QStringLiteral("%1/%2/documents").arg(Verifications, id);
            Json document = CaseWalk::document("SELFIE");
            document["fileContent"] =
                QByteArray("%PDF-1.4\n" + QByteArray(60'000, 'x')).toBase64().toStdString();
            Reply reply;
            int taken = 0;
            do {
                before = everyRead(officer);
                reply = officer.post(documents, document);
                taken += reply.status == 200;
            } while (reply.status == 200 && taken < 100);
            QVERIFY(taken > 2);
            QCOMPARE(reply.status, 500);
            QCOMPARE(reply.error(), QStringLiteral("INTERNAL_ERROR"));
            // It goes on reading what there is.
            QCOMPARE(firstDifference(before, everyRead(officer)), QString());
            QCOMPARE(officer.post(documents, document).status, 500);
            QCOMPARE(firstDifference(before, everyRead(officer)), QString());
        }
        SandboxProgram program(arguments);
        program.start();
        SandboxClient officer = program.officer();
        QCOMPARE(firstDifference(before, everyRead(officer)), QString());
    }

    void databaseGone()
    {
        if (const QString missing = TestStore::missing(StoreKind::Postgres); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const TestStore store(StoreKind::Postgres);
        sandbox::SandboxOptions options;
        options.store = store.location();
        options.customers = 20;
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const Json customer = walk.registerCustomer();
        const QString verification = Verifications + u'/' + textAt(walk.start(customer), "/verificationId");
        walk.upload(verification.section(u'/', -1), "PASSPORT");
        const auto failToLogIn = [&sandbox] {
            return sandbox.client().logIn(ViewerId, QStringLiteral("viewer@sandbox.test"), WrongPassword);
        };
        QCOMPARE(failToLogIn().data().at("attempts"), Json(1));
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("k"));
        const auto before = everyRead(officer);

        TestStore::server().stop();
        const QString registration = Customers + QStringLiteral("/registration");
        const Json person = CaseWalk::registration(QStringLiteral("lost@example.net"));
        const Json approval{{"status", "APPROVED"}};
        for (int i = 0; i < 2; ++i) {
            for (const Reply& reply :
                 {officer.post(registration, person),
                  officer.post(verification + QStringLiteral("/approve"), approval),
                  officer.post(verification + QStringLiteral("/documents"), CaseWalk::document("SELFIE")),
                  failToLogIn(), officer.get(verification), officer.get(Customers)}) {
                QVERIFY2(reply.status == 500, reply.bytes.constData());
                QCOMPARE(reply.error(), QStringLiteral("INTERNAL_ERROR"));
            }
        }
        // It goes on by itself, with what was kept and the sessions that there were. Nothing was stored under
        // the key.
        TestStore::server().start();
        QCOMPARE(firstDifference(before, everyRead(officer)), QString());
        QCOMPARE(failToLogIn().data().at("attempts"), Json(2));
        QCOMPARE(officer.post(verification + QStringLiteral("/approve"), approval).status, 200);
        QCOMPARE(officer.post(registration, person).status, 200);
    }

    /// A database that was emptied meanwhile is not the store that this sandbox has in memory.
    void databaseEmptied()
    {
        if (const QString missing = TestStore::missing(StoreKind::Postgres); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const TestStore store(StoreKind::Postgres);
        const QString database = QUrl(store.location()).path().mid(1);
        sandbox::SandboxOptions options;
        options.store = store.location();
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        const Json customer = CaseWalk(officer).registerCustomer();
        TestStore::server().execute(database, QStringLiteral("DROP SCHEMA finhub_sandbox CASCADE"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(officer.get(Customers + u'/' + textAt(customer, "/id")).status, 500);
    }

private:
    /// Makes a store with the default customers.
    static QString made(const QString& store)
    {
        SandboxProgram program({QStringLiteral("--store"), store});
        program.start();
        program.end();
        return store;
    }
    static int sentencesIn(const QByteArray& said)
    {
        const QList<QByteArray> lines = said.trimmed().split('\n');
        return int(std::count_if(lines.begin(), lines.end(),
                                 [](const QByteArray& line) { return !line.startsWith("QStandardPaths"); }));
    }
};

QTEST_MAIN(TestStoreFailure)
#include "tst_storefailure.moc"
