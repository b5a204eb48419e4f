#pragma once

#include "documents/mappedmemory.h"

#include <QByteArrayView>

#include <optional>

namespace finhub::documents {

/// Anonymous memory behind a file descriptor (memfd) that can be handed to another process without trusting
/// it: its size is sealed, so nobody can pull it away from under a mapping. Never in any file system.
/// Move-only.
class SealedMemory {
public:
    /// Memory that holds these bytes, sealed against every change.
    static std::optional<SealedMemory> holding(QByteArrayView bytes);
    /// Zeros of this size for somebody else to fill. Pages that are never touched take no memory.
    static std::optional<SealedMemory> ofSize(qint64 size);

    ~SealedMemory();
    SealedMemory(SealedMemory&& other) noexcept;
    SealedMemory& operator=(SealedMemory&& other) noexcept;
    SealedMemory(const SealedMemory&) = delete;
    SealedMemory& operator=(const SealedMemory&) = delete;

    int fd() const { return m_fd; }
    qint64 size() const { return m_size; }

    /// Seals the contents too. False while anybody still has the memory mapped for writing.
    bool freeze();
    /// The first `size` bytes, or nothing where there are not so many.
    std::optional<MappedMemory> map(qint64 size) const;

private:
    explicit SealedMemory(int fd)
        : m_fd(fd)
    {
    }

    int m_fd;
    qint64 m_size = 0;
};

} // namespace finhub::documents
