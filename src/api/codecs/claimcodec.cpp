#include "api/codecs/claimcodec.h"

#include "api/codecs/envelope.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

OfficerName readOfficer(const JsonPlace& place)
{
    OfficerName officer;
    officer.id = place.member("id").required().id<UserId>();
    officer.name = place.member("name").text();
    return officer;
}

Claim readClaim(const JsonPlace& place)
{
    Claim claim;
    claim.by = readOfficer(place.member("by"));
    claim.since = place.member("since").time();
    claim.expiresAt = place.member("expiresAt").time();
    return claim;
}

QByteArray writeClaim()
{
    return JsonBody().take();
}

QByteArray writeHandOver(const UserId& to)
{
    return JsonBody().text("to", to.text()).take();
}

QByteArray writeTakeOver()
{
    return JsonBody().flag("takeOver", true).take();
}

Result<Claim> readClaimAnswer(const QByteArray& body, const VerificationId& asked)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    const JsonPlace verification = payload.firstOf({"verificationId", "id"});
    if (verification.isPresent() && verification.id<VerificationId>() != asked)
        verification.noteFault("not the verification that was claimed");
    return envelope->checked(readClaim(payload.member("claim").required()));
}

Result<Done> readReleaseAnswer(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return envelope->checked(Done());
}

} // namespace finhub::api
