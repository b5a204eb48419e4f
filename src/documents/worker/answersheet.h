#pragma once

#include "documents/worker/decodedpage.h"
#include "documents/worker/pdftext.h"
#include "documents/worker/zonereader.h"

#include <optional>

namespace finhub::documents {

/// The memory that the console gave us for the answer. It is written to rather than mapped: that leaves the
/// address space to the decoder, and the kernel need not clear pages that are about to be filled.
class AnswerSheet {
public:
    /// Nothing when standard output is not memory of a fixed size.
    static std::optional<AnswerSheet> open();

    /// Bytes that it can hold.
    qint64 size() const { return m_size; }

    /// Writes pixels and header; false when there is no room for them.
    bool write(const DecodedPage& page) const;
    /// Writes characters and header; false when there is no room for them.
    bool write(const DecodedText& text) const;
    bool write(const DecodedZone& zone) const;
    /// Writes what was too many.
    bool write(const Refusal& refusal) const;

private:
    explicit AnswerSheet(qint64 size)
        : m_size(size)
    {
    }

    qint64 m_size;
};

} // namespace finhub::documents
