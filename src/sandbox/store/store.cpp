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

QList<KeptRecord> Store::records(const QString& kind)
{
    QList<KeptRecord> records;
    Statement select(
        m_database, QStringLiteral("SELECT id, place, value FROM records WHERE kind = ? ORDER BY place, id"));
    select << kind;
    for (bool ok = select.run(); ok && select.next();) {
        KeptRecord record;
        record.key = {kind, select.text()};
        record.place = select.number();
        record.value = select.text().toUtf8();
        records.append(std::move(record));
    }
    return records;
}

bool Store::changeRecords(const RecordChanges& changes)
{
    if (!m_database.transaction())
        return false;
    bool ok = true;
    for (const RecordKey& key : changes.removed)
        ok = ok && removeRecord(key);
    for (const KeptRecord& record : changes.put)
        ok = ok && putRecord(record);
    ok = ok && m_database.commit();
    if (!ok)
        m_database.rollback();
    return ok;
}

bool Store::removeRecord(const RecordKey& key)
{
    Statement remove(m_database, QStringLiteral("DELETE FROM records WHERE kind = ? AND id = ?"));
    remove << key.kind << key.id;
    return remove.run();
}

bool Store::putRecord(const KeptRecord& record)
{
    // Two plain statements, since every database has its own word for "insert or replace".
    if (!removeRecord(record.key))
        return false;
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO records (kind, id, place, value) VALUES (?, ?, ?, ?)"));
    insert << record.key.kind << record.key.id << record.place << QString::fromUtf8(record.value);
    return insert.run();
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
