#pragma once

#include "core/result.h"
#include "sandbox/store/sqldialect.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <vector>

namespace finhub::sandbox {

/// A connection to the database of a store. It remembers when a statement was refused: what has been read
/// since is worth nothing, what was written is taken back, and nothing more is done before reopen(). Lives on
/// one thread.
class Database {
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Opens or creates the database, for this process alone. Fails with ErrorKind::Refused, whose technical
    /// text is the rest of the sentence "the store cannot be opened: ..." and never holds the password.
    Result<void> open(const StoreLocation& location);

    /// Whether everything that was asked of the database was done.
    bool isIntact() const { return m_intact; }
    /// Makes a database usable again that is not intact, over a new connection if the old one may be lost.
    /// What was read from it before has to be read anew. Fails as open() does.
    Result<void> reopen();
    /// A statement was refused.
    void fail(const QSqlError& error);
    /// What was refused first, in one line.
    const QString& fault() const { return m_fault; }

    /// Runs a statement that is used only once; false when the database refuses.
    bool execute(const QString& sql);
    /// The statement, prepared once for as long as the connection lasts.
    QSqlQuery& prepared(const QString& sql);
    const SqlDialect& dialect() const { return *m_dialect; }

    /// Runs the work when the transaction that is open now has been committed, and not at all when it is
    /// taken back; at once when none is open.
    void afterCommit(std::function<void()> work);

private:
    friend class Transaction;
    void begin();
    bool commit();
    void rollBack();

    Result<void> connect();
    Result<void> refused(const QString& why) const;
    QString withoutPassword(QString text) const;

    QString m_name;
    StoreLocation m_location;
    std::unique_ptr<SqlDialect> m_dialect;
    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_intact = true;
    QString m_fault;
    int m_depth = 0; ///< transactions that are open
    std::vector<std::function<void()>> m_afterCommit;
};

/// Everything that is written while it lives is kept together by commit(), or not at all. One inside another
/// is a part of the outer one: only the outermost commit keeps anything.
class Transaction {
public:
    explicit Transaction(Database& database);
    /// Takes back what was not committed; the database is not intact then.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// False when a statement was refused, or the commit itself. After a connection that broke during the
    /// commit of PostgreSQL only the database knows whether it was done.
    bool commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace finhub::sandbox
