#include "api/codecs/verificationcodec.h"

#include "api/codecs/claimcodec.h"
#include "api/codecs/envelope.h"

#include <limits>

namespace finhub::api {

namespace {
constexpr int Greatest = std::numeric_limits<int>::max();

WireValue<DocumentType> readDocumentType(const JsonPlace& place)
{
    QString word = place.text();
    if (word.startsWith(QLatin1String("DT_")))
        word.remove(0, 3);
    return WireValue<DocumentType>::fromWire(word);
}
} // namespace

Document readDocument(const JsonPlace& place)
{
    Document document;
    document.id = place.firstOf({"documentId", "id"}).required().id<DocumentId>();
    document.verificationId = place.member("verificationId").id<VerificationId>();
    document.type = readDocumentType(place.firstOf({"documentType", "fileType"}));
    document.requirement = place.member("requirement").word<Requirement>();
    document.fileName = place.member("fileName").text();
    document.mimeType = place.firstOf({"mimeType", "contentType"}).word<MimeType>();
    document.size = place.member("size").integer(0).value_or(-1);
    document.sha256 = place.member("sha256").text().toLatin1().toLower();
    document.status = place.member("status").word<DocumentStatus>();
    document.verified = place.member("verified").flag().value_or(false);
    document.round = place.member("round").smallInteger(1, Greatest).value_or(1);
    document.uploadedAt = place.firstOf({"uploadedAt", "uploadDate"}).time();
    document.uploadedBy = place.member("uploadedBy").idText();
    return document;
}

Verification readVerification(const JsonPlace& place)
{
    Verification verification;
    verification.id = place.firstOf({"verificationId", "id"}).required().id<VerificationId>();
    verification.customerId = place.member("customerId").id<CustomerId>();
    verification.customerName = place.member("customerName").text();
    verification.type = place.member("type").word<VerificationType>();
    verification.status = place.member("status").required().word<VerificationStatus>();
    verification.level = place.firstOf({"verificationLevel", "level"}).word<VerificationLevel>();
    verification.risk = place.member("risk").word<RiskLevel>();
    verification.requiredDocuments = place.member("requiredDocuments").words<Requirement>();
    if (const JsonPlace missing = place.member("missingDocuments"); missing.isPresent())
        verification.missingDocuments = missing.words<Requirement>();
    verification.documentCount = place.member("documentCount").smallInteger(0, Greatest).value_or(-1);
    verification.round = place.member("round").smallInteger(1, Greatest).value_or(1);
    verification.initiatedBy = place.member("initiatedBy").idText();
    verification.startedAt = place.member("startedAt").time();
    verification.submittedAt = place.member("submittedAt").time();
    verification.updatedAt = place.member("updatedAt").time();
    verification.decidedAt = place.member("decidedAt").time();
    verification.decidedBy = place.member("decidedBy").idText();
    verification.reasonCodes = place.member("reasonCodes").texts();
    verification.comment = place.member("comment").text();
    verification.notes = place.member("notes").text();
    verification.version = place.member("version").smallInteger(0, Greatest);
    if (const JsonPlace claim = place.member("claim"); claim.isPresent())
        verification.claim = readClaim(claim);
    for (const JsonPlace& document : place.member("documents").elements())
        verification.documents.append(readDocument(document.required()));
    return verification;
}

Result<Verification> readVerificationAnswer(const QByteArray& body, const QByteArray& etag,
                                            const VerificationId& asked)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    Verification verification = readVerification(payload);
    verification.etag = etag;
    if (verification.id != asked)
        payload.firstOf({"verificationId", "id"}).noteFault("not the verification that was asked for");
    for (Document& document : verification.documents) {
        if (document.verificationId.isEmpty())
            document.verificationId = asked;
        else if (document.verificationId != asked)
            payload.member("documents").noteFault("a document of another verification");
    }
    return envelope->checked(verification);
}

} // namespace finhub::api
