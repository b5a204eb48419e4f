#include "review/journal/journalfixture.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <unistd.h>

#include <csignal>

using namespace finhub::review;
using namespace finhub::test;

/// Appends to a journal until it is killed, and tells each head on its standard output once append() has
/// returned: journal-writer JOURNAL KEY SEED. With a seed other than 0 it kills itself: before, after, or in
/// the middle of some call of the disk.
namespace {
class DeadlyDisk : public Disk {
public:
    explicit DeadlyDisk(quint32 seed)
        : m_random(seed)
        , m_left(seed == 0 ? -1 : m_random.bounded(120))
    {
    }

    qint64 write(int file, QByteArrayView bytes) override
    {
        if (m_left == 0)
            Disk::write(file, bytes.first(m_random.bounded(static_cast<int>(bytes.size()) + 1)));
        step();
        return Disk::write(file, bytes);
    }
    bool sync(int file) override
    {
        step();
        return Disk::sync(file);
    }
    qint64 size(int file) override
    {
        step();
        return Disk::size(file);
    }
    bool truncate(int file, qint64 size) override
    {
        step();
        return Disk::truncate(file, size);
    }
    bool syncFolder(const QString& path) override
    {
        step();
        return Disk::syncFolder(path);
    }
    bool link(const QString& from, const QString& to, Refusal& why) override
    {
        step();
        return Disk::link(from, to, why);
    }
    bool isAt(int file, const QString& path) override
    {
        step();
        return Disk::isAt(file, path);
    }

private:
    void step()
    {
        if (m_left-- == 0)
            ::raise(SIGKILL);
    }

    QRandomGenerator m_random;
    int m_left;
};
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    DeadlyDisk disk(arguments.at(3).toUInt());
    JournalKeyFile key(arguments.at(2), disk);
    JournalFile journal(arguments.at(1), key, disk);
    for (int i = 0;; ++i) {
        if (!journal.append(sampleEvent(i)))
            return 1;
        const QByteArray told = journal.head() + '\n';
        if (::write(STDOUT_FILENO, told.constData(), static_cast<std::size_t>(told.size())) != told.size())
            return 3;
    }
}
