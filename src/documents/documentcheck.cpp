#include "documents/documentcheck.h"

#include "core/validation.h"
#include "documents/documentfault.h"

#include <QCryptographicHash>

namespace finhub::documents {

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<LoadedDocument> checkDocument(const Document& document, const QByteArray& bytes,
                                     const QByteArray& sha256)
{
    if (bytes.size() > MaxDocumentBytes)
        return failure(oversizedDocument(DocumentMeasure::Bytes, bytes.size()));
    if (document.size >= 0 && document.size != bytes.size())
        return failure(
            brokenDocument(DocumentFault::HashMismatch,
                           QStringLiteral("%1 bytes instead of %2").arg(bytes.size()).arg(document.size)));
    const bool hasHash = !document.sha256.isEmpty();
    if (hasHash && document.sha256.compare(sha256, Qt::CaseInsensitive) != 0)
        return failure(brokenDocument(DocumentFault::HashMismatch, QStringLiteral("sha256")));
    const MimeType kind = kindByContent(bytes);
    if (kind == MimeType::Unknown)
        return failure(brokenDocument(DocumentFault::UnsupportedKind));

    LoadedDocument loaded;
    loaded.document = document;
    loaded.bytes = bytes;
    loaded.kind = kind;
    loaded.kindDiffers = !document.mimeType.isAbsent() && document.mimeType.value() != kind;
    loaded.hashChecked = hasHash;
    return loaded;
}

} // namespace finhub::documents
