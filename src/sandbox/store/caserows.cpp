#include "sandbox/store/caserows.h"

#include "sandbox/store/officerrows.h"
#include "sandbox/store/statement.h"

namespace finhub::sandbox {

namespace {
/// A table whose rows belong to a customer.
class Table {
public:
    /// `columns` are those that are read, in this order; of `key`, whatever is not among them is only
    /// written, before them.
    Table(const QString& table, const QString& key, const QString& columns, const QString& order)
        : m_select(
              QStringLiteral("SELECT %1 FROM %2 WHERE number = ? ORDER BY %3").arg(columns, table, order))
    {
        const QStringList read = columns.split(QStringLiteral(", "));
        QStringList written = key.split(QStringLiteral(", "));
        written.removeIf([&read](const QString& column) { return read.contains(column); });
        m_write = upsert(table, key, (written + read).join(QStringLiteral(", ")));
    }

    /// Adds a row or replaces it.
    const QString& write() const { return m_write; }
    /// Takes the customer's number.
    const QString& select() const { return m_select; }

private:
    QString m_select;
    QString m_write;
};

const Table& customers()
{
    static const Table table(
        QStringLiteral("customers"), QStringLiteral("number"),
        QStringLiteral(
            "id, user_id, first_name, last_name, email, phone, date_of_birth, nationality, gender, "
            "place_of_birth, pincode, category_id, risk, roles, password_hash, had_session, "
            "activated_at, iban, wallet_id, created_at, updated_at"),
        QStringLiteral("number"));
    return table;
}

const Table& verifications()
{
    static const Table table(
        QStringLiteral("verifications"), QStringLiteral("number, place"),
        QStringLiteral("id, type, status, level, round, version, initiated_by, started_at, submitted_at, "
                       "updated_at, decided_at, decided_by, reason_codes, comment, notes, request"),
        QStringLiteral("place"));
    return table;
}

const Table& documents()
{
    static const Table table(
        QStringLiteral("documents"), QStringLiteral("number, place"),
        QStringLiteral("id, verification_id, type, file_name, mime_type, size, sha256, verified, round, "
                       "uploaded_at, uploaded_by, specimen_seed, specimen_flaw"),
        QStringLiteral("place"));
    return table;
}

const Table& consents()
{
    static const Table table(
        QStringLiteral("consents"), QStringLiteral("number, type"),
        QStringLiteral("type, id, version, granted_at, expires_at, ip_address, user_agent"),
        QStringLiteral("granted_at, type"));
    return table;
}

const Table& events()
{
    static const Table table(QStringLiteral("events"), QStringLiteral("number, place"),
                             QStringLiteral("id, type, at, actor_type, actor_id, actor_name, summary, data"),
                             QStringLiteral("place"));
    return table;
}

bool readCustomer(Database& database, qint64 number, CustomerRecord& customer)
{
    Statement row(database, customers().select());
    row << number;
    if (!row.run() || !row.next())
        return false;
    customer.number = number;
    customer.id = CustomerId(row.text());
    customer.userId = UserId(row.text());
    Person& person = customer.person;
    person.firstName = row.text();
    person.lastName = row.text();
    person.email = row.text();
    person.phone = row.text();
    person.dateOfBirth = QDate::fromString(row.text(), Qt::ISODate);
    person.nationality = row.text();
    person.gender = row.text();
    person.placeOfBirth = row.text();
    person.pincode = row.text();
    customer.categoryId = CategoryId(row.text());
    customer.risk = row.word<RiskLevel>();
    customer.roles = row.texts();
    customer.passwordHash = row.bytes();
    customer.hadSession = row.number() != 0;
    customer.activatedAt = row.time();
    customer.iban = row.text();
    customer.walletId = row.text();
    customer.createdAt = row.time();
    customer.updatedAt = row.time();
    return true;
}

bool writeCustomer(Database& database, const CustomerRecord& customer)
{
    const Person& person = customer.person;
    Statement row(database, customers().write());
    row << customer.number << customer.id.text() << customer.userId.text() << person.firstName
        << person.lastName << person.email << person.phone << person.dateOfBirth.toString(Qt::ISODate)
        << person.nationality << person.gender << person.placeOfBirth << person.pincode
        << customer.categoryId.text() << customer.risk << customer.roles.join(u' ')
        << QString::fromLatin1(customer.passwordHash) << int(customer.hadSession) << customer.activatedAt
        << customer.iban << customer.walletId << customer.createdAt << customer.updatedAt;
    return row.run();
}

void readVerifications(Database& database, CaseFile& file)
{
    Statement row(database, verifications().select());
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        VerificationRecord verification;
        verification.id = VerificationId(row.text());
        verification.type = row.word<VerificationType>();
        verification.status = row.word<VerificationStatus>();
        verification.level = row.word<VerificationLevel>();
        verification.round = int(row.number());
        verification.version = int(row.number());
        verification.initiatedBy = UserId(row.text());
        verification.startedAt = row.time();
        verification.submittedAt = row.time();
        verification.updatedAt = row.time();
        verification.decidedAt = row.time();
        verification.decidedBy = row.text();
        verification.reasonCodes = row.texts();
        verification.comment = row.text();
        verification.notes = row.text();
        verification.request = row.bytes();
        file.verifications.append(std::move(verification));
    }
}

bool writeVerifications(Database& database, const CaseFile& file)
{
    int place = 0;
    for (const VerificationRecord& verification : file.verifications) {
        Statement row(database, verifications().write());
        row << file.customer.number << place++ << verification.id.text() << verification.type
            << verification.status << verification.level << verification.round << verification.version
            << verification.initiatedBy.text() << verification.startedAt << verification.submittedAt
            << verification.updatedAt << verification.decidedAt << verification.decidedBy
            << verification.reasonCodes.join(u' ') << verification.comment << verification.notes
            << verification.request;
        if (!row.run())
            return false;
    }
    return true;
}

void readDocuments(Database& database, CaseFile& file)
{
    Statement row(database, documents().select());
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        DocumentRecord document;
        document.id = DocumentId(row.text());
        document.verificationId = VerificationId(row.text());
        document.type = row.word<DocumentType>();
        document.fileName = row.text();
        document.mimeType = row.word<MimeType>();
        document.size = row.number();
        document.sha256 = row.bytes();
        document.verified = row.number() != 0;
        document.round = int(row.number());
        document.uploadedAt = row.time();
        document.uploadedBy = UserId(row.text());
        const QVariant seed = row.value();
        const Flaw flaw = Flaw(row.number());
        if (!seed.isNull())
            document.specimen = SpecimenOrigin{quint64(seed.toLongLong()), flaw};
        file.documents.append(std::move(document));
    }
}

