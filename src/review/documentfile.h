#pragma once

#include "core/call.h"
#include "core/validation.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QFile;

/// Files of this computer on their way to become documents (2.8).
namespace finhub::review {

/// Why a file cannot be uploaded, found without asking the server.
enum class FileFault {
    None,
    Missing,     ///< it is not there, or no longer
    NotAFile,    ///< a folder, a pipe, a device
    Unreadable,  ///< no permission, or reading it failed
    Empty,       ///< no bytes
    TooLarge,    ///< more than MaxDocumentBytes
    WrongKind,   ///< neither PDF nor JPEG nor PNG by its first bytes
    Changed,     ///< it changed while it was read, or since it was checked
    Undecodable, ///< it cannot be shown; an Error beside it says why
};

/// A file as it was read, or why it was not.
struct DocumentFile {
    FileFault fault = FileFault::None;
    QByteArray bytes = {};             ///< empty with a fault
    QByteArray sha256 = {};            ///< lower-case hex, as the contract writes it
    MimeType kind = MimeType::Unknown; ///< by content
    qint64 size = -1;                  ///< bytes; -1 when not even that is known
};

/// Reads a file whole, at most MaxDocumentBytes of it, and says what speaks against it. A file whose size or
/// time of change is another one after reading is FileFault::Changed: half of it may be old. Blocks for as
/// long as the disk takes, so never on the GUI thread; any other.
DocumentFile readDocumentFile(const QString& path);
/// The same for a file that has not been opened yet.
DocumentFile readDocumentFile(QFile& file);

/// How a file is read; tests have ways of their own. Called on another thread.
using FileReader = std::function<DocumentFile(const QString& path)>;
/// The plain readDocumentFile().
FileReader plainFileReader();

/// Reads a file on another thread. Never fails: what is wrong stands in the DocumentFile. Deleting the call
/// lets go of the bytes as soon as the disk gives them up.
CallPtr<DocumentFile> startReading(const FileReader& reader, const QString& path);

} // namespace finhub::review
