#include "api/codecs/readinesscodec.h"

#include "api/codecs/consentcodec.h"
#include "api/codecs/envelope.h"

namespace finhub::api {

Result<Readiness> readReadinessAnswer(const QByteArray& body, const CustomerId& asked)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload();
    const JsonPlace customer = payload.member("customerId");
    if (customer.isPresent() && customer.id<CustomerId>() != asked)
        customer.noteFault("not the customer that was asked for");

    Readiness readiness;
    readiness.activationAllowed = payload.firstOf({"activationAllowed", "canActivate"}).flag();
    readiness.verificationOk = payload.member("verificationOk").flag();
    readiness.consentOk = payload.member("consentOk").flag();
    readiness.powerTenantApprovalRequired = payload.member("powerTenantApprovalRequired").flag();
    readiness.powerTenantApprovalOk = payload.member("powerTenantApprovalOk").flag();
    readiness.missingConsents = readConsentTypes(payload.member("missingConsents"));
    readiness.verificationStatus = payload.member("verificationStatus").word<VerificationStatus>();
    readiness.level = payload.firstOf({"verificationLevel", "level"}).word<VerificationLevel>();
    readiness.risk = payload.member("riskLevel").word<RiskLevel>();
    return envelope->checked(readiness);
}

} // namespace finhub::api