bool writeDocuments(Database& database, const CaseFile& file)
{
    int place = 0;
    for (const DocumentRecord& document : file.documents) {
        Statement row(database, documents().write());
        row << file.customer.number << place++ << document.id.text() << document.verificationId.text()
            << document.type << document.fileName << document.mimeType << document.size
            << QString::fromLatin1(document.sha256) << int(document.verified) << document.round
            << document.uploadedAt << document.uploadedBy.text();
        row.bind(document.specimen ? QVariant(qint64(document.specimen->seed)) : QVariant());
        row.bind(document.specimen ? QVariant(int(document.specimen->flaw)) : QVariant());
        if (!row.run())
            return false;
    }
    return true;
}

void readConsents(Database& database, CaseFile& file)
{
    Statement row(database, consents().select());
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        ConsentRecord consent;
        consent.type = row.word<ConsentType>();
        consent.id = row.text();
        consent.version = row.text();
        consent.grantedAt = row.time();
        consent.expiresAt = row.time();
        consent.ipAddress = row.text();
        consent.userAgent = row.text();
        file.consents.append(std::move(consent));
    }
}

bool writeConsents(Database& database, const CaseFile& file)
{
    for (const ConsentRecord& consent : file.consents) {
        Statement row(database, consents().write());
        row << file.customer.number << consent.type << consent.id << consent.version << consent.grantedAt
            << consent.expiresAt << consent.ipAddress << consent.userAgent;
        if (!row.run())
            return false;
    }
    return true;
}

void readEvents(Database& database, CaseFile& file)
{
    Statement row(database, events().select());
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        EventRecord event;
        event.id = row.text();
        event.type = row.text();
        event.at = row.time();
        event.actorType = row.word<ActorType>();
        event.actorId = row.text();
        event.actorName = row.text();
        event.summary = row.text();
        event.data = row.bytes();
        file.events.append(std::move(event));
    }
}

bool writeEvents(Database& database, const CaseFile& file)
{
    int place = 0;
    for (const EventRecord& event : file.events) {
        Statement row(database, events().write());
        row << file.customer.number << place++ << event.id << event.type << event.at << event.actorType
            << event.actorId << event.actorName << event.summary << event.data;
        if (!row.run())
            return false;
    }
    return true;
}
} // namespace

std::optional<CaseFile> readCase(Database& database, qint64 number)
{
    CaseFile file;
    if (!readCustomer(database, number, file.customer))
        return std::nullopt;
    readVerifications(database, file);
    readDocuments(database, file);
    readConsents(database, file);
    readOfficerRows(database, file);
    readEvents(database, file);
    return file;
}

bool writeCase(Database& database, const CaseFile& file)
{
    return writeCustomer(database, file.customer) && writeVerifications(database, file) &&
           writeDocuments(database, file) && writeConsents(database, file) &&
           writeOfficerRows(database, file) && writeEvents(database, file);
}

} // namespace finhub::sandbox
