#include "review/evidence/casesnapshot.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace finhub::review {

namespace {
/// What the digest of another way to write a case down must never be equal to.
constexpr const char* Encoding = "finhub-case-snapshot/1";

/// The names that go into the digest: never changed, or the encoding gets another version.
constexpr std::array<std::pair<SnapshotField, const char*>, 25> Names{{
    {SnapshotField::Verification, "verification"},
    {SnapshotField::Customer, "customer"},
    {SnapshotField::Type, "type"},
    {SnapshotField::Status, "status"},
    {SnapshotField::Level, "level"},
    {SnapshotField::Risk, "risk"},
    {SnapshotField::Round, "round"},
    {SnapshotField::Version, "version"},
    {SnapshotField::Document, "document"},
    {SnapshotField::DocumentType, "document.type"},
    {SnapshotField::DocumentFile, "document.file"},
    {SnapshotField::DocumentKind, "document.kind"},
    {SnapshotField::DocumentSize, "document.size"},
    {SnapshotField::DocumentRound, "document.round"},
    {SnapshotField::DocumentContent, "document.sha256"},
    {SnapshotField::FirstName, "firstName"},
    {SnapshotField::LastName, "lastName"},
    {SnapshotField::DateOfBirth, "dateOfBirth"},
    {SnapshotField::Nationality, "nationality"},
    {SnapshotField::PlaceOfBirth, "placeOfBirth"},
    {SnapshotField::Gender, "gender"},
    {SnapshotField::Email, "email"},
    {SnapshotField::Phone, "phone"},
    {SnapshotField::Category, "category"},
    {SnapshotField::CustomerRisk, "customerRisk"},
}};

const char* nameOf(SnapshotField field)
{
    for (const auto& [known, name] : Names) {
        if (known == field)
            return name;
    }
    return "";
}

struct Entry {
    SnapshotField field;
    DocumentId document;
    QString value;
};

QString numberOrNothing(qint64 number)
{
    return number < 0 ? QString() : QString::number(number);
}

QList<Entry> ofVerification(const Verification& verification)
{
    return {{SnapshotField::Verification, {}, verification.id.text()},
            {SnapshotField::Customer, {}, verification.customerId.text()},
            {SnapshotField::Type, {}, verification.type.text()},
            {SnapshotField::Status, {}, verification.status.text()},
            {SnapshotField::Level, {}, verification.level.text()},
            {SnapshotField::Risk, {}, verification.risk.text()},
            {SnapshotField::Round, {}, QString::number(verification.round)},
            {SnapshotField::Version, {}, numberOrNothing(verification.version.value_or(-1))}};
}

QList<Entry> ofDocument(const Document& document)
{
    return {{SnapshotField::Document, document.id, document.fileName},
            {SnapshotField::DocumentType, document.id, document.type.text()},
            {SnapshotField::DocumentFile, document.id, document.fileName},
            {SnapshotField::DocumentKind, document.id, document.mimeType.text()},
            {SnapshotField::DocumentSize, document.id, numberOrNothing(document.size)},
            {SnapshotField::DocumentRound, document.id, QString::number(document.round)},
            {SnapshotField::DocumentContent, document.id, QString::fromLatin1(document.sha256)}};
}

QList<Entry> ofCustomer(const Customer& customer)
{
    const Person& person = customer.person;
    return {{SnapshotField::FirstName, {}, person.firstName},
            {SnapshotField::LastName, {}, person.lastName},
            {SnapshotField::DateOfBirth, {}, person.dateOfBirth.toString(Qt::ISODate)},
            {SnapshotField::Nationality, {}, person.nationality},
            {SnapshotField::PlaceOfBirth, {}, person.placeOfBirth},
            {SnapshotField::Gender, {}, person.gender},
            {SnapshotField::Email, {}, person.email},
            {SnapshotField::Phone, {}, person.phone},
            {SnapshotField::Category, {}, customer.categoryName},
            {SnapshotField::CustomerRisk, {}, customer.risk.text()}};
}

QList<Entry> entriesOf(const CaseSnapshot& snapshot)
{
    QList<Entry> entries = ofVerification(snapshot.verification);
    QList<Document> documents = snapshot.verification.documents;
    std::sort(documents.begin(), documents.end(),
              [](const Document& a, const Document& b) { return a.id < b.id; });
    for (const Document& document : std::as_const(documents))
        entries << ofDocument(document);
    if (snapshot.customer)
        entries << ofCustomer(*snapshot.customer);
    return entries;
}

/// The text behind its length, so that no two lists of texts look alike.
void add(QCryptographicHash& hash, const QByteArray& text)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(text.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&length), sizeof length)); // NOLINT
    hash.addData(text);
}

using Key = std::pair<DocumentId, SnapshotField>;

std::map<Key, QString> valuesOf(const QList<Entry>& entries)
{
    std::map<Key, QString> values;
    for (const Entry& entry : entries)
        values.emplace(Key(entry.document, entry.field), entry.value);
    return values;
}

/// What has become another, or is not there any more.
QList<SnapshotDifference> changes(const QList<Entry>& shown, const std::map<Key, QString>& current)
{
    QList<SnapshotDifference> found;
    for (const Entry& entry : shown) {
        const auto now = current.find({entry.document, entry.field});
        const bool there = now != current.end();
        if (entry.field == SnapshotField::Document ? there : there && now->second == entry.value)
            continue;
        // Of a document that is gone, or of a customer that was not read, one word is enough.
        if (!there && entry.field != SnapshotField::Document)
            continue;
        found << SnapshotDifference{entry.field, entry.document, entry.value, there ? now->second : QString()};
    }
    return found;
}
} // namespace

CaseSnapshot::CaseSnapshot(Verification shown, std::optional<Customer> declared)
    : verification(std::move(shown))
    , customer(std::move(declared))
{
}

QByteArray CaseSnapshot::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, Encoding);
    const QList<Entry> entries = entriesOf(*this);
    for (const Entry& entry : entries) {
        add(hash, nameOf(entry.field));
        add(hash, entry.document.text().toUtf8());
        add(hash, entry.value.toUtf8());
    }
    return hash.result().toHex();
}

QList<SnapshotDifference> differences(const CaseSnapshot& shown, const CaseSnapshot& current)
{
    const QList<Entry> before = entriesOf(shown);
    const QList<Entry> after = entriesOf(current);
    QList<SnapshotDifference> found = changes(before, valuesOf(after));
    const std::map<Key, QString> known = valuesOf(before);
    for (const Entry& entry : after) {
        if (entry.field == SnapshotField::Document && !known.contains({entry.document, entry.field}))
            found << SnapshotDifference{entry.field, entry.document, QString(), entry.value};
    }
    std::stable_sort(found.begin(), found.end(), [](const SnapshotDifference& a, const SnapshotDifference& b) {
        return a.field != b.field ? a.field < b.field : a.document < b.document;
    });
    return found;
}

} // namespace finhub::review
