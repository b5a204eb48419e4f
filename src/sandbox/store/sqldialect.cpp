#include "sandbox/store/sqldialect.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace finhub::sandbox {

namespace {
/// Without the name of the driver, and without what PostgreSQL adds on further lines: it quotes the
/// statement, with what was declared of a person in it.
QString oneLine(const QSqlError& error)
{
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return text.trimmed().section(u'\n', 0, 0).section(QStringLiteral(" at or near "), 0, 0).simplified();
}

/// Runs the statements; the first error, or none.
QSqlError runAll(QSqlDatabase& connection, const QStringList& statements)
{
    QSqlQuery query(connection);
    for (const QString& statement : statements) {
        if (!query.exec(statement))
            return query.lastError();
    }
    return {};
}

class SqliteDialect final : public SqlDialect {
public:
    QString driver() const override { return QStringLiteral("QSQLITE"); }
    QString driverPackage() const override { return QStringLiteral("libqt6sql6-sqlite"); }
    void configure(QSqlDatabase& connection, const StoreLocation& location) const override
    {
        connection.setDatabaseName(location.file.isEmpty() ? QStringLiteral(":memory:") : location.file);
        // Long enough for a sandbox that is just ending.
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=500"));
    }
    QString claim(QSqlDatabase& connection) const override
    {
        // The lock is the operating system's, so a process that is killed leaves none behind. Without waiting
        // for the disk at every commit, a power cut may take the last answers along, but the file stays
        // whole.
        const QSqlError error =
            runAll(connection, {QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"),
                                QStringLiteral("PRAGMA journal_mode = WAL"),
                                QStringLiteral("PRAGMA synchronous = NORMAL"),
                                QStringLiteral("BEGIN EXCLUSIVE"), QStringLiteral("COMMIT")});
        return error.isValid() ? explain(error) : QString();
    }
    QString explain(const QSqlError& error) const override
    {
        // SQLITE_BUSY.
        if (error.nativeErrorCode() == QLatin1String("5"))
            return QStringLiteral("another program has it open");
        return oneLine(error);
    }
    bool connectionMayBreak() const override { return false; }
    QString bytesType() const override { return QStringLiteral("BLOB"); }
    QString keyedTable() const override { return QStringLiteral(" WITHOUT ROWID"); }
};

class PostgresDialect final : public SqlDialect {
public:
    QString driver() const override { return QStringLiteral("QPSQL"); }
    QString driverPackage() const override { return QStringLiteral("libqt6sql6-psql"); }
    void configure(QSqlDatabase& connection, const StoreLocation& location) const override
    {
        connection.setHostName(location.host);
        connection.setPort(location.port);
        connection.setUserName(location.user);
        connection.setPassword(location.password);
        connection.setDatabaseName(location.database);
        connection.setConnectOptions(location.options);
    }
    QString claim(QSqlDatabase& connection) const override
    {
        // Of one database, as advisory locks are; it ends with the connection.
        if (const auto locked = ask(connection, "SELECT pg_try_advisory_lock(1179209288, 1)"); locked != true)
            return locked ? QStringLiteral("another sandbox has it open") : explain(connection.lastError());
        if (ask(connection, "SELECT current_setting('server_encoding') = 'UTF8'") != true)
            return QStringLiteral("the database is not in UTF-8");
        // A schema of its own: the database may be used for other things as well. Asked for first, since
        // making it takes a right that using it does not.
        QStringList statements{QStringLiteral("SET client_min_messages TO warning")};
        if (ask(connection, "SELECT count(*) > 0 FROM pg_namespace WHERE nspname = 'finhub_sandbox'") != true)
            statements << QStringLiteral("CREATE SCHEMA finhub_sandbox");
        statements << QStringLiteral("SET search_path TO finhub_sandbox");
        const QSqlError error = runAll(connection, statements);
        return error.isValid() ? explain(error) : QString();
    }
    QString explain(const QSqlError& error) const override { return oneLine(error); }
    bool connectionMayBreak() const override { return true; }
    QString bytesType() const override { return QStringLiteral("BYTEA"); }
    QString keyedTable() const override { return {}; }

private:
    /// The answer to a question of one boolean; nullopt when the database refuses.
    static std::optional<bool> ask(QSqlDatabase& connection, const char* question)
    {
        QSqlQuery query(connection);
        if (!query.exec(QLatin1String(question)) || !query.next())
            return std::nullopt;
        return query.value(0).toBool();
    }
};
} // namespace

std::unique_ptr<SqlDialect> SqlDialect::of(StoreLocation::Kind kind)
{
    if (kind == StoreLocation::Kind::Postgres)
        return std::make_unique<PostgresDialect>();
    return std::make_unique<SqliteDialect>();
}

QString upsert(const QString& table, const QString& key, const QString& columns)
{
    const QStringList names = columns.split(QStringLiteral(", "));
    const QStringList keys = key.split(QStringLiteral(", "));
    QStringList changes;
    for (const QString& name : names) {
        if (!keys.contains(name))
            changes << QStringLiteral("%1 = excluded.%1").arg(name);
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (?%3) ON CONFLICT (%4) DO UPDATE SET %5")
        .arg(table, columns, QStringLiteral(", ?").repeated(names.size() - 1), key,
             changes.join(QStringLiteral(", ")));
}

} // namespace finhub::sandbox
