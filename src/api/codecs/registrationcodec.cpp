#include "api/codecs/registrationcodec.h"

#include "api/codecs/customercodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/textlimits.h"
#include "api/json/jsonbody.h"
#include "core/validation.h"

namespace finhub::api {

namespace {
constexpr int MaxScore = 100;

bool isGender(const QString& text)
{
    return text.isEmpty() || WireValue<Gender>::fromWire(text).isKnown();
}

bool isPassword(const Secret& password)
{
    QString text = QString::fromUtf8(password.view());
    const bool strong = isStrongPassword(text);
    wipe(text);
    return strong;
}

bool areRoles(const QList<Role>& roles)
{
    return std::all_of(roles.begin(), roles.end(),
                       [](Role role) { return role == Role::AccountOwner || role == Role::User; });
}

/// The member that is not acceptable; nullptr when all are.
const char* faultyMember(const Person& person)
{
    if (!isText(person.firstName))
        return "firstName";
    if (!isText(person.lastName))
        return "lastName";
    if (!isEmail(person.email))
        return "email";
    if (!person.phone.isEmpty() && !isPhone(person.phone))
        return "phone";
    if (!isOptionalText(person.nationality))
        return "nationality";
    if (!isGender(person.gender))
        return "gender";
    if (!isOptionalText(person.placeOfBirth))
        return "placeOfBirth";
    if (!isOptionalText(person.pincode))
        return "pincode";
    return nullptr;
}

const char* faultyMember(const AmlProfile& aml)
{
    if (aml.risk == AmlRisk::Unknown)
        return "parametrization.riskLevel";
    if (aml.score && (*aml.score < 0 || *aml.score > MaxScore))
        return "parametrization.riskScore";
    if (aml.pepCategory != PepCategory::Unknown && !aml.pep.value_or(false))
        return "parametrization.pepCategory";
    return nullptr;
}

const char* faultyMember(const RegistrationRequest& request)
{
    if (const char* member = faultyMember(request.person))
        return member;
    if (!isPassword(request.password))
        return "password";
    if (!request.categoryId.isValid())
        return "customerCategory.id";
    if (!isOptionalText(request.categoryName))
        return "customerCategory.name";
    if (!areRoles(request.roles))
        return "roleIds";
    return request.aml ? faultyMember(*request.aml) : nullptr;
}

void writePerson(JsonBody& body, const Person& person)
{
    body.textOptional("phone", person.phone)
        .textOptional("dateOfBirth", person.dateOfBirth.toString(Qt::ISODate))
        .textOptional("nationality", person.nationality)
        .textOptional("gender", person.gender)
        .textOptional("placeOfBirth", person.placeOfBirth)
        .textOptional("pincode", person.pincode);
}

/// All values are texts, numbers and truth included.
void writeParameter(JsonBody& body, const char* name, const QString& value)
{
    if (!value.isEmpty())
        body.element().text("name", QLatin1String(name)).text("value", value).close();
}

QString truthText(const std::optional<bool>& truth)
{
    if (!truth)
        return {};
    return *truth ? QStringLiteral("true") : QStringLiteral("false");
}

void writeParametrization(JsonBody& body, const AmlProfile& aml)
{
    body.list("parametrization");
    writeParameter(body, "riskLevel", WireValue<AmlRisk>::nameOf(aml.risk));
    writeParameter(body, "riskScore", aml.score ? QString::number(*aml.score) : QString());
    writeParameter(body, "pep", truthText(aml.pep));
    writeParameter(body, "pepCategory", WireValue<PepCategory>::nameOf(aml.pepCategory));
    writeParameter(body, "sanctionsCheck", WireValue<SanctionsScreening>::nameOf(aml.sanctions));
    writeParameter(body, "monitoring", WireValue<Monitoring>::nameOf(aml.monitoring));
    writeParameter(body, "edd", truthText(aml.enhancedDueDiligence));
    body.close();
}

void writeIndividual(JsonBody& body, const RegistrationRequest& request, const TenantId& tenant)
{
    body.object("individualCustomer")
        .text("tenantId", tenant.text())
        .text("customerName", request.person.fullName())
        .object("categorization")
        .text("id", request.categoryId.text())
        .textOptional("name", request.categoryName)
        .list("categoryFeatureRelations")
        .element()
        .object("feature")
        .text("code", QStringLiteral("ENHANCED_AML_MONITORING"))
        .close()
        .flag("enabled", true);
    writeParametrization(body, *request.aml);
    body.close().close().close().close();
}
} // namespace

std::optional<Error> faultOf(const RegistrationRequest& request)
{
    if (const char* member = faultyMember(request))
        return Error::of(ErrorKind::Refused, QLatin1String(member));
    return std::nullopt;
}

QByteArray writeRegistration(const RegistrationRequest& request, const TenantId& tenant)
{
    JsonBody body(4096);
    body.text("firstName", request.person.firstName)
        .text("lastName", request.person.lastName)
        .text("email", request.person.email)
        .secret("password", request.password)
        .secret("matchingPassword", request.password)
        .object("customerCategory")
        .text("id", request.categoryId.text())
        .textOptional("name", request.categoryName)
        .close();
    writePerson(body, request.person);
    QStringList roles;
    for (const Role role : request.roles)
        roles.append(WireValue<Role>::nameOf(role));
    body.textsOptional("roleIds", roles);
    if (request.aml)
        writeIndividual(body, request, tenant);
    return body.take();
}

Result<Customer> readRegistrationAnswer(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return envelope->checked(readCustomer(envelope->payload().required()));
}

} // namespace finhub::api
