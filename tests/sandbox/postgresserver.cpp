#include "postgresserver.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace finhub::test {

namespace {
constexpr int Patience = 60'000;

/// The folder of the newest server that is installed; empty when there is none.
QString programs()
{
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    QStringList versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(versions.begin(), versions.end(),
              [](const QString& a, const QString& b) { return a.toInt() > b.toInt(); });
    for (const QString& version : std::as_const(versions)) {
        const QString folder = root.filePath(version + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")) &&
            QFile::exists(folder + QStringLiteral("/postgres")))
            return folder;
    }
    return {};
}

/// Whom the server runs as when root starts it.
const passwd* servant()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}
} // namespace

QString PostgresServer::missing()
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        return QStringLiteral("Qt's driver for PostgreSQL is not installed (Debian package libqt6sql6-psql)");
    if (programs().isEmpty())
        return QStringLiteral("there is no PostgreSQL server (Debian package postgresql)");
    if (::geteuid() == 0 && !servant())
        return QStringLiteral("root cannot start a PostgreSQL server, and there is no user postgres");
    return {};
}

PostgresServer::PostgresServer()
    : m_folder(QDir::tempPath() + QStringLiteral("/fhpg-XXXXXX"))
    , m_data(m_folder.filePath(QStringLiteral("data")))
{
    QFile secret(m_folder.filePath(QStringLiteral("password")));
    if (!secret.open(QIODevice::WriteOnly) || secret.write(password().toUtf8() + '\n') < 0)
        qFatal("no temporary folder for a PostgreSQL server");
    secret.close();
    if (const passwd* who = servant()) {
        for (const QString& path : {m_folder.path(), secret.fileName()}) {
            if (::chown(QFile::encodeName(path).constData(), who->pw_uid, who->pw_gid) != 0)
                qFatal("the folder of a PostgreSQL server cannot be given away");
        }
    }
    run("initdb",
        {QStringLiteral("--pgdata"), m_data, QStringLiteral("--username"), user(), QStringLiteral("--pwfile"),
         secret.fileName(), QStringLiteral("--auth=scram-sha-256"), QStringLiteral("--encoding=UTF8"),
         QStringLiteral("--locale=C"), QStringLiteral("--no-sync")});
    start();
}

PostgresServer::~PostgresServer()
{
    stop();
}

void PostgresServer::start()
{
    prepare(m_server, "postgres",
            {QStringLiteral("-D"), m_data, QStringLiteral("-k"), m_folder.path(), QStringLiteral("-c"),
             QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("fsync=off"),
             QStringLiteral("-c"), QStringLiteral("full_page_writes=off"), QStringLiteral("-c"),
             QStringLiteral("shared_buffers=16MB")});
    m_server.start();
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(Patience))
            qFatal("the PostgreSQL server does not start: %s", said.constData());
        said += m_server.readAll();
    }
}

void PostgresServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // SIGQUIT would be its immediate end; SIGTERM waits for those who are connected.
    ::kill(pid_t(m_server.processId()), SIGQUIT);
    if (!m_server.waitForFinished(Patience))
        m_server.kill();
}

QString PostgresServer::newDatabase()
{
    const QString name = QStringLiteral("store%1").arg(++m_databases);
    execute(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name);
    return url(name);
}

QString PostgresServer::url(const QString& database, const QString& userName,
                            const QString& userPassword) const
{
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QStringLiteral("postgresql://%1:%2@/%3?host=%4")
        .arg(encoded(userName), encoded(userPassword), encoded(database), encoded(m_folder.path()));
}

void PostgresServer::execute(const QString& database, const QString& sql)
{
    const QString name = QStringLiteral("postgres-server-of-the-test");
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        connection.setHostName(m_folder.path());
        connection.setUserName(user());
        connection.setPassword(password());
        connection.setDatabaseName(database);
        if (!connection.open())
            qFatal("the PostgreSQL server does not answer: %s",
                   qUtf8Printable(connection.lastError().text()));
        QSqlQuery query(connection);
        if (!query.exec(sql))
            qFatal("the PostgreSQL server refuses: %s", qUtf8Printable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

QProcess& PostgresServer::prepare(QProcess& process, const char* program, const QStringList& arguments) const
{
    process.setProgram(programs() + u'/' + QLatin1String(program));
    process.setArguments(arguments);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    const passwd* who = servant();
    process.setChildProcessModifier(
        [isRoot = who != nullptr, user = who ? who->pw_uid : 0, group = who ? who->pw_gid : 0] {
            if (isRoot && (::setgroups(0, nullptr) != 0 || ::setgid(group) != 0 || ::setuid(user) != 0))
                ::_exit(126);
            // A test that crashes leaves no server behind.
            ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        });
    return process;
}

void PostgresServer::run(const char* program, const QStringList& arguments)
{
    QProcess process;
    prepare(process, program, arguments).start();
    if (!process.waitForFinished(Patience) || process.exitCode() != 0)
        qFatal("%s failed: %s", program, process.readAll().constData());
}

} // namespace finhub::test
