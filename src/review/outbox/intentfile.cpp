#include "review/outbox/intentfile.h"

#include <QUuid>

#include <optional>
#include <utility>

namespace finhub::review {

IntentFile::IntentFile(Disk& disk, QString folder, QString name, int descriptor)
    : m_disk(disk)
    , m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_file(disk, descriptor)
{
}

tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
IntentFile::create(Disk& disk, const QString& folder, const QString& name, const QByteArray& content)
{
    // Written and locked under a name that nobody looks for; link() then gives it its own in one step, and
    // refuses when there is one already.
    const QString draft =
        QStringLiteral("%1/draft-%2").arg(folder, QUuid::createUuid().toString(QUuid::WithoutBraces));
    Disk::Refusal why = Disk::Refusal::None;
    const int descriptor = disk.open(draft, Disk::Mode::New, why);
    if (descriptor < 0)
        return tl::unexpected(IntentFileFault::CannotWrite);
    std::unique_ptr<IntentFile> file(new IntentFile(disk, folder, name, descriptor));
    std::optional<IntentFileFault> fault;
    if (!disk.lock(descriptor, Disk::Patience::None) || !disk.writeAll(descriptor, content) ||
        !disk.sync(descriptor))
        fault = IntentFileFault::CannotWrite;
    else if (!disk.link(draft, file->path(), why))
        fault = why == Disk::Refusal::Exists ? IntentFileFault::Exists : IntentFileFault::CannotWrite;
    disk.remove(draft);
    if (!fault && !disk.syncFolder(folder)) {
        disk.remove(file->path());
        fault = IntentFileFault::CannotWrite;
    }
    if (fault)
        return tl::unexpected(*fault);
    return file;
}

tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
IntentFile::take(Disk& disk, const QString& folder, const QString& name, qint64 maxBytes, QByteArray& content)
{
    const QString path = folder + u'/' + name;
    Disk::Refusal why = Disk::Refusal::None;
    const int descriptor = disk.open(path, Disk::Mode::Existing, why);
    if (descriptor < 0)
        return tl::unexpected(why == Disk::Refusal::Missing ? IntentFileFault::Gone
                                                            : IntentFileFault::CannotWrite);
    std::unique_ptr<IntentFile> file(new IntentFile(disk, folder, name, descriptor));
    if (!disk.lock(descriptor, Disk::Patience::None))
        return tl::unexpected(IntentFileFault::Busy);
    // Whoever had the lock may have settled it between our opening and their letting go.
    if (!disk.isAt(descriptor, path))
        return tl::unexpected(IntentFileFault::Gone);
    const std::optional<QByteArray> read = disk.read(descriptor, 0, maxBytes + 1);
    if (!read)
        return tl::unexpected(IntentFileFault::CannotWrite);
    content = *read;
    return file;
}

bool IntentFile::append(const QByteArray& bytes)
{
    const qint64 before = m_disk.size(m_file.descriptor());
    if (before < 0)
        return false;
    if (m_disk.writeAll(m_file.descriptor(), bytes) && m_disk.sync(m_file.descriptor()))
        return true;
    cut(before);
    return false;
}

bool IntentFile::cut(qint64 size)
{
    return m_disk.truncate(m_file.descriptor(), size) && m_disk.sync(m_file.descriptor());
}

bool IntentFile::remove()
{
    return m_disk.remove(path()) && m_disk.syncFolder(m_folder);
}

} // namespace finhub::review
