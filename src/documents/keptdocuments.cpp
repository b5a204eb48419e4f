#include "documents/keptdocuments.h"

#include "core/secret.h"
#include "documents/documentcheck.h"

namespace finhub::documents {

namespace {
std::pair<VerificationId, DocumentId> keyOf(const Document& document)
{
    return {document.verificationId, document.id};
}
} // namespace

Result<void> KeptDocuments::keep(const Document& document, const QByteArray& bytes)
{
    Kept kept;
    // A copy of its own: whoever uploaded it overwrites theirs when they are done.
    kept.bytes = QByteArray(bytes.constData(), bytes.size());
    kept.sha256 = sha256Of(kept.bytes);
    if (const Result<LoadedDocument> checked = checkDocument(document, kept.bytes, kept.sha256); !checked)
        return failure(checked.error());
    const auto former = m_kept.find(keyOf(document));
    if (former != m_kept.end() && former->sha256 == kept.sha256)
        return {}; // somebody may be looking at it
    const qint64 left = former == m_kept.end() ? 0 : former->bytes.size();
    if (m_bytes - left + kept.bytes.size() > m_budget)
        return failure(Error::of(ErrorKind::TooLarge, QStringLiteral("%1 bytes are kept").arg(m_bytes)));
    if (former != m_kept.end())
        wipe(former->bytes);
    m_bytes += kept.bytes.size() - left;
    m_kept.insert(keyOf(document), kept);
    return {};
}

std::optional<KeptDocuments::Kept> KeptDocuments::find(const Document& document) const
{
    const auto there = m_kept.constFind(keyOf(document));
    if (there == m_kept.constEnd())
        return std::nullopt;
    return *there;
}

void KeptDocuments::clear()
{
    for (Kept& kept : m_kept)
        wipe(kept.bytes);
    m_kept.clear();
    m_bytes = 0;
}

} // namespace finhub::documents
