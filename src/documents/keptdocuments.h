#pragma once

#include "core/result.h"
#include "core/values.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace finhub::documents {

/// The files that this console has uploaded, in memory while it runs, so that they can be looked at where the
/// server does not hand documents out (3.3). They are never evicted: what does not fit is refused. Bytes that
/// go are overwritten. GUI thread.
class KeptDocuments {
public:
    explicit KeptDocuments(qint64 budget)
        : m_budget(budget)
    {
    }
    ~KeptDocuments() { clear(); }
    KeptDocuments(const KeptDocuments&) = delete;
    KeptDocuments& operator=(const KeptDocuments&) = delete;

    struct Kept {
        QByteArray bytes;
        QByteArray sha256; ///< of the bytes, lower-case hex
    };

    /// Keeps a copy of the bytes under this document's ids, instead of what was there. ErrorKind::
    /// BrokenDocument when they are not what the server says it has taken, ErrorKind::TooLarge when the
    /// budget is used up.
    Result<void> keep(const Document& document, const QByteArray& bytes);
    std::optional<Kept> find(const Document& document) const;
    void clear();

    qint64 bytes() const { return m_bytes; }

private:
    qint64 m_budget;
    qint64 m_bytes = 0;
    QHash<std::pair<VerificationId, DocumentId>, Kept> m_kept;
};

} // namespace finhub::documents
