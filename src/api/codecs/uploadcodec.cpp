#include "api/codecs/uploadcodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/textlimits.h"
#include "api/codecs/verificationcodec.h"
#include "api/json/jsonbody.h"
#include "core/validation.h"

#include <limits>

namespace finhub::api {

namespace {
/// Room for every member but the content, so that the body is never moved.
constexpr qsizetype OtherMembers = 8 * 1024;

qsizetype base64Size(qsizetype bytes)
{
    return (bytes + 2) / 3 * 4;
}
} // namespace

std::optional<Error> faultOf(const UploadRequest& request)
{
    const auto refused = [](const char* member) {
        return Error::of(ErrorKind::Refused, QLatin1String(member));
    };
    if (request.type == DocumentType::Unknown)
        return refused("documentType");
    if (!isFileName(request.fileName) || request.fileName.trimmed().isEmpty())
        return refused("fileName");
    if (request.content.isEmpty() || request.content.size() > MaxDocumentBytes)
        return refused("fileContent");
    if (request.mimeType == MimeType::Unknown || request.mimeType != kindByContent(request.content))
        return refused("mimeType");
    if (!request.customerId.isEmpty() && !request.customerId.isValid())
        return refused("customerId");
    if (!isOptionalText(request.description))
        return refused("description");
    return std::nullopt;
}

QByteArray writeUpload(const UploadRequest& request, const std::atomic<bool>& stop)
{
    return JsonBody(base64Size(request.content.size()) + OtherMembers)
        .text("documentType", WireValue<DocumentType>::nameOf(request.type))
        .text("fileName", request.fileName)
        .text("mimeType", WireValue<MimeType>::nameOf(request.mimeType))
        .textOptional("customerId", request.customerId.text())
        .text("verificationId", request.verificationId.text())
        .textOptional("description", request.description)
        .number("fileSize", request.content.size())
        .base64("fileContent", request.content, stop)
        .take();
}

Document documentOf(const UploadRequest& request)
{
    Document document;
    document.verificationId = request.verificationId;
    document.type = request.type;
    document.fileName = request.fileName;
    document.mimeType = request.mimeType;
    document.size = request.content.size();
    return document;
}

Result<UploadAnswer> readUploadAnswer(const QByteArray& body, const Document& sent)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    UploadAnswer answer;
    answer.document = readDocument(payload);
    Document& document = answer.document;
    if (document.verificationId.isEmpty())
        document.verificationId = sent.verificationId;
    else if (document.verificationId != sent.verificationId)
        payload.member("verificationId").noteFault("not the verification that was sent to");
    if (document.type.isAbsent())
        document.type = sent.type;
    if (document.mimeType.isAbsent())
        document.mimeType = sent.mimeType;
    if (document.fileName.isEmpty())
        document.fileName = sent.fileName;
    if (document.size < 0)
        document.size = sent.size;
    answer.verificationStatus = payload.member("verificationStatus").word<VerificationStatus>();
    answer.version = payload.member("version").smallInteger(0, std::numeric_limits<int>::max());
    return envelope->checked(answer);
}

} // namespace finhub::api
