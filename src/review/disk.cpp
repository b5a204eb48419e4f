#include "review/disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace finhub::review {

namespace {
using namespace std::chrono_literals;

constexpr auto LockPause = 200us;
constexpr auto LockPatience = 2s;
constexpr mode_t OwnerOnly = 0600;

Disk::Refusal refusal()
{
    if (errno == ENOENT)
        return Disk::Refusal::Missing;
    return errno == EEXIST ? Disk::Refusal::Exists : Disk::Refusal::Other;
}

int flagsOf(Disk::Mode mode)
{
    switch (mode) {
    case Disk::Mode::Append:
        return O_RDWR | O_CREAT | O_APPEND;
    case Disk::Mode::Existing:
        return O_RDWR | O_APPEND;
    case Disk::Mode::New:
        return O_RDWR | O_CREAT | O_EXCL | O_APPEND;
    case Disk::Mode::Read:
        return O_RDONLY;
    }
    return O_RDONLY;
}
} // namespace

Disk::~Disk() = default;

bool Disk::makeFolder(const QString& path)
{
    if (m_folders.contains(path) && QFileInfo(path).isDir())
        return true;
    const QString above = QDir::cleanPath(path + QStringLiteral("/.."));
    if (!QDir().mkpath(above))
        return false;
    // One that is there may have been made by a console that ended before the disk had it.
    if ((::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST) ||
        !QFileInfo(path).isDir() || !syncFolder(above))
        return false;
    m_folders.insert(path);
    return true;
}

QStringList Disk::files(const QString& folder, const QString& ending, qsizetype most)
{
    QStringList names =
        QDir(folder).entryList({QLatin1Char('*') + ending}, QDir::Files | QDir::Hidden, QDir::Name);
    return names.mid(0, most);
}

QDateTime Disk::changedAt(const QString& path)
{
    return QFileInfo(path).lastModified().toUTC();
}

int Disk::open(const QString& path, Mode mode, Refusal& why)
{
    // Not waiting for whoever writes into a pipe that stands here instead of a file.
    const int flags = flagsOf(mode) | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int file = ::open(QFile::encodeName(path).constData(), flags, OwnerOnly);
    why = file >= 0 ? Refusal::None : refusal();
    struct stat status = {};
    if (file >= 0 && (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))) {
        ::close(file);
        why = Refusal::Other;
        return -1;
    }
    return file;
}

void Disk::close(int file)
{
    ::close(file);
}

bool Disk::lock(int file, Patience patience)
{
    if (patience == Patience::None)
        return ::flock(file, LOCK_EX | LOCK_NB) == 0;
    // The other console holds it for as long as one entry takes. Waiting in the kernel would have no end
    // where that one has been stopped.
    const auto end = std::chrono::steady_clock::now() + LockPatience;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(LockPause);
    }
    return true;
}

bool Disk::isAt(int file, const QString& path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(file, &open) == 0 && ::lstat(QFile::encodeName(path).constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

qint64 Disk::size(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? qint64(status.st_size) : -1;
}

std::optional<QByteArray> Disk::read(int file, qint64 from, qint64 most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    qint64 got = 0;
    while (got < most) {
        const auto now =
            ::pread(file, bytes.data() + got, static_cast<std::size_t>(most - got), off_t(from + got));
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            return std::nullopt;
        if (now == 0)
            break;
        got += now;
    }
    bytes.truncate(got);
    return bytes;
}

qint64 Disk::write(int file, QByteArrayView bytes)
{
    for (;;) {
        const auto now = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (now >= 0 || errno != EINTR)
            return now;
    }
}

bool Disk::truncate(int file, qint64 size)
{
    return ::ftruncate(file, off_t(size)) == 0;
}

bool Disk::sync(int file)
{
    return ::fsync(file) == 0;
}

bool Disk::syncFolder(const QString& path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

bool Disk::link(const QString& from, const QString& to, Refusal& why)
{
    const bool linked = ::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    why = linked ? Refusal::None : refusal();
    return linked;
}

bool Disk::rename(const QString& from, const QString& to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool Disk::remove(const QString& path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0;
}

Disk& Disk::system()
{
    static Disk disk;
    return disk;
}

bool Disk::writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 now = write(file, bytes);
        if (now <= 0)
            return false;
        bytes = bytes.sliced(now);
    }
    return true;
}

} // namespace finhub::review
