#pragma once

#include "core/values.h"

namespace finhub::review {

/// What tells the bytes of a document from others of the same id: its SHA-256. Where the server sends none,
/// what else it says of them, which is weaker.
inline QByteArray stampOf(const Document& document)
{
    if (!document.sha256.isEmpty())
        return document.sha256;
    return QByteArray::number(document.size) + '/' + QByteArray::number(document.round) + '/' +
           document.uploadedAt.toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace finhub::review
