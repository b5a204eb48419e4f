#include "review/outbox/intentfile.h"

#include "review/foldersync.h"

#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>

namespace finhub::review {

namespace {
QByteArray pathOf(const QString& folder, const QString& name)
{
    return QFile::encodeName(folder + u'/' + name);
}

/// Writes all of it and waits for the disk.
bool writeAll(int descriptor, const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t n = ::write(descriptor, bytes.constData() + written,
                                  static_cast<std::size_t>(bytes.size() - written));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        written += n;
    }
    return ::fsync(descriptor) == 0;
}
} // namespace

IntentFile::IntentFile(QString folder, QString name, int descriptor)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_descriptor(descriptor)
{
}

IntentFile::~IntentFile()
{
    ::close(m_descriptor); // and with it the lock
}

tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
IntentFile::create(const QString& folder, const QString& name, const QByteArray& content)
{
    // Written and locked under a name that nobody looks for; link() then gives it its own in one step, and
    // refuses when there is one already.
    const QString draft = QStringLiteral("draft-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray draftPath = pathOf(folder, draft);
    const int descriptor =
        ::open(draftPath.constData(), O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return tl::unexpected(IntentFileFault::CannotWrite);
    std::unique_ptr<IntentFile> file(new IntentFile(folder, name, descriptor));
    std::optional<IntentFileFault> fault;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !writeAll(descriptor, content))
        fault = IntentFileFault::CannotWrite;
    else if (::link(draftPath.constData(), pathOf(folder, name).constData()) != 0)
        fault = errno == EEXIST ? IntentFileFault::Exists : IntentFileFault::CannotWrite;
    ::unlink(draftPath.constData());
    if (!fault && !syncFolder(file->m_folder)) {
        ::unlink(pathOf(folder, name).constData());
        fault = IntentFileFault::CannotWrite;
    }
    if (fault)
        return tl::unexpected(*fault);
    return file;
}

tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
IntentFile::take(const QString& folder, const QString& name, qint64 maxBytes, QByteArray& content)
{
    const int descriptor =
        ::open(pathOf(folder, name).constData(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return tl::unexpected(errno == ENOENT ? IntentFileFault::Gone : IntentFileFault::CannotWrite);
    std::unique_ptr<IntentFile> file(new IntentFile(folder, name, descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return tl::unexpected(IntentFileFault::Busy);
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return tl::unexpected(IntentFileFault::CannotWrite);
    // Whoever had the lock may have settled it between our opening and their letting go.
    if (status.st_nlink == 0)
        return tl::unexpected(IntentFileFault::Gone);
    QFile reader;
    if (!reader.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::DontCloseHandle))
        return tl::unexpected(IntentFileFault::CannotWrite);
    content = reader.read(maxBytes + 1);
    return file;
}

bool IntentFile::append(const QByteArray& bytes)
{
    struct stat before = {};
    if (::fstat(m_descriptor, &before) != 0)
        return false;
    if (writeAll(m_descriptor, bytes))
        return true;
    cut(before.st_size);
    return false;
}

bool IntentFile::cut(qint64 size)
{
    return ::ftruncate(m_descriptor, size) == 0 && ::fsync(m_descriptor) == 0;
}

bool IntentFile::remove()
{
    return ::unlink(pathOf(m_folder, m_name).constData()) == 0 && syncFolder(m_folder);
}

bool IntentFile::rename(const QString& name)
{
    if (::rename(pathOf(m_folder, m_name).constData(), pathOf(m_folder, name).constData()) != 0)
        return false;
    m_name = name;
    return syncFolder(m_folder);
}

} // namespace finhub::review
