#include "sandbox/store/schema.h"

namespace finhub::sandbox {

QStringList storeSchema()
{
    return {
        QStringLiteral("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) "
                       "WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS customers ("
                       "number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL UNIQUE, "
                       "first_name TEXT, last_name TEXT, email TEXT, phone TEXT, date_of_birth TEXT, "
                       "nationality TEXT, gender TEXT, place_of_birth TEXT, pincode TEXT, category_id TEXT, "
                       "risk TEXT, roles TEXT, password_hash TEXT, had_session INTEGER, "
                       "activated_at INTEGER, iban TEXT, wallet_id TEXT, created_at INTEGER, "
                       "updated_at INTEGER)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS verifications ("
                       "number INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT, "
                       "status TEXT, level TEXT, round INTEGER, version INTEGER, initiated_by TEXT, "
                       "started_at INTEGER, submitted_at INTEGER, updated_at INTEGER, decided_at INTEGER, "
                       "decided_by TEXT, reason_codes TEXT, comment TEXT, notes TEXT, request BLOB, "
                       "PRIMARY KEY (number, place)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS documents ("
                       "number INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, "
                       "verification_id TEXT, type TEXT, file_name TEXT, mime_type TEXT, size INTEGER, "
                       "sha256 TEXT, verified INTEGER, round INTEGER, uploaded_at INTEGER, "
                       "uploaded_by TEXT, specimen_seed INTEGER, specimen_flaw INTEGER, "
                       "PRIMARY KEY (number, place)) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS document_bytes (id TEXT PRIMARY KEY, bytes BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS consents ("
                       "number INTEGER NOT NULL, type TEXT NOT NULL, id TEXT, version TEXT, "
                       "granted_at INTEGER, expires_at INTEGER, ip_address TEXT, user_agent TEXT, "
                       "PRIMARY KEY (number, type)) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS events ("
            "number INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, type TEXT, "
            "at INTEGER, actor_type TEXT, actor_id TEXT, actor_name TEXT, summary TEXT, data BLOB, "
            "PRIMARY KEY (number, place)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS records ("
                       "kind TEXT NOT NULL, id TEXT NOT NULL, place BIGINT NOT NULL, value TEXT NOT NULL, "
                       "PRIMARY KEY (kind, id))"),
    };
}

} // namespace finhub::sandbox
