#include "memory/processimage.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QStringList>

#include <elf.h>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

namespace finhub::test {

ProcessImage::ProcessImage(qint64 pid)
    : m_pid(pid)
{
    ::kill(static_cast<pid_t>(pid), SIGSTOP);
    // Stopped when every thread says so.
    for (int tries = 0; tries < 2000; ++tries) {
        QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!status.open(QIODevice::ReadOnly))
            return;
        const QByteArray line = status.readAll();
        if (line.mid(line.lastIndexOf(')') + 2, 1) == "T")
            return;
        ::usleep(1000);
    }
}

ProcessImage::~ProcessImage()
{
    ::kill(static_cast<pid_t>(m_pid), SIGCONT);
}

qint64 ProcessImage::lookAtSegments(const Look& look) const
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(m_pid));
    const int memory = ::open(qPrintable(QStringLiteral("/proc/%1/mem").arg(m_pid)), O_RDONLY | O_CLOEXEC);
    if (memory < 0 || !maps.open(QIODevice::ReadOnly))
        return 0;
    qint64 looked = 0;
    std::vector<char> bytes;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 5 || !fields[1].startsWith('r') || line.contains("[v"))
            continue;
        // Of files only what has been written to can hold anything.
        if (fields[4] != "0" && !fields[1].contains('w'))
            continue;
        const qsizetype dash = fields[0].indexOf('-');
        const quint64 from = fields[0].left(dash).toULongLong(nullptr, 16);
        const quint64 to = fields[0].mid(dash + 1).toULongLong(nullptr, 16);
        bytes.resize(to - from);
        const ssize_t got = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(from));
        if (got <= 0)
            continue;
        look(bytes.data(), got);
        looked += got;
    }
    ::close(memory);
    return looked;
}

qint64 ProcessImage::lookAtRegisters(const Look& look) const
{
    qint64 looked = 0;
    for (const QString& name : QDir(QStringLiteral("/proc/%1/task").arg(m_pid)).entryList(QDir::Dirs)) {
        const pid_t thread = name.toInt();
        if (thread <= 0 || ::ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) != 0)
            continue;
        ::ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr);
        int status = 0;
        ::waitpid(thread, &status, __WALL);
        for (const int set : {NT_PRSTATUS, NT_FPREGSET, NT_X86_XSTATE}) {
            std::vector<char> registers(16384);
            iovec place{registers.data(), registers.size()};
            if (::ptrace(PTRACE_GETREGSET, thread, set, &place) == 0) {
                look(registers.data(), static_cast<qsizetype>(place.iov_len));
                looked += static_cast<qint64>(place.iov_len);
            }
        }
        ::ptrace(PTRACE_DETACH, thread, nullptr, nullptr);
    }
    return looked;
}

} // namespace finhub::test
