#include "sandbox/store/schema.h"

namespace finhub::sandbox {

QStringList storeSchema(const SqlDialect& dialect)
{
    const QString bytes = dialect.bytesType();
    const QString end = QLatin1Char(')') + dialect.keyedTable();
    return {
        QStringLiteral("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS customers ("
                       "number BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL UNIQUE, "
                       "first_name TEXT, last_name TEXT, email TEXT, phone TEXT, date_of_birth TEXT, "
                       "nationality TEXT, gender TEXT, place_of_birth TEXT, pincode TEXT, category_id TEXT, "
                       "risk TEXT, roles TEXT, password_hash TEXT, had_session BIGINT, "
                       "activated_at BIGINT, iban TEXT, wallet_id TEXT, created_at BIGINT, "
                       "updated_at BIGINT") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS verifications ("
                       "number BIGINT NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT, "
                       "status TEXT, level TEXT, round BIGINT, version BIGINT, initiated_by TEXT, "
                       "started_at BIGINT, submitted_at BIGINT, updated_at BIGINT, decided_at BIGINT, "
                       "decided_by TEXT, reason_codes TEXT, comment TEXT, notes TEXT, request %1, "
                       "PRIMARY KEY (number, place)")
                .arg(bytes) +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS documents ("
                       "number BIGINT NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL, "
                       "verification_id TEXT, type TEXT, file_name TEXT, mime_type TEXT, size BIGINT, "
                       "sha256 TEXT, verified BIGINT, round BIGINT, uploaded_at BIGINT, "
                       "uploaded_by TEXT, specimen_seed BIGINT, specimen_flaw BIGINT, "
                       "PRIMARY KEY (number, place)") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS document_bytes (id TEXT PRIMARY KEY, bytes %1 NOT NULL)")
            .arg(bytes),
        QStringLiteral("CREATE TABLE IF NOT EXISTS consents ("
                       "number BIGINT NOT NULL, type TEXT NOT NULL, id TEXT, version TEXT, "
                       "granted_at BIGINT, expires_at BIGINT, ip_address TEXT, user_agent TEXT, "
                       "PRIMARY KEY (number, type)") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS events ("
                       "number BIGINT NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL, type TEXT, "
                       "at BIGINT, actor_type TEXT, actor_id TEXT, actor_name TEXT, summary TEXT, data %1, "
                       "PRIMARY KEY (number, place)")
                .arg(bytes) +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS claims ("
                       "number BIGINT NOT NULL, verification_id TEXT NOT NULL, by_id TEXT, by_name TEXT, "
                       "since BIGINT, expires_at BIGINT, PRIMARY KEY (number, verification_id)") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS recommendations ("
                       "number BIGINT NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL, "
                       "verification_id TEXT, round BIGINT, by_id TEXT, by_name TEXT, at BIGINT, "
                       "verdict TEXT, reason_codes TEXT, notes TEXT, snapshot TEXT, "
                       "PRIMARY KEY (number, place)") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS notes ("
                       "number BIGINT NOT NULL, place BIGINT NOT NULL, id TEXT NOT NULL, "
                       "verification_id TEXT, note TEXT, by_id TEXT, by_name TEXT, at BIGINT, "
                       "PRIMARY KEY (number, place)") +
            end,
        QStringLiteral("CREATE TABLE IF NOT EXISTS records ("
                       "kind TEXT NOT NULL, id TEXT NOT NULL, place BIGINT NOT NULL, value TEXT NOT NULL, "
                       "PRIMARY KEY (kind, id))"),
    };
}

} // namespace finhub::sandbox
