#pragma once

#include "core/result.h"
#include "sandbox/store/database.h"
#include "sandbox/store/keptrecord.h"
#include "sandbox/store/records.h"

#include <QString>

#include <functional>

namespace finhub::sandbox {

/// The store behind Qt Sql, in SQLite or PostgreSQL: every case that somebody has changed since seeding, the
/// bytes of documents that were uploaded, and the records that other parts of the sandbox keep. Lives on one
/// thread, as its database connection does.
///
/// What the database refuses to read comes back as if it were not there, so nobody may answer anything from
/// it while the database is not intact.
class Store {
public:
    /// Opens or creates the store at what StoreLocation reads. Fails with ErrorKind::Refused, whose technical
    /// text is the rest of the sentence "the store cannot be opened: ...".
    Result<void> open(const QString& location);

    Database& database() { return m_database; }

    /// What the store was made with; empty when it has not been said yet.
    QString setting(const QString& name);
    bool setSetting(const QString& name, const QString& value);

    std::optional<CaseFile> caseFile(qint64 number);
    /// Writes the whole case in one transaction; false when the database refuses.
    bool save(const CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload = {});

    /// The customer's number behind an id that is stored.
    std::optional<qint64> numberOfCustomer(const CustomerId& id);
    std::optional<qint64> numberOfUser(const UserId& id);
    std::optional<qint64> numberOfVerification(const VerificationId& id);

    /// The bytes of an uploaded document.
    QByteArray documentBytes(const DocumentId& id);

    /// The records of a kind, by place.
    QList<KeptRecord> records(const QString& kind);
    /// Writes all of the changes in one transaction; false when the database refuses.
    bool changeRecords(const RecordChanges& changes);

    /// Calls for every stored case, by number.
    void forEachCase(const std::function<void(const CaseFile&)>& visit);

private:
    std::optional<qint64> number(const QString& sql, const QString& id);
    bool removeRecord(const RecordKey& key);
    bool putRecord(const KeptRecord& record);

    Database m_database;
};

} // namespace finhub::sandbox
