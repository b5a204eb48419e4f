#include "review/uploadjob.h"

#include "review/documentnames.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
bool actsAs(const api::FinHub& finhub, const CustomerId& customer)
{
    return finhub.customerSession() && finhub.customerSession()->customerId == customer;
}

/// A host may answer with less than the document that was sent to it.
Document completed(Document document, const Upload& upload, const VerificationId& verification)
{
    if (document.verificationId.isEmpty())
        document.verificationId = verification;
    if (document.type.isAbsent())
        document.type = upload.type;
    if (document.fileName.isEmpty())
        document.fileName = upload.fileName;
    if (document.mimeType.isAbsent())
        document.mimeType = upload.kind;
    if (document.size < 0)
        document.size = upload.size;
    if (document.sha256.isEmpty())
        document.sha256 = upload.sha256;
    return document;
}
} // namespace

UploadJob::UploadJob(int id, QString path, const Means& means)
    : m_means(means)
    , m_path(std::move(path))
{
    m_upload.id = id;
    m_upload.fileName = acceptableFileName(m_path);
    m_upload.type = guessDocumentType(m_upload.fileName);
}

UploadJob::~UploadJob() = default;

bool UploadJob::isSendable() const
{
    return m_upload.state == UploadState::Ready && m_upload.type != DocumentType::Unknown;
}

void UploadJob::check()
{
    m_reading = startReading(m_means.reader, m_path);
    m_reading->onFinished(this, [this](const Result<DocumentFile>& file) { onChecked(*file); });
}

void UploadJob::onChecked(const DocumentFile& file)
{
    m_reading.reset();
    m_upload.size = file.size;
    if (m_upload.sha256 != file.sha256)
        m_key.clear(); // other bytes, another request
    m_upload.sha256 = file.sha256;
    m_upload.kind = file.kind;
    if (file.fault != FileFault::None) {
        setFault(UploadState::Refused, file.fault, std::nullopt);
        return;
    }
    m_tryOut = m_means.tryOut(m_upload.id, file.bytes, file.kind);
    m_tryOut->onFinished(this, [this](const Result<Done>& outcome) { onTriedOut(outcome); });
    Q_EMIT contentKnown();
    Q_EMIT changed();
}

void UploadJob::onTriedOut(const Result<Done>& outcome)
{
    m_tryOut.reset();
    if (outcome)
        setState(UploadState::Ready);
    else
        setFault(UploadState::Refused, FileFault::Undecodable, outcome.error());
}

void UploadJob::wait()
{
    if (isSendable())
        setState(UploadState::Waiting);
}

void UploadJob::send(const CustomerId& customer, const VerificationId& verification,
                     const QSet<DocumentId>& present)
{
    m_customer = customer;
    m_verification = verification;
    m_before = present;
    m_upload.sent = 0;
    m_upload.total = 0;
    m_reading = startReading(m_means.reader, m_path);
    m_reading->onFinished(this, [this](const Result<DocumentFile>& file) { onReadForSending(*file); });
    setState(UploadState::Sending);
}

void UploadJob::onReadForSending(const DocumentFile& file)
{
    m_reading.reset();
    if (file.fault != FileFault::None || file.sha256 != m_upload.sha256) {
        // What is sent is what was checked and looked at, or nothing.
        setFault(UploadState::Failed, file.fault == FileFault::None ? FileFault::Changed : file.fault,
                 std::nullopt);
        return;
    }
    m_bytes = file.bytes;
    m_asCustomer = actsAs(m_means.finhub, m_customer);
    if (m_key.isEmpty())
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    UploadRequest request;
    request.verificationId = m_verification;
    request.customerId = m_customer;
    request.type = m_upload.type;
    request.fileName = m_upload.fileName;
    request.mimeType = m_upload.kind;
    request.content = file.bytes;
    request.idempotencyKey = m_key;
    m_sending = m_means.finhub.uploadDocument(std::move(request), [this](qint64 sent, qint64 total) {
        m_upload.sent = sent;
        m_upload.total = total;
        Q_EMIT changed();
    });
    m_sending->onFinished(this, [this](const Result<UploadAnswer>& answer) { onAnswer(answer); });
}

void UploadJob::onAnswer(const Result<UploadAnswer>& answer)
{
    m_sending.reset();
    if (answer) {
        UploadAnswer whole = *answer;
        whole.document = completed(whole.document, m_upload, m_verification);
        become(whole.document);
        Q_EMIT answered(whole);
    } else if (answer.error().kind == ErrorKind::OutcomeUnknown) {
        m_mayHaveArrived = true;
        m_upload.looks = 0;
        startLook();
        setFault(UploadState::Unknown, FileFault::None, answer.error());
    } else {
        m_bytes.clear();
        setFault(UploadState::Failed, FileFault::None, answer.error());
    }
}

/// Reads the verification to see whether the document is there. Where the server offers no reading, nothing
/// happens.
void UploadJob::startLook()
{
    if (!m_means.finhub.offers(Extension::VerificationRead)) {
        m_bytes.clear();
        return;
    }
    m_upload.looking = true;
    m_look = m_means.finhub.verification(m_verification);
    m_look->onFinished(this, [this](const Result<Verification>& read) { onLooked(read); });
}

