#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace finhub::review {

/// What journal and outbox ask of the disk, as thin as the system calls behind it, so that a test can make
/// each of them fail, or take the power away before any. What fails says so by its return value; nothing
/// throws. What was written, made, renamed or removed is on the disk only after sync() of the file or
/// syncFolder() of the folder that has its name.
class Disk {
public:
    Disk() = default;
    virtual ~Disk();
    Q_DISABLE_COPY_MOVE(Disk)

    enum class Mode {
        Append,   ///< read, and write at the end; made where it is missing
        Existing, ///< the same of what is there
        New,      ///< the same; fails where it is there already
        Read,
    };
    /// Why a file could not be opened or given a name.
    enum class Refusal { None, Missing, Exists, Other };

    /// The folder with those above it, for its owner only where it is made. True when it is there, and on the
    /// disk.
    virtual bool makeFolder(const QString& path);
    /// The names of the files in a folder that end like this, in their order, `most` at most.
    virtual QStringList files(const QString& folder, const QString& ending, qsizetype most);
    /// When the file was last changed, UTC; invalid when that is not known.
    virtual QDateTime changedAt(const QString& path);
    /// A descriptor, -1 when it cannot be opened. Never follows a link at the end of the path; what is made
    /// is for its owner only.
    virtual int open(const QString& path, Mode mode, Refusal& why);
    virtual void close(int file);
    /// The exclusive lock of the open file, which goes with its descriptor. Waits two seconds at most for
    /// whoever has it, or not at all.
    enum class Patience { Short, None };
    virtual bool lock(int file, Patience patience = Patience::Short);
    /// Whether the path still names this open file.
    virtual bool isAt(int file, const QString& path);
    /// -1 when it is not known.
    virtual qint64 size(int file);
    /// At most `most` bytes from this place on, fewer at the end of the file; nullopt when it cannot be read.
    virtual std::optional<QByteArray> read(int file, qint64 from, qint64 most);
    /// How many of the bytes were written: possibly fewer than all, -1 for none.
    virtual qint64 write(int file, QByteArrayView bytes);
    virtual bool truncate(int file, qint64 size);
    /// True when what was written is on the disk.
    virtual bool sync(int file);
    /// The same for the names in a folder.
    virtual bool syncFolder(const QString& path);
    /// Gives a file a second name, unless that is taken.
    virtual bool link(const QString& from, const QString& to, Refusal& why);
    virtual bool rename(const QString& from, const QString& to);
    virtual bool remove(const QString& path);

    /// Writes all of the bytes, in as many pieces as it takes.
    bool writeAll(int file, QByteArrayView bytes);

    /// That of this computer.
    static Disk& system();

private:
    QSet<QString> m_folders; ///< that are known to be on the disk
};

/// An open file that is closed at the end of its scope.
class OpenFile {
public:
    OpenFile(Disk& disk, int file)
        : m_disk(&disk)
        , m_file(file)
    {
    }
    ~OpenFile()
    {
        if (m_file >= 0)
            m_disk->close(m_file);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)

    bool isOpen() const { return m_file >= 0; }
    int descriptor() const { return m_file; }

private:
    Disk* m_disk;
    int m_file;
};

} // namespace finhub::review
