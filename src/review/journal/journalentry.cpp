#include "review/journal/journalentry.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace finhub::review {

namespace {
constexpr QByteArrayView Domain = "finhub-journal-1\n";
constexpr QByteArrayView PreviousMember = ",\"previous\":\"";
constexpr QByteArrayView SignatureMember = "\",\"signature\":\"";
constexpr QByteArrayView HashMember = "\",\"hash\":\"";
constexpr QByteArrayView End = "\"}";
constexpr qsizetype HashDigits = 64;
constexpr qsizetype SignatureDigits = 128;
constexpr qsizetype HashPart = HashMember.size() + HashDigits + End.size();
constexpr qsizetype Tail =
    PreviousMember.size() + HashDigits + SignatureMember.size() + SignatureDigits + HashPart;
constexpr int Version = 1;
constexpr qsizetype MaxCodes = 64;

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArrayView part : parts)
        hash.addData(part);
    return hash.result().toHex();
}

QByteArray bodyOf(const JournalEntry& entry)
{
    QJsonObject json;
    const auto add = [&json](const QString& name, const QString& value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };

    add(QStringLiteral("customer"), entry.event.customer.text());
    add(QStringLiteral("verification"), entry.event.verification.text());
    add(QStringLiteral("document"), entry.event.document.text());
    add(QStringLiteral("officer"), entry.event.officer);
    add(QStringLiteral("snapshot"), QString::fromLatin1(entry.event.snapshot));
    add(QStringLiteral("intent"), QString::fromLatin1(entry.event.intent));
    add(QStringLiteral("detail"), entry.event.detail);
    add(QStringLiteral("publicKey"), QString::fromLatin1(entry.publicKey));
    add(QStringLiteral("continues"), QString::fromLatin1(entry.continues));
    if (!entry.event.reasonCodes.isEmpty())
        json.insert(QStringLiteral("reasonCodes"), QJsonArray::fromStringList(entry.event.reasonCodes));
    if (entry.sequence == 1)
        json.insert(QStringLiteral("journal"), Version);
    json.insert(QStringLiteral("kind"), entry.kind);
    json.insert(QStringLiteral("monotonic"), entry.monotonic);
    json.insert(QStringLiteral("run"), QString::fromLatin1(entry.run));
    json.insert(QStringLiteral("sequence"), static_cast<qint64>(entry.sequence));
    json.insert(QStringLiteral("time"), entry.time.toUTC().toString(Qt::ISODateWithMs));
    return QJsonDocument(json).toJson(QJsonDocument::Compact).chopped(1);
}

/// A line is one object of plain values and one list at most: whatever is nested deeper is not parsed.
bool isFlat(QByteArrayView body)
{
    return body.startsWith('{') && std::count(body.begin(), body.end(), '{') == 1 &&
           std::count(body.begin(), body.end(), '[') <= 1;
}

QByteArray latin(const QJsonObject& json, const QString& name)
{
    return json.value(name).toString().toLatin1();
}

bool fill(JournalEntry& entry, const QJsonObject& json)
{
    const qint64 sequence = json.value(QStringLiteral("sequence")).toInteger();
    const QJsonArray codes = json.value(QStringLiteral("reasonCodes")).toArray();
    entry.kind = json.value(QStringLiteral("kind")).toString();
    entry.time = QDateTime::fromString(json.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    if (sequence < 1 || entry.kind.isEmpty() || !entry.time.isValid() || codes.size() > MaxCodes)
        return false;
    if (sequence == 1 && json.value(QStringLiteral("journal")).toInt() != Version)
        return false;
    entry.sequence = static_cast<quint64>(sequence);
    entry.monotonic = json.value(QStringLiteral("monotonic")).toInteger();
    entry.run = latin(json, QStringLiteral("run"));
    entry.publicKey = latin(json, QStringLiteral("publicKey"));
    entry.continues = latin(json, QStringLiteral("continues"));
    entry.event.officer = json.value(QStringLiteral("officer")).toString();
    entry.event.customer = CustomerId(json.value(QStringLiteral("customer")).toString());
    entry.event.verification = VerificationId(json.value(QStringLiteral("verification")).toString());
    entry.event.document = DocumentId(json.value(QStringLiteral("document")).toString());
    entry.event.snapshot = latin(json, QStringLiteral("snapshot"));
    entry.event.intent = latin(json, QStringLiteral("intent"));
    entry.event.detail = json.value(QStringLiteral("detail")).toString();
    for (const auto& code : codes)
        entry.event.reasonCodes << code.toString();
    return true;
}
} // namespace

QByteArray noPreviousEntry()
{
    return QByteArray(HashDigits, '0');
}

QByteArray entryHash(QByteArrayView previous, QByteArrayView content)
{
    return sha256({Domain, previous, content});
}

QByteArray writeJournalLine(JournalEntry& entry, const JournalKey& key)
{
    QByteArray line = bodyOf(entry);
    line.append(PreviousMember).append(entry.previous);
    const QByteArray signature = key.sign(Domain.toByteArray() + line);
    line.append(SignatureMember).append(signature);
    entry.hash = entryHash(entry.previous, sha256({line}));
    line.append(HashMember).append(entry.hash).append(End).append('\n');
    return line.size() <= MaxJournalLine ? line : QByteArray();
}

tl::expected<JournalLine, LineFault> splitJournalLine(QByteArrayView line)
{
    if (line.size() >= MaxJournalLine)
        return tl::unexpected(LineFault::TooLong);
    if (line.size() <= Tail)
        return tl::unexpected(LineFault::Unreadable);
    JournalLine parts;
    QByteArrayView rest = line;
    const auto next = [&rest](qsizetype size) {
        const QByteArrayView part = rest.first(size);
        rest = rest.sliced(size);
        return part;
    };
    parts.body = next(line.size() - Tail);
    const bool hasPrevious = next(PreviousMember.size()) == PreviousMember;
    parts.previous = next(HashDigits);
    const bool hasSignature = next(SignatureMember.size()) == SignatureMember;
    parts.signature = next(SignatureDigits);
    const bool hasHash = next(HashMember.size()) == HashMember;
    parts.hash = next(HashDigits);
    if (!hasPrevious || !hasSignature || !hasHash || rest != End)
        return tl::unexpected(LineFault::Unreadable);
    parts.content = sha256({line.chopped(HashPart)});
    if (entryHash(parts.previous, parts.content) != parts.hash)
        return tl::unexpected(LineFault::Edited);
    return parts;
}

tl::expected<JournalEntry, LineFault> readJournalLine(QByteArrayView line, QByteArrayView publicKey)
{
    const auto parts = splitJournalLine(line);
    if (!parts)
        return tl::unexpected(parts.error());
    if (!isFlat(parts->body))
        return tl::unexpected(LineFault::Unreadable);
    const QJsonDocument json = QJsonDocument::fromJson(parts->body.toByteArray() + '}');
    JournalEntry entry;
    if (!json.isObject() || !fill(entry, json.object()))
        return tl::unexpected(LineFault::Unreadable);
    const qsizetype unsignedPart = SignatureMember.size() + SignatureDigits + HashPart;
    const QByteArray message = QByteArray().append(Domain).append(line.chopped(unsignedPart));
    if (!isSignedBy(publicKey.isEmpty() ? QByteArrayView(entry.publicKey) : publicKey, message,
                    parts->signature))
        return tl::unexpected(LineFault::NotSigned);
    entry.previous = parts->previous.toByteArray();
    entry.hash = parts->hash.toByteArray();
    return entry;
}

} // namespace finhub::review
