#pragma once

#include "review/disk.h"

#include <tl/expected.hpp>

#include <memory>

namespace finhub::review {

/// Why there is no file to work on.
enum class IntentFileFault {
    Exists,      ///< another decision has this name: its file stays as it is
    Busy,        ///< another console that is running works on it
    Gone,        ///< there is none
    CannotWrite, ///< the folder or the disk refuses
};

/// One file of the outbox in the hands of this process. It appears under its name complete and on the disk,
/// or not at all; it is locked (flock) from before it appears until this object goes, so no other console
/// works on it, and when a process dies the system lets go of it. Readable by its owner only.
///
/// Every function that returns true returns when what it did is on the disk (fsync of file and folder).
class IntentFile {
public:
    /// Makes the file, which must not exist. The disk outlives it.
    static tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
    create(Disk& disk, const QString& folder, const QString& name, const QByteArray& content);
    /// Takes over a file that nobody works on. `content` gets at most `maxBytes` + 1 of it. The disk outlives
    /// it.
    static tl::expected<std::unique_ptr<IntentFile>, IntentFileFault>
    take(Disk& disk, const QString& folder, const QString& name, qint64 maxBytes, QByteArray& content);

    /// Adds to the end. On failure nothing of it stays, as far as the disk lets itself be asked.
    bool append(const QByteArray& bytes);
    /// Cuts what follows after so many bytes.
    bool cut(qint64 size);
    bool remove();

    const QString& name() const { return m_name; }

    IntentFile(const IntentFile&) = delete;
    IntentFile& operator=(const IntentFile&) = delete;

private:
    IntentFile(Disk& disk, QString folder, QString name, int descriptor);

    QString path() const { return m_folder + u'/' + m_name; }

    Disk& m_disk;
    QString m_folder;
    QString m_name;
    OpenFile m_file;
};

} // namespace finhub::review
