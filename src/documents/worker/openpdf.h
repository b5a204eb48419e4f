#pragma once

#include "documents/worker/decodedpage.h"

#include <QBuffer>
#include <QByteArray>
#include <QPdfDocument>

#include <optional>

namespace finhub::documents {

/// A PDF that has been opened for one of its pages.
class OpenPdf {
public:
    explicit OpenPdf(const QByteArray& bytes);

    /// Why this page cannot be had: the document cannot be read or is too long, there is no such page, or it
    /// is too large.
    std::optional<Refusal> refusalFor(int page) const;
    QPdfDocument& document() { return m_document; }

private:
    QBuffer m_buffer; // read from as long as the document lives
    QPdfDocument m_document;
};

} // namespace finhub::documents
