#include "api/codecs/verificationstartcodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/textlimits.h"
#include "api/codecs/verificationcodec.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

namespace {
Error refused(const char* member)
{
    return Error::of(ErrorKind::Refused, QLatin1String(member));
}

/// A nested object is sent only with something in it (W1).
bool hasAdditionalData(const CreateVerificationRequest& request)
{
    return !request.reason.isEmpty() || request.priority != Priority::Unknown ||
           !request.description.isEmpty();
}
} // namespace

std::optional<Error> faultOf(const StartVerificationRequest& request)
{
    if (!isOptionalText(request.documentNumber))
        return refused("verificationData.documentNumber");
    return std::nullopt;
}

std::optional<Error> faultOf(const CreateVerificationRequest& request)
{
    if (!request.customerId.isValid())
        return refused("customerId");
    if (request.type == VerificationType::Unknown)
        return refused("type");
    if (request.requestedLevel == VerificationLevel::Unknown)
        return refused("requestedLevel");
    if (request.notes.size() > MaxNotes)
        return refused("notes");
    if (!isOptionalText(request.reason))
        return refused("additionalData.verificationReason");
    if (!isOptionalText(request.description))
        return refused("additionalData.description");
    return std::nullopt;
}

QByteArray writeStartVerification(const StartVerificationRequest& request)
{
    JsonBody body;
    body.textOptional("verificationType", WireValue<DueDiligence>::nameOf(request.diligence));
    const QString type = WireValue<DocumentType>::nameOf(request.documentType);
    if (!type.isEmpty() || !request.documentNumber.isEmpty()) {
        body.object("verificationData")
            .textOptional("documentType", type)
            .textOptional("documentNumber", request.documentNumber)
            .close();
    }
    return body.take();
}

QByteArray writeCreateVerification(const CreateVerificationRequest& request, const SessionInfo& officer)
{
    JsonBody body;
    body.text("customerId", request.customerId.text())
        .text("type", WireValue<VerificationType>::nameOf(request.type))
        .text("requestedLevel", WireValue<VerificationLevel>::nameOf(request.requestedLevel))
        .textOptional("requestedByUserId", officer.userId.text())
        .textOptional("requestedByTenantId", officer.tenantId.text())
        .textOptional("notes", request.notes);
    if (hasAdditionalData(request)) {
        body.object("additionalData")
            .textOptional("verificationReason", request.reason)
            .textOptional("priority", WireValue<Priority>::nameOf(request.priority))
            .textOptional("description", request.description)
            .close();
    }
    return body.take();
}

Result<Verification> readStartedVerification(const QByteArray& body, const QByteArray& etag,
                                             const CustomerId& customer, VerificationType type)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    Verification verification = readVerification(payload);
    verification.etag = etag;
    if (verification.customerId.isEmpty())
        verification.customerId = customer;
    else if (verification.customerId != customer)
        payload.member("customerId").noteFault("not the customer that it was started for");
    if (verification.type.isAbsent())
        verification.type = type;
    else if (verification.type.value() != type)
        payload.member("type").noteFault("not the type that was started");
    return envelope->checked(verification);
}

} // namespace finhub::api
