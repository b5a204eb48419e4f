#pragma once

#include "sandbox/store/storelocation.h"

#include <QSqlDatabase>
#include <QStringList>

#include <memory>

namespace finhub::sandbox {

/// What differs between the databases that the store is kept in. Everything else is the SQL that both
/// understand: `?` for a value, BIGINT for numbers and times, ON CONFLICT for a row that is already there.
class SqlDialect {
public:
    virtual ~SqlDialect() = default;

    /// SQLite for Kind::Memory and Kind::Sqlite, PostgreSQL for Kind::Postgres.
    static std::unique_ptr<SqlDialect> of(StoreLocation::Kind kind);

    /// Qt Sql's name of the driver, and Debian's package that has it.
    virtual QString driver() const = 0;
    virtual QString driverPackage() const = 0;
    /// Tells a connection that is not open yet where to go.
    virtual void configure(QSqlDatabase& connection, const StoreLocation& location) const = 0;
    /// Takes an open connection's database for this process alone, for as long as the connection lives: what
    /// the sandbox keeps in memory is only right while nobody else writes. Empty, or the rest of the sentence
    /// "the store cannot be opened: ...".
    virtual QString claim(QSqlDatabase& connection) const = 0;
    /// Says what went wrong, as claim() does, from what the database said.
    virtual QString explain(const QSqlError& error) const = 0;
    /// Whether a connection that has failed is worth nothing any more.
    virtual bool connectionMayBreak() const = 0;

    /// The type of a column of bytes.
    virtual QString bytesType() const = 0;
    /// What follows the columns of a table that is read by its primary key.
    virtual QString keyedTable() const = 0;
};

/// Adds a row or takes the place of the one with the same key; `columns` are all of the table's, `key` those
/// of its primary key, both separated by ", ". Both databases know it.
QString upsert(const QString& table, const QString& key, const QString& columns);

} // namespace finhub::sandbox
