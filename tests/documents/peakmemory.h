#pragma once

#include <QFile>

namespace finhub::test {

/// The most memory that this process has held at once since it was made, beyond what it held then. One at a
/// time: the kernel keeps one mark for a process.
class PeakMemory {
public:
    PeakMemory()
    {
        QFile mark(QStringLiteral("/proc/self/clear_refs"));
        m_works = mark.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && mark.write("5") == 1;
        m_before = inKilobytes("VmRSS:");
    }

    /// The kernel could be asked.
    bool works() const { return m_works && m_before > 0; }
    double megabytes() const { return static_cast<double>(inKilobytes("VmHWM:") - m_before) / 1024; }

private:
    static qint64 inKilobytes(QByteArrayView name)
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith(name))
                return line.sliced(name.size()).simplified().split(' ').first().toLongLong();
        }
        return 0;
    }

    bool m_works = false;
    qint64 m_before = 0;
};

} // namespace finhub::test
