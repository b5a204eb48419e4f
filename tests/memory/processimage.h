#pragma once

#include <QtGlobal>

#include <functional>

namespace finhub::test {

/// The memory of a process that stands still meanwhile, as a core dump would have it: every segment that can be read,
/// and what registers a debugger sees. The process belongs to this one.
class ProcessImage {
public:
    using Look = std::function<void(const char* memory, qsizetype size)>;

    explicit ProcessImage(qint64 pid);
    /// Goes on.
    ~ProcessImage();
    ProcessImage(const ProcessImage&) = delete;
    ProcessImage& operator=(const ProcessImage&) = delete;

    /// How many bytes were looked at; 0 when the memory cannot be read here. What is left out of core dumps by the
    /// process itself (locked secrets) is looked at as well, unless it is guarded against reading.
    qint64 lookAtSegments(const Look& look) const;
    /// The general and vector registers of every thread; 0 when they cannot be read here.
    qint64 lookAtRegisters(const Look& look) const;

private:
    qint64 m_pid;
};

} // namespace finhub::test
