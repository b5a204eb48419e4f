#pragma once

#include "sandbox/store/records.h"

#include <QCache>
#include <QHash>

#include <mutex>
#include <optional>

namespace finhub::sandbox {

/// What has been drawn of the seeded documents: sizes and hashes for good, since reads show them, and the
/// bytes of the last ones. Any thread.
class DocumentVault {
public:
    struct Digest {
        qint64 size = 0;
        QByteArray sha256; ///< lower-case hex
    };

    static Digest digestOf(const QByteArray& bytes);

    void put(const DocumentId& id, const QByteArray& bytes);
    std::optional<Digest> digest(const DocumentId& id) const;
    std::optional<QByteArray> bytes(const DocumentId& id) const;

private:
    static constexpr int MaxKeptBytes = 48 * 1024 * 1024;

    mutable std::mutex m_mutex;
    QHash<DocumentId, Digest> m_digests;
    mutable QCache<DocumentId, QByteArray> m_bytes{MaxKeptBytes};
};

} // namespace finhub::sandbox
