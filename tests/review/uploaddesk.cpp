#include "review/uploaddesk.h"

#include "review/samplecase.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTest>
#include <QThread>

#include <algorithm>

namespace finhub::test {

using review::DocumentFile;
using review::FileFault;
using review::Uploads;
using review::UploadState;

QByteArray pdfOf(const QByteArray& text)
{
    return "%PDF-1.7 " + text;
}

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Document documentWith(const QString& id, DocumentType type, const QByteArray& bytes)
{
    Document document = sampleDocument(id, type);
    document.size = bytes.size();
    document.sha256 = sha256Of(bytes);
    return document;
}

void FakeDisk::put(const QString& path, const QByteArray& text)
{
    DocumentFile file;
    file.bytes = pdfOf(text);
    file.sha256 = sha256Of(file.bytes);
    file.kind = MimeType::Pdf;
    file.size = file.bytes.size();
    const QMutexLocker lock(&m_mutex);
    m_files[path] = file;
}

void FakeDisk::putFault(const QString& path, FileFault fault)
{
    DocumentFile file;
    file.fault = fault;
    const QMutexLocker lock(&m_mutex);
    m_files[path] = file;
}

void FakeDisk::hold()
{
    m_held = true;
    m_gate.acquire(m_gate.available());
}

void FakeDisk::release()
{
    if (std::exchange(m_held, false))
        m_gate.release(1'000'000);
}

int FakeDisk::readings() const
{
    const QMutexLocker lock(&m_mutex);
    return m_readings;
}

int FakeDisk::mostAtOnce() const
{
    const QMutexLocker lock(&m_mutex);
    return m_most;
}

bool FakeDisk::wasOnGuiThread() const
{
    const QMutexLocker lock(&m_mutex);
    return m_onGuiThread;
}

DocumentFile FakeDisk::read(const QString& path)
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_readings;
        m_most = std::max(m_most, ++m_now);
        m_onGuiThread |= QThread::currentThread() == QCoreApplication::instance()->thread();
    }
    m_gate.acquire();
    m_gate.release();
    const QMutexLocker lock(&m_mutex);
    --m_now;
    const auto found = m_files.find(path);
    if (found == m_files.end()) {
        DocumentFile missing;
        missing.fault = FileFault::Missing;
        return missing;
    }
    // Bytes of their own, as from a disk.
    DocumentFile file = found->second;
    file.bytes.detach();
    return file;
}

UploadDesk::UploadDesk()
{
    finhub.openSession(sampleOfficer());
    tryOuts.answer = [](const TryOutArguments&) { return Done{}; };
    uploads = std::make_unique<Uploads>(
        finhub,
        [this](int id, const QByteArray& bytes, MimeType kind) {
            return tryOuts.record({id, bytes, kind});
        },
        [disk = disk](const QString& path) { return disk->read(path); });
    uploads->setTarget(sampleCustomer().id, sampleVerification().id);
}

UploadDesk::~UploadDesk()
{
    disk->release();
}

void UploadDesk::add(const QStringList& paths)
{
    for (const QString& path : paths)
        disk->put(path, path.toUtf8());
    uploads->add(paths);
}

void UploadDesk::addReady(const QStringList& paths)
{
    add(paths);
    QTRY_COMPARE(uploads->count(UploadState::Checking), 0);
}

int UploadDesk::sendOne(const QString& path)
{
    const int before = finhub.uploads.count();
    addReady({path});
    uploads->send();
    [this, before] { QTRY_COMPARE(finhub.uploads.count(), before + 1); }();
    return uploads->all().last().id;
}

int UploadDesk::callOf(const QString& fileName) const
{
    int call = finhub.uploads.count() - 1;
    while (call >= 0 && finhub.uploads.arguments(call).request.fileName != fileName)
        --call;
    return call;
}

UploadAnswer UploadDesk::answerTo(int call) const
{
    const UploadRequest& request = finhub.uploads.arguments(call).request;
    UploadAnswer answer;
    answer.document = documentWith(QStringLiteral("new-%1").arg(call), request.type, request.content);
    answer.document.fileName = request.fileName;
    answer.verificationStatus = VerificationStatus::PendingDocuments;
    answer.version = 5 + call;
    return answer;
}

} // namespace finhub::test
