#include "documents/mappedmemory.h"

#include <sys/mman.h>

#include <cstddef>
#include <utility>

namespace finhub::documents {

std::optional<MappedMemory> MappedMemory::of(int fd, qint64 size)
{
    if (size <= 0)
        return std::nullopt;
    // Private, since kernels before 6.7 refuse even a read-only shared mapping of write-sealed memory.
    void* const data = mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED)
        return std::nullopt;
    // Somebody's papers: not in a core dump.
    static_cast<void>(madvise(data, static_cast<std::size_t>(size), MADV_DONTDUMP));
    return MappedMemory(static_cast<uchar*>(data), size);
}

MappedMemory::~MappedMemory()
{
    if (m_data)
        munmap(m_data, static_cast<std::size_t>(m_size));
}

MappedMemory::MappedMemory(MappedMemory&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

} // namespace finhub::documents
