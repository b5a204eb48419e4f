#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
ConsentType consentOfPath(const QString& segment)
{
    if (segment == QLatin1String("terms"))
        return ConsentType::TermsAndConditions;
    if (segment == QLatin1String("privacy"))
        return ConsentType::PrivacyPolicy;
    if (segment == QLatin1String("data-processing"))
        return ConsentType::DataProcessing;
    return ConsentType::Unknown;
}

Outcome accept(RequestContext& context)
{
    ConsentRecord consent;
    Fields fields(context.body);
    consent.type = consentOfPath(context.pathValue("consentType"));
    if (consent.type == ConsentType::Unknown)
        fields.fault("consentType", QStringLiteral("is not one of terms, privacy, data-processing"));
    const auto accepted = fields.flag("accepted", Need::Required);
    if (accepted == false)
        fields.fault("accepted", QStringLiteral("must be true"));
    consent.version = fields.text("version", Need::Required, 20);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());

    Answer answer;
    const ConsentRecord* former = findConsent(context.file, consent.type);
    if (former && former->version == consent.version) {
        answer.data = consentView(context.file, *former);
        return answer;
    }
    consent.ipAddress = context.callerAddress();
    consent.userAgent = QString::fromUtf8(context.http.header("User-Agent"));
    const ConsentRecord& stored = acceptConsent(context.file, consent, context.stamp());
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    answer.data = consentView(context.file, stored);
    return answer;
}
} // namespace

QList<Route> consentRoutes()
{
    return {{"POST",
             "/api/v2.1/customer/individual/{customerId}/consents/{consentType}",
             Access::OwnCustomer,
             Resource::Customer,
             BodyUse::Required,
             true,
             {},
             accept}};
}

} // namespace finhub::sandbox
