#pragma once

#include <QtGlobal>

#include <optional>

namespace finhub::documents {

/// A mapping of a file descriptor's first bytes, given back when it goes. Move-only.
class MappedMemory {
public:
    /// For reading; a write to it ends the process.
    static std::optional<MappedMemory> forReading(int fd, qint64 size);
    /// For reading and writing; what is written reaches the descriptor.
    static std::optional<MappedMemory> forWriting(int fd, qint64 size);

    ~MappedMemory();
    MappedMemory(MappedMemory&& other) noexcept;
    MappedMemory& operator=(MappedMemory&& other) = delete;
    MappedMemory(const MappedMemory&) = delete;
    MappedMemory& operator=(const MappedMemory&) = delete;

    uchar* data() const { return m_data; }
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
