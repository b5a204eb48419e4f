#pragma once

#include "documents/documentservice.h"

namespace finhub::documents {

/// The key under which a document's bytes are kept: its SHA-256, or its ids where the server sends none.
QByteArray documentKey(const Document& document);

/// How the keys of all pages of this document begin; empty when nothing vouches for whose they are: neither a
/// SHA-256 that was compared nor ids.
QByteArray pagesKey(const LoadedDocument& document);

/// The key of one page as it is asked for; empty where pagesKey() is.
QByteArray pageKey(const LoadedDocument& document, const RenderRequest& request);

/// The key of the text of one page; empty where pagesKey() is.
QByteArray textKey(const LoadedDocument& document, int page, TextDetail detail);

} // namespace finhub::documents
