#include "core/lifecycle.h"
#include "core/validation.h"
#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/store/documentvault.h"

#include <limits>

namespace finhub::sandbox {

namespace {
/// RFC 4648 with padding and nothing else in it; nullopt otherwise.
std::optional<QByteArray> decodeBase64(const QByteArray& text)
{
    if (text.isEmpty() || text.size() % 4 != 0)
        return std::nullopt;
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

/// `fileContent` as bytes; a document that is too large is no fault but 413.
QByteArray readContent(Fields& fields, const Json& body)
{
    const auto member = body.find("fileContent");
    if (member == body.end() || member->is_null()) {
        fields.fault("fileContent", QStringLiteral("is required"));
        return {};
    }
    const auto* const text = member->get_ptr<const Json::string_t*>();
    const auto bytes = text ? decodeBase64(QByteArray::fromStdString(*text)) : std::nullopt;
    if (!bytes)
        fields.fault("fileContent", QStringLiteral("must be base64 with padding and not empty"));
    return bytes.value_or(QByteArray());
}

struct Upload {
    DocumentRecord document;
    QByteArray bytes;
};

tl::expected<Upload, Refusal> readUpload(const RequestContext& context)
{
    Upload upload;
    DocumentRecord& document = upload.document;
    Fields fields(context.body);
    document.type = fields.word<DocumentType>("documentType", Need::Required);
    document.fileName = fields.text("fileName", Need::Required);
    if (!document.fileName.isEmpty() && !isFileName(document.fileName))
        fields.fault("fileName", QStringLiteral("must not contain /, \\ or control characters"));
    document.mimeType = fields.word<MimeType>("mimeType", Need::Required);
    upload.bytes = readContent(fields, context.body);
    if (!upload.bytes.isEmpty() && document.mimeType != MimeType::Unknown &&
        kindByContent(upload.bytes) != document.mimeType)
        fields.fault("mimeType", QStringLiteral("does not fit the content"));
    fields.mustAgree("customerId", context.file.customer.id.text());
    fields.mustAgree("verificationId", context.verification->id.text());
    fields.text("documentCategory", Need::Optional);
    fields.text("description", Need::Optional);
    const auto size = fields.number("fileSize", Need::Optional, 0, std::numeric_limits<qint64>::max());
    if (size && *size != upload.bytes.size())
        fields.fault("fileSize", QStringLiteral("is not the size of the content"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    if (upload.bytes.size() > MaxDocumentBytes)
        return tl::unexpected(refuse(ErrorWord::PayloadTooLarge, Json{{"maxBytes", MaxDocumentBytes}}));
    const DocumentVault::Digest digest = DocumentVault::digestOf(upload.bytes);
    document.size = digest.size;
    document.sha256 = digest.sha256;
    return upload;
}

Json uploadedView(const VerificationRecord& verification, const DocumentRecord& document)
{
    return Json{
        {"documentId", jsonText(document.id.text())},
        {"verificationId", jsonText(verification.id.text())},
        {"documentType", jsonText(QStringLiteral("DT_") + WireValue<DocumentType>::nameOf(document.type))},
        {"fileName", jsonText(document.fileName)},
        {"mimeType", jsonWord(document.mimeType)},
        {"size", document.size},
        {"sha256", document.sha256.toStdString()},
        {"status", jsonWord(DocumentStatus::Uploaded)},
        {"verified", false},
        {"uploadedAt", jsonTime(document.uploadedAt)},
        {"verificationStatus", jsonWord(verification.status)},
        {"version", verification.version}};
}

Outcome upload(RequestContext& context)
{
    auto read = readUpload(context);
    if (!read)
        return tl::unexpected(read.error());
    VerificationRecord& verification = *context.verification;
    if (!isOpen(verification.status))
        return tl::unexpected(refuse(ErrorWord::VerificationClosed, caseStateView(verification)));
    const DocumentRecord& added = addDocument(context.file, verification, read->document, context.stamp());
    if (const auto refusal = context.commit(std::pair(added.id, read->bytes)))
        return tl::unexpected(*refusal);
    Answer answer;
    answer.data = uploadedView(verification, added);
    return answer;
}
} // namespace

QList<Route> uploadRoutes()
{
    return {{"POST",
             "/api/v2.1/verifications/{verificationId}/documents",
             Access::OwnCustomer,
             Resource::Verification,
             BodyUse::Required,
             true,
             {},
             upload}};
}

} // namespace finhub::sandbox
