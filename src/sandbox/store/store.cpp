#include "sandbox/store/store.h"

#include "sandbox/store/caserows.h"
#include "sandbox/store/schema.h"
#include "sandbox/store/statement.h"

#include <QAtomicInt>
#include <QSqlError>

namespace finhub::sandbox {

Store::Store()
{
    static QAtomicInt counter;
    m_connection = QStringLiteral("finhub-sandbox-%1").arg(counter.fetchAndAddRelaxed(1));
}

Store::~Store()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Store::open(const QString& file)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(file.isEmpty() ? QStringLiteral(":memory:") : file);
    if (!m_database.open())
        return failure(Error::of(ErrorKind::Refused, m_database.lastError().text()));
    QSqlQuery query(m_database);
    // A training store need not survive a power cut, but it must not be slow.
    query.exec(QStringLiteral("PRAGMA journal_mode = WAL"));
    query.exec(QStringLiteral("PRAGMA synchronous = OFF"));
    for (const QString& statement : storeSchema()) {
        if (!query.exec(statement))
            return failure(Error::of(ErrorKind::Refused, query.lastError().text()));
    }
    return {};
}

QString Store::setting(const QString& name)
{
    Statement select(m_database, QStringLiteral("SELECT value FROM settings WHERE name = ?"));
    select << name;
    return select.run() && select.next() ? select.text() : QString();
}

bool Store::setSetting(const QString& name, const QString& value)
{
    Statement insert(m_database, replaceInto(QStringLiteral("settings"), 2));
    insert << name << value;
    return insert.run();
}

std::optional<CaseFile> Store::caseFile(qint64 number)
{
    return readCase(m_database, number);
}

bool Store::save(const CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload)
{
    if (!m_database.transaction())
        return false;
    bool ok = writeCase(m_database, file);
    if (ok && upload) {
        Statement insert(m_database, replaceInto(QStringLiteral("document_bytes"), 2));
        insert << upload->first.text() << upload->second;
        ok = insert.run();
    }
    ok = ok && m_database.commit();
    if (!ok)
        m_database.rollback();
    return ok;
}

std::optional<qint64> Store::numberOfCustomer(const CustomerId& id)
{
    return number(QStringLiteral("SELECT number FROM customers WHERE id = ?"), id.text());
}

std::optional<qint64> Store::numberOfUser(const UserId& id)
{
    return number(QStringLiteral("SELECT number FROM customers WHERE user_id = ?"), id.text());
}

std::optional<qint64> Store::numberOfVerification(const VerificationId& id)
{
    return number(QStringLiteral("SELECT number FROM verifications WHERE id = ?"), id.text());
}

QByteArray Store::documentBytes(const DocumentId& id)
{
    Statement select(m_database, QStringLiteral("SELECT bytes FROM document_bytes WHERE id = ?"));
    select << id.text();
    return select.run() && select.next() ? select.bytes() : QByteArray();
}

void Store::forEachCase(const std::function<void(const CaseFile&)>& visit)
{
    QList<qint64> numbers;
    Statement select(m_database, QStringLiteral("SELECT number FROM customers ORDER BY number"));
    for (bool ok = select.run(); ok && select.next();)
        numbers << select.number();
    for (const qint64 number : numbers) {
        if (const auto file = caseFile(number))
            visit(*file);
    }
}

std::optional<qint64> Store::number(const QString& sql, const QString& id)
{
    Statement select(m_database, sql);
    select << id;
    if (!select.run() || !select.next())
        return std::nullopt;
    return select.number();
}

} // namespace finhub::sandbox
