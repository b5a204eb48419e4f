#include "documents/mappedmemory.h"

#include <sys/mman.h>

#include <cstddef>
#include <utility>

namespace finhub::documents {

namespace {
uchar* mapped(int fd, qint64 size, int protection, int flags)
{
    if (size <= 0)
        return nullptr;
    void* const data = mmap(nullptr, static_cast<std::size_t>(size), protection, flags, fd, 0);
    return data == MAP_FAILED ? nullptr : static_cast<uchar*>(data);
}
} // namespace

std::optional<MappedMemory> MappedMemory::forReading(int fd, qint64 size)
{
    // Private, since kernels before 6.7 refuse even a read-only shared mapping of write-sealed memory.
    uchar* const data = mapped(fd, size, PROT_READ, MAP_PRIVATE);
    return data ? std::optional(MappedMemory(data, size)) : std::nullopt;
}

std::optional<MappedMemory> MappedMemory::forWriting(int fd, qint64 size)
{
    uchar* const data = mapped(fd, size, PROT_READ | PROT_WRITE, MAP_SHARED);
    return data ? std::optional(MappedMemory(data, size)) : std::nullopt;
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
