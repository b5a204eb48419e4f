#include "documents/sealedmemory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace finhub::documents {

namespace {
int newMemory()
{
    const int fd = memfd_create("finhub-document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    // The descriptor is put in the place of standard input or output later; it must not lie there already.
    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    const int moved = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(fd);
    return moved;
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}
} // namespace

std::optional<SealedMemory> SealedMemory::holding(QByteArrayView bytes)
{
    SealedMemory memory(newMemory());
    if (memory.m_fd < 0 || !writeAll(memory.m_fd, bytes))
        return std::nullopt;
    if (fcntl(memory.m_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return std::nullopt;
    memory.m_size = bytes.size();
    return memory;
}

std::optional<SealedMemory> SealedMemory::ofSize(qint64 size)
{
    SealedMemory memory(newMemory());
    if (memory.m_fd < 0 || ftruncate(memory.m_fd, size) != 0)
        return std::nullopt;
    if (fcntl(memory.m_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0)
        return std::nullopt;
    memory.m_size = size;
    return memory;
}

SealedMemory::~SealedMemory()
{
    if (m_fd >= 0)
        close(m_fd);
}

SealedMemory::SealedMemory(SealedMemory&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_size(std::exchange(other.m_size, 0))
{
}

SealedMemory& SealedMemory::operator=(SealedMemory&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_size, other.m_size);
    return *this;
}

bool SealedMemory::freeze()
{
    // A worker may have sealed it already; adding a seal to memory sealed against sealing is refused even
    // then, so what counts is what is there afterwards.
    fcntl(m_fd, F_ADD_SEALS, F_SEAL_WRITE);
    const int seals = fcntl(m_fd, F_GET_SEALS);
    return seals >= 0 && (seals & F_SEAL_WRITE) != 0;
}

std::optional<MappedMemory> SealedMemory::map(qint64 size) const
{
    if (size > m_size)
        return std::nullopt;
    return MappedMemory::of(m_fd, size);
}

} // namespace finhub::documents
