#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace finhub::test {

/// A PostgreSQL server of this process alone, from Debian's package: a new cluster in a temporary folder, a
/// Unix socket and no port. A server refuses to run as root; started by root it runs as the user that the
/// package makes.
class PostgresServer {
public:
    /// Why there cannot be one here; empty when there can.
    static QString missing();

    /// Makes the cluster and starts the server; the program ends if that fails.
    PostgresServer();
    /// Ends it.
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// Ends the server at once, as a crash would, and starts it again on the same cluster.
    void stop();
    void start();

    /// Makes an empty database and says what `--store` takes for it, with the password.
    QString newDatabase();
    /// The same with another user, password, or database.
    QString url(const QString& database, const QString& userName = user(),
                const QString& userPassword = password()) const;

    static QString user() { return QStringLiteral("sandbox"); }
    static QString password() { return QStringLiteral("pass:w@rd/of the test"); }

    /// Runs a statement as the owner of everything, in that database.
    void execute(const QString& database, const QString& sql);

private:
    QProcess& prepare(QProcess& process, const char* program, const QStringList& arguments) const;
    void run(const char* program, const QStringList& arguments);

    QTemporaryDir m_folder;
    QString m_data;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace finhub::test
