#include "sandbox/store/store.h"

#include "sandbox/store/caserows.h"
#include "sandbox/store/schema.h"
#include "sandbox/store/statement.h"

namespace finhub::sandbox {

Result<void> Store::open(const QString& text)
{
    const auto location = StoreLocation::parse(text);
    if (!location)
        return failure(Error::of(ErrorKind::Refused, location.error()));
    if (auto opened = m_database.open(*location); !opened)
        return opened;
    Transaction making(m_database);
    for (const QString& statement : storeSchema(m_database.dialect())) {
        if (!m_database.execute(statement))
            return failure(Error::of(ErrorKind::Refused, m_database.fault()));
    }
    if (!making.commit())
        return failure(Error::of(ErrorKind::Refused, m_database.fault()));
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
    Statement insert(m_database, upsert(QStringLiteral("settings"), QStringLiteral("name"),
                                        QStringLiteral("name, value")));
    insert << name << value;
    return insert.run();
}

std::optional<CaseFile> Store::caseFile(qint64 number)
{
    return readCase(m_database, number);
}

bool Store::save(const CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload)
{
    Transaction transaction(m_database);
    if (!writeCase(m_database, file))
        return false;
    if (upload) {
        Statement insert(m_database, upsert(QStringLiteral("document_bytes"), QStringLiteral("id"),
                                            QStringLiteral("id, bytes")));
        insert << upload->first.text() << upload->second;
        if (!insert.run())
            return false;
    }
    return transaction.commit();
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
    Transaction transaction(m_database);
    bool ok = true;
    for (const RecordKey& key : changes.removed)
        ok = ok && removeRecord(key);
    for (const KeptRecord& record : changes.put)
        ok = ok && putRecord(record);
    return ok && transaction.commit();
}

bool Store::removeRecord(const RecordKey& key)
{
    Statement remove(m_database, QStringLiteral("DELETE FROM records WHERE kind = ? AND id = ?"));
    remove << key.kind << key.id;
    return remove.run();
}

bool Store::putRecord(const KeptRecord& record)
{
    Statement insert(m_database, upsert(QStringLiteral("records"), QStringLiteral("kind, id"),
                                        QStringLiteral("kind, id, place, value")));
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
