#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/casefacts.h"

#include <QRandomGenerator>

namespace finhub::sandbox {

namespace {
QString pathOfConsent(ConsentType type)
{
    switch (type) {
    case ConsentType::TermsAndConditions:
        return QStringLiteral("terms");
    case ConsentType::PrivacyPolicy:
        return QStringLiteral("privacy");
    case ConsentType::DataProcessing:
    case ConsentType::Unknown:
        break;
    }
    return QStringLiteral("data-processing");
}

Refusal consentsMissing(const CaseFile& file)
{
    Json urls = Json::object();
    for (const ConsentType type : missingConsents(file)) {
        urls[WireValue<ConsentType>::nameOf(type).toStdString()] =
            jsonText(QStringLiteral("/api/v2.1/customer/individual/%1/consents/%2")
                         .arg(file.customer.id.text(), pathOfConsent(type)));
    }
    const Json readiness = readinessView(file);
    Json data = Json::object();
    for (const auto& [name, value] : readiness.items()) {
        data[name] = value;
        if (name == "missingConsents")
            data["acceptUrls"] = urls;
    }
    return refuse(ErrorWord::MissingConsents, data);
}

/// 2.11: the preconditions in their order.
std::optional<Refusal> activationRefused(const CaseFile& file)
{
    if (isActivated(file))
        return refuse(ErrorWord::AlreadyActive, Json{{"activatedAt", jsonTime(file.customer.activatedAt)}});
    if (!isVerificationOk(file))
        return refuse(ErrorWord::VerificationNotApproved, readinessView(file));
    if (!missingConsents(file).isEmpty())
        return consentsMissing(file);
    return std::nullopt;
}

Outcome activateCustomer(RequestContext& context)
{
    CaseFile& file = context.file;
    Fields fields(context.body);
    const QString user = fields.text("userId", Need::Required);
    if (!user.isEmpty() && user != file.customer.userId.text() &&
        user.compare(file.customer.person.email, Qt::CaseInsensitive) != 0)
        fields.fault("userId", QStringLiteral("is not the customer's user"));
    fields.text("code", Need::Required);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    if (const auto refusal = activationRefused(file))
        return tl::unexpected(*refusal);
    activate(file, QRandomGenerator::global()->generate64(), context.stamp());
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    const CustomerRecord& customer = file.customer;
    Answer answer;
    answer.data = Json{{"wallet",
                        {{"walletId", jsonText(customer.walletId)},
                         {"iban", jsonText(customer.iban)},
                         {"currency", "EUR"},
                         {"balance", "0.00"},
                         {"reservedBalance", "0.00"},
                         {"status", "ACTIVE"}}},
                       {"iban", jsonText(customer.iban)},
                       {"activationStatus", "ACTIVATED"},
                       {"activatedAt", jsonTime(customer.activatedAt)}};
    return answer;
}

/// 2.12: always 200.
Outcome checkReadiness(RequestContext& context)
{
    const CaseFile& file = context.file;
    const bool highRisk = file.customer.risk == RiskLevel::High;
    Answer answer;
    answer.data = readinessView(file);
    answer.message = answer.data["activationAllowed"].get<bool>()
                         ? QStringLiteral("Customer is ready for activation")
                     : isActivated(file) ? QStringLiteral("Customer is already active")
                                         : QStringLiteral("Customer is not ready for activation");
    answer.data["isHighRisk"] = highRisk;
    answer.data["powerTenantApprovalRequired"] = highRisk;
    answer.data["powerTenantApprovalOk"] = !highRisk || isVerificationOk(file);
    answer.data["customerId"] = jsonText(file.customer.id.text());
    answer.data["powerTenant"] = jsonText(sandboxTenant().text());
    answer.data["ownerTenant"] = jsonText(context.tenant.text());
    answer.data["message"] = jsonText(answer.message);
    return answer;
}
} // namespace

QList<Route> activationRoutes()
{
    const QByteArray customer = "/api/v2.1/customer/individual/{customerId}";
    return {{"POST",
             customer + "/activation",
             Access::OwnCustomer,
             Resource::Customer,
             BodyUse::Required,
             true,
             {},
             activateCustomer},
            {"GET",
             customer + "/owner/{ownerTenantId}/activation/check",
             Access::OwnCustomer,
             Resource::Customer,
             BodyUse::None,
             false,
             {},
             checkReadiness}};
}

} // namespace finhub::sandbox
