#include "sandbox/store/store.h"

#include "sandbox/store/schema.h"
#include "sandbox/store/statement.h"

#include <QAtomicInt>
#include <QSqlError>

namespace finhub::sandbox {

namespace {
/// `(?, ?, …)` for INSERT.
QString replaceInto(const QString& table, int columns)
{
    return QStringLiteral("INSERT OR REPLACE INTO %1 VALUES (?%2)")
        .arg(table, QStringLiteral(", ?").repeated(columns - 1));
}

QString selectByNumber(const QString& columns, const QString& table, const QString& order)
{
    return QStringLiteral("SELECT %1 FROM %2 WHERE number = ? ORDER BY %3").arg(columns, table, order);
}
} // namespace

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
    CaseFile file;
    if (!readCustomer(number, file.customer))
        return std::nullopt;
    readVerifications(file);
    readDocuments(file);
    readConsents(file);
    readEvents(file);
    return file;
}

bool Store::save(const CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload)
{
    if (!m_database.transaction())
        return false;
    bool ok = writeCustomer(file.customer) && writeVerifications(file) && writeDocuments(file) &&
              writeConsents(file) && writeEvents(file);
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

bool Store::readCustomer(qint64 number, CustomerRecord& customer)
{
    Statement row(m_database,
                  QStringLiteral("SELECT id, user_id, first_name, last_name, email, phone, date_of_birth, "
                                 "nationality, gender, place_of_birth, pincode, category_id, risk, roles, "
                                 "password_hash, had_session, activated_at, iban, wallet_id, created_at, "
                                 "updated_at FROM customers WHERE number = ?"));
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

bool Store::writeCustomer(const CustomerRecord& customer)
{
    const Person& person = customer.person;
    Statement row(m_database, replaceInto(QStringLiteral("customers"), 22));
    row << customer.number << customer.id.text() << customer.userId.text() << person.firstName
        << person.lastName << person.email << person.phone << person.dateOfBirth.toString(Qt::ISODate)
        << person.nationality << person.gender << person.placeOfBirth << person.pincode
        << customer.categoryId.text() << customer.risk << customer.roles.join(u' ')
        << QString::fromLatin1(customer.passwordHash) << int(customer.hadSession) << customer.activatedAt
        << customer.iban << customer.walletId << customer.createdAt << customer.updatedAt;
    return row.run();
}

void Store::readVerifications(CaseFile& file)
{
    Statement row(m_database,
                  selectByNumber(QStringLiteral("id, type, status, level, round, version, initiated_by, "
                                                "started_at, submitted_at, updated_at, decided_at, "
                                                "decided_by, reason_codes, comment, notes, request"),
                                 QStringLiteral("verifications"), QStringLiteral("place")));
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

bool Store::writeVerifications(const CaseFile& file)
{
    int place = 0;
    for (const VerificationRecord& verification : file.verifications) {
        Statement row(m_database, replaceInto(QStringLiteral("verifications"), 18));
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

void Store::readDocuments(CaseFile& file)
{
    Statement row(
        m_database,
        selectByNumber(QStringLiteral("id, verification_id, type, file_name, mime_type, size, sha256, "
                                      "verified, round, uploaded_at, uploaded_by, specimen_seed, "
                                      "specimen_flaw"),
                       QStringLiteral("documents"), QStringLiteral("place")));
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

bool Store::writeDocuments(const CaseFile& file)
{
    int place = 0;
    for (const DocumentRecord& document : file.documents) {
        Statement row(m_database, replaceInto(QStringLiteral("documents"), 15));
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

void Store::readConsents(CaseFile& file)
{
    Statement row(m_database, selectByNumber(QStringLiteral("type, id, version, granted_at, expires_at, "
                                                            "ip_address, user_agent"),
                                             QStringLiteral("consents"), QStringLiteral("granted_at")));
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

bool Store::writeConsents(const CaseFile& file)
{
    for (const ConsentRecord& consent : file.consents) {
        Statement row(m_database, replaceInto(QStringLiteral("consents"), 8));
        row << file.customer.number << consent.type << consent.id << consent.version << consent.grantedAt
            << consent.expiresAt << consent.ipAddress << consent.userAgent;
        if (!row.run())
            return false;
    }
    return true;
}

void Store::readEvents(CaseFile& file)
{
    Statement row(
        m_database,
        selectByNumber(QStringLiteral("id, type, at, actor_type, actor_id, actor_name, summary, data"),
                       QStringLiteral("events"), QStringLiteral("place")));
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

bool Store::writeEvents(const CaseFile& file)
{
    int place = 0;
    for (const EventRecord& event : file.events) {
        Statement row(m_database, replaceInto(QStringLiteral("events"), 10));
        row << file.customer.number << place++ << event.id << event.type << event.at << event.actorType
            << event.actorId << event.actorName << event.summary << event.data;
        if (!row.run())
            return false;
    }
    return true;
}

} // namespace finhub::sandbox