void UploadJob::onLooked(const Result<Verification>& read)
{
    m_look.reset();
    m_upload.looking = false;
    const Document* found = nullptr;
    if (read) {
        // Not one that was there before, nor one that another file of the queue has become.
        const auto ours =
            std::find_if(read->documents.begin(), read->documents.end(), [this](const Document& document) {
                return document.sha256.toLower() == m_upload.sha256 && !m_before.contains(document.id) &&
                       !m_means.isTaken(document.id);
            });
        if (ours != read->documents.end())
            found = &*ours;
    }
    if (found) {
        m_upload.foundByLook = true;
        become(completed(*found, m_upload, m_verification));
    } else {
        m_upload.looks += read ? 1 : 0;
        m_bytes.clear();
        Q_EMIT changed();
    }
    if (read)
        Q_EMIT verificationRead(*read);
}

void UploadJob::become(const Document& document)
{
    m_upload.document = document;
    m_upload.error.reset();
    m_mayHaveArrived = false;
    const QByteArray bytes = std::exchange(m_bytes, {});
    setState(UploadState::Uploaded);
    Q_EMIT arrived(document, bytes);
}

void UploadJob::setType(DocumentType type)
{
    if (m_upload.type == type || m_upload.looking)
        return;
    switch (m_upload.state) {
    case UploadState::Checking:
    case UploadState::Ready:
    case UploadState::Refused:
    case UploadState::Failed:
    case UploadState::Cancelled:
        m_upload.type = type;
        m_key.clear(); // another request, however alike
        Q_EMIT changed();
        return;
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Uploaded:
    case UploadState::Unknown:
        return;
    }
}

void UploadJob::cancel()
{
    switch (m_upload.state) {
    case UploadState::Checking:
    case UploadState::Ready:
    case UploadState::Waiting:
    case UploadState::Sending:
        break;
    case UploadState::Refused:
    case UploadState::Uploaded:
    case UploadState::Failed:
    case UploadState::Cancelled:
    case UploadState::Unknown:
        return;
    }
    m_reading.reset();
    m_tryOut.reset();
    if (std::exchange(m_sending, nullptr)) {
        // A server acts on whole requests only. Progress is told now and then, so a part may be out of date:
        // a look tells for sure.
        if (m_upload.total > 0 && m_upload.sent >= m_upload.total)
            m_mayHaveArrived = true;
        m_upload.looks = 0;
        startLook();
    }
    if (m_mayHaveArrived)
        setFault(UploadState::Unknown, FileFault::None, Error::of(ErrorKind::OutcomeUnknown));
    else
        setState(UploadState::Cancelled);
}

bool UploadJob::retry()
{
    if (m_upload.looking)
        return false;
    UploadState next = UploadState::Waiting;
    switch (m_upload.state) {
    case UploadState::Refused:
        next = UploadState::Checking;
        break;
    case UploadState::Failed:
    case UploadState::Cancelled:
        if (m_upload.fault != FileFault::None || m_upload.sha256.isEmpty())
            next = UploadState::Checking;
        else if (m_upload.type == DocumentType::Unknown)
            next = UploadState::Ready;
        break;
    case UploadState::Unknown:
        if (!maySendAgain())
            return false;
        break;
    case UploadState::Checking:
    case UploadState::Ready:
    case UploadState::Waiting:
    case UploadState::Sending:
    case UploadState::Uploaded:
        return false;
    }
    setFault(next, FileFault::None, std::nullopt);
    return true;
}

void UploadJob::lookAgain()
{
    if (m_upload.state != UploadState::Unknown || m_upload.looking)
        return;
    startLook();
    Q_EMIT changed();
}

bool UploadJob::maySendAgain() const
{
    if (m_upload.state != UploadState::Unknown || m_upload.looking)
        return false;
    const bool sameActor = actsAs(m_means.finhub, m_customer) == m_asCustomer;
    return (m_means.finhub.offers(Extension::IdempotentDecision) && sameActor) || m_upload.looks >= 2 ||
           !m_means.finhub.offers(Extension::VerificationRead);
}

CallPtr<DocumentFile> UploadJob::read() const
{
    const auto reader = [read = m_means.reader, sha256 = m_upload.sha256](const QString& path) {
        DocumentFile file = read(path);
        if (file.fault == FileFault::None && file.sha256 != sha256)
            file = DocumentFile{.fault = FileFault::Changed};
        return file;
    };
    return startReading(reader, m_path);
}

void UploadJob::abandon()
{
    disconnect();
    m_reading.reset();
    m_tryOut.reset();
    m_sending.reset();
    m_look.reset();
    m_bytes.clear();
}

void UploadJob::setState(UploadState state)
{
    m_upload.state = state;
    Q_EMIT changed();
}

void UploadJob::setFault(UploadState state, FileFault fault, std::optional<Error> error)
{
    m_upload.fault = fault;
    m_upload.error = std::move(error);
    setState(state);
}

} // namespace finhub::review
