#pragma once

#include <QtGlobal>

#include <optional>

namespace finhub::documents {

/// A mapping of a file descriptor's first bytes for reading, given back when it goes. A write to it ends the
/// process. Move-only.
class MappedMemory {
public:
    /// Nothing when the descriptor cannot be mapped, or `size` is not positive.
    static std::optional<MappedMemory> of(int fd, qint64 size);

    ~MappedMemory();
    MappedMemory(MappedMemory&& other) noexcept;
    MappedMemory& operator=(MappedMemory&& other) = delete;
    MappedMemory(const MappedMemory&) = delete;
    MappedMemory& operator=(const MappedMemory&) = delete;

    const uchar* data() const { return m_data; }
    qint64 size() const { return m_size; }

private:
    MappedMemory(uchar* data, qint64 size)
        : m_data(data)
        , m_size(size)
    {
    }

    uchar* m_data;
    qint64 m_size;
};

} // namespace finhub::documents
