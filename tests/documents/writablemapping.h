#pragma once

#include <QtGlobal>

#include <sys/mman.h>

#include <cstddef>

namespace finhub::documents {

/// A mapping through which somebody can still write.
class WritableMapping {
public:
    WritableMapping(int fd, qint64 size)
        : m_data(mmap(nullptr, static_cast<std::size_t>(size), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0))
        , m_size(static_cast<std::size_t>(size))
    {
    }
    ~WritableMapping()
    {
        if (isValid())
            munmap(m_data, m_size);
    }
    WritableMapping(const WritableMapping&) = delete;
    WritableMapping& operator=(const WritableMapping&) = delete;

    bool isValid() const { return m_data != MAP_FAILED; }
    uchar* data() const { return static_cast<uchar*>(m_data); }

private:
    void* m_data;
    std::size_t m_size;
};

} // namespace finhub::documents
