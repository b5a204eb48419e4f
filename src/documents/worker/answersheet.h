#pragma once

#include "documents/mappedmemory.h"
#include "documents/worker/decodedpage.h"

#include <optional>

namespace finhub::documents {

/// The memory that the console gave us for the answer.
class AnswerSheet {
public:
    /// Nothing when standard output is not memory of a fixed size.
    static std::optional<AnswerSheet> open();

    /// Writes pixels and header; false when there is no room for them.
    bool write(const DecodedPage& page);
    /// Writes what was too many.
    void write(const Refusal& refusal);

private:
    explicit AnswerSheet(MappedMemory memory)
        : m_memory(std::move(memory))
    {
    }

    MappedMemory m_memory;
};

} // namespace finhub::documents
