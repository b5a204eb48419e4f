#include "review/documentfile.h"

#include "core/secret.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace finhub::review {

namespace {
constexpr qint64 Chunk = 256 * 1024;

/// What can be said of a file without opening it.
FileFault faultOf(const QFileInfo& info)
{
    if (!info.exists())
        return FileFault::Missing;
    // Also keeps a pipe from being opened, which would wait for somebody to write.
    if (!info.isFile())
        return FileFault::NotAFile;
    if (info.size() == 0)
        return FileFault::Empty;
    return info.size() > MaxDocumentBytes ? FileFault::TooLarge : FileFault::None;
}

/// One byte more than is allowed is enough to know.
QByteArray readUpToLimit(QFile& file)
{
    QByteArray bytes;
    while (bytes.size() <= MaxDocumentBytes) {
        const QByteArray chunk = file.read(qMin(Chunk, MaxDocumentBytes + 1 - bytes.size()));
        if (chunk.isEmpty())
            break;
        bytes += chunk;
    }
    return bytes;
}

/// A reading under way: whoever deletes it is not interested any more.
class Reading : public QObject {
public:
    ~Reading() override { watcher.cancel(); }

    QFutureWatcher<DocumentFile> watcher;
};
} // namespace

DocumentFile readDocumentFile(const QString& path)
{
    QFile file(path);
    return readDocumentFile(file);
}

DocumentFile readDocumentFile(QFile& file)
{
    DocumentFile result;
    const QFileInfo before(file.fileName());
    result.fault = faultOf(before);
    if (before.exists() && before.isFile())
        result.size = before.size();
    if (result.fault != FileFault::None)
        return result;
    const QDateTime changedAt = before.lastModified();
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        result.fault = FileFault::Unreadable;
        return result;
    }
    result.bytes = readUpToLimit(file);
    const QFileInfo after(file.fileName());
    if (file.error() != QFileDevice::NoError)
        result.fault = FileFault::Unreadable;
    else if (result.bytes.size() != result.size || after.size() != result.size ||
             after.lastModified() != changedAt)
        result.fault = FileFault::Changed;
    else if (result.kind = kindByContent(result.bytes); result.kind == MimeType::Unknown)
        result.fault = FileFault::WrongKind;
    if (result.fault == FileFault::None)
        result.sha256 = QCryptographicHash::hash(result.bytes, QCryptographicHash::Sha256).toHex();
    else
        wipe(result.bytes);
    return result;
}

FileReader plainFileReader()
{
    return [](const QString& path) { return readDocumentFile(path); };
}

CallPtr<DocumentFile> startReading(const FileReader& reader, const QString& path)
{
    auto call = std::make_unique<Call<DocumentFile>>();
    auto reading = std::make_unique<Reading>();
    QObject::connect(&reading->watcher, &QFutureWatcherBase::finished, call.get(),
                     [call = call.get(), reading = reading.get()] {
                         // From the event loop: whoever hears of it may delete the call and with it the
                         // watcher.
                         call->finishLater(reading->watcher.result());
                     });
    auto promise = std::make_shared<QPromise<DocumentFile>>();
    reading->watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, reader, path] {
        promise->start();
        DocumentFile file;
        if (!promise->isCanceled())
            file = reader(path);
        if (promise->isCanceled())
            wipe(file.bytes); // nobody waits any more
        else
            promise->addResult(std::move(file));
        promise->finish();
    });
    call->setWork(std::move(reading));
    return call;
}

} // namespace finhub::review
