#include "sandbox/store/database.h"

#include <QAtomicInt>
#include <QDebug>

#include <utility>

namespace finhub::sandbox {

Database::Database()
{
    static QAtomicInt counter;
    m_name = QStringLiteral("finhub-sandbox-%1").arg(counter.fetchAndAddRelaxed(1));
}

Database::~Database()
{
    m_prepared.clear();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::open(const StoreLocation& location)
{
    m_location = location;
    m_dialect = SqlDialect::of(location.kind);
    if (!QSqlDatabase::isDriverAvailable(m_dialect->driver()))
        return refused(QStringLiteral("Qt's driver for this database is not installed (Debian package %1)")
                           .arg(m_dialect->driverPackage()));
    m_connection = QSqlDatabase::addDatabase(m_dialect->driver(), m_name);
    m_dialect->configure(m_connection, location);
    return connect();
}

Result<void> Database::connect()
{
    if (!m_connection.open())
        return refused(m_dialect->explain(m_connection.lastError()));
    if (const QString fault = m_dialect->claim(m_connection); !fault.isEmpty())
        return refused(fault);
    m_intact = true;
    return {};
}

Result<void> Database::reopen()
{
    m_prepared.clear();
    if (!m_dialect->connectionMayBreak()) {
        m_intact = true;
        return {};
    }
    m_connection.close();
    return connect();
}

Result<void> Database::refused(const QString& why) const
{
    return failure(Error::of(ErrorKind::Refused, withoutPassword(why)));
}

QString Database::withoutPassword(QString text) const
{
    if (!m_location.password.isEmpty())
        text.replace(m_location.password, QStringLiteral("***"));
    return text;
}

void Database::fail(const QSqlError& error)
{
    if (!m_intact)
        return;
    m_intact = false;
    m_fault = withoutPassword(m_dialect->explain(error));
    if (error.isValid())
        qWarning("sandbox: the store has refused something: %s", qUtf8Printable(m_fault));
}

bool Database::execute(const QString& sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        fail(query.lastError());
    return m_intact;
}

QSqlQuery& Database::prepared(const QString& sql)
{
    auto& query = m_prepared[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_connection);
        // Over a network all rows are fetched at once, so that a connection that breaks is noticed by run().
        query->setForwardOnly(!m_dialect->connectionMayBreak());
        if (!query->prepare(sql))
            fail(query->lastError());
    }
    return *query;
}

void Database::afterCommit(std::function<void()> work)
{
    if (m_depth > 0)
        m_afterCommit.push_back(std::move(work));
    else
        work();
}

void Database::begin()
{
    if (m_depth++ == 0 && m_intact && !m_connection.transaction())
        fail(m_connection.lastError());
}

bool Database::commit()
{
    if (--m_depth > 0)
        return m_intact;
    if (m_intact && !m_connection.commit())
        fail(m_connection.lastError());
    const auto works = std::exchange(m_afterCommit, {});
    if (!m_intact) {
        m_connection.rollback();
        return false;
    }
    for (const auto& work : works)
        work();
    return true;
}

void Database::rollBack()
{
    fail({});
    if (--m_depth > 0)
        return;
    m_afterCommit.clear();
    m_connection.rollback();
}

Transaction::Transaction(Database& database)
    : m_database(database)
{
    m_database.begin();
}

Transaction::~Transaction()
{
    if (m_open)
        m_database.rollBack();
}

bool Transaction::commit()
{
    m_open = false;
    return m_database.commit();
}

} // namespace finhub::sandbox
