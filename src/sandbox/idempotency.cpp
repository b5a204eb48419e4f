#include "sandbox/idempotency.h"

#include "sandbox/json.h"

#include <QCryptographicHash>

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr qint64 KeptMilliseconds = 24LL * 60 * 60 * 1000;

QString answerKind()
{
    return QStringLiteral("idempotent-answer");
}

/// A scope may be long and holds line breaks.
QString recordId(const Idempotency::Scope& scope)
{
    return QString::fromLatin1(Idempotency::hashOf(scope).toHex());
}

KeptRecord recordOf(const QString& id, const Idempotency::Stored& stored)
{
    Json headers = Json::array();
    for (const auto& [name, value] : stored.reply.headers)
        headers.push_back({{"name", name.toStdString()}, {"value", value.toStdString()}});
    const Json value{{"bodyHash", stored.bodyHash.toHex().toStdString()},
                     {"status", stored.reply.status},
                     {"contentType", stored.reply.contentType.toStdString()},
                     {"headers", std::move(headers)},
                     {"body", stored.reply.body.toStdString()}};
    return {{answerKind(), id}, stored.at, jsonBytes(value)};
}

std::optional<Idempotency::Stored> storedOf(const KeptRecord& record)
{
    const auto value = parseJsonObject(record.value);
    if (!value)
        return std::nullopt;
    Idempotency::Stored stored;
    stored.bodyHash = QByteArray::fromHex(memberText(*value, "bodyHash").toLatin1());
    stored.reply.status = int(memberNumber(*value, "status"));
    stored.reply.contentType = memberText(*value, "contentType").toUtf8();
    stored.reply.body = memberText(*value, "body").toUtf8();
    for (const Json& header : value->value("headers", Json::array()))
        stored.reply.headers.append(
            {memberText(header, "name").toUtf8(), memberText(header, "value").toUtf8()});
    stored.at = record.place;
    return stored;
}
} // namespace

void Idempotency::read(const QDateTime& now)
{
    m_stored.clear();
    m_servedBefore = 0;
    m_readAt = now;
    for (const KeptRecord& record : m_store.records(answerKind())) {
        m_servedBefore = std::max(m_servedBefore, record.place);
        if (const auto stored = storedOf(record))
            m_stored.insert(record.key.id, *stored);
    }
}

bool Idempotency::isKey(const QByteArray& key)
{
    return !key.isEmpty() && key.size() <= 128 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

QByteArray Idempotency::hashOf(const QByteArray& body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

std::optional<Idempotency::Stored> Idempotency::find(const Scope& scope) const
{
    if (scope.isEmpty())
        return std::nullopt;
    const auto known = m_stored.constFind(recordId(scope));
    return known == m_stored.constEnd() ? std::nullopt : std::optional(*known);
}

void Idempotency::store(const Scope& scope, const QByteArray& bodyHash, const HttpReply& reply,
                        const QDateTime& now)
{
    const qint64 served = m_servedBefore + m_readAt.msecsTo(now);
    RecordChanges changes;
    m_stored.removeIf([&changes, served](const std::pair<const QString&, Stored&>& entry) {
        const bool old = served - entry.second.at > KeptMilliseconds;
        if (old)
            changes.removed.append({answerKind(), entry.first});
        return old;
    });
    const QString id = recordId(scope);
    const Stored stored{bodyHash, reply, served};
    changes.put.append(recordOf(id, stored));
    m_stored.insert(id, stored);
    m_store.changeRecords(changes);
}

} // namespace finhub::sandbox
