#include "sandbox/idempotency.h"

#include <QCryptographicHash>

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr qint64 KeptSeconds = 24 * 60 * 60;
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
    const auto known = m_stored.constFind(scope);
    return known == m_stored.constEnd() ? std::nullopt : std::optional(*known);
}

void Idempotency::store(const Scope& scope, const Stored& stored)
{
    m_stored.removeIf([&stored](const std::pair<const Scope&, Stored&>& entry) {
        return entry.second.at.secsTo(stored.at) > KeptSeconds;
    });
    m_stored.insert(scope, stored);
}

} // namespace finhub::sandbox
