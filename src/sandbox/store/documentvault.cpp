#include "sandbox/store/documentvault.h"

#include <QCryptographicHash>

namespace finhub::sandbox {

DocumentVault::Digest DocumentVault::digestOf(const QByteArray& bytes)
{
    return {bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()};
}

void DocumentVault::put(const DocumentId& id, const QByteArray& bytes)
{
    const Digest digest = digestOf(bytes);
    const std::lock_guard lock(m_mutex);
    m_digests.insert(id, digest);
    m_bytes.insert(id, new QByteArray(bytes), static_cast<int>(bytes.size()));
}

std::optional<DocumentVault::Digest> DocumentVault::digest(const DocumentId& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_digests.constFind(id);
    return known == m_digests.constEnd() ? std::nullopt : std::optional(*known);
}

std::optional<QByteArray> DocumentVault::bytes(const DocumentId& id) const
{
    const std::lock_guard lock(m_mutex);
    const QByteArray* kept = m_bytes.object(id);
    return kept ? std::optional(*kept) : std::nullopt;
}

} // namespace finhub::sandbox
