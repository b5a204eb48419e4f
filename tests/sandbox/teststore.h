#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace finhub::test {

class PostgresServer;

enum class StoreKind { Sqlite, Postgres };

/// An empty store of its own for a sandbox: a SQLite file, or a database of a PostgreSQL server that this
/// process starts when it is needed first and that ends with it.
class TestStore {
public:
    /// Why a test has to be skipped; empty when there can be a store of this kind here.
    static QString missing(StoreKind kind);
    /// The server of this process.
    static PostgresServer& server();
    /// What FINHUB_TEST_STORE asks for: `postgresql` runs the tests of a sandbox in memory on PostgreSQL
    /// instead.
    static bool isPostgresWanted();

    explicit TestStore(StoreKind kind);

    /// What `--store` takes.
    const QString& location() const { return m_location; }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_location;
};

} // namespace finhub::test
