#pragma once

#include "core/result.h"
#include "documents/documentservice.h"

namespace finhub::documents {

/// SHA-256 as the contract writes it: lower-case hex.
QByteArray sha256Of(const QByteArray& bytes);

/// 3.3: whether bytes are what the verification promised, before anything of them is shown. `sha256` is that
/// of the bytes, or empty when the document has none to compare with.
///
/// A wrong size counts as a wrong SHA-256: these are not the bytes that were meant. Any thread.
Result<LoadedDocument> checkDocument(const Document& document, const QByteArray& bytes,
                                     const QByteArray& sha256);

} // namespace finhub::documents
