#include "core/validation.h"
#include "sandbox/routes/categorization.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"

#include <utility>

namespace finhub::sandbox {

namespace {
struct Registration {
    Person person;
    QString password;
    CategoryId category;
    QStringList roles{QStringLiteral("ACCOUNT_OWNER"), QStringLiteral("USER")};
    Json individualCustomer;
};

void readPassword(Fields& fields, Registration& registration)
{
    registration.password = fields.password("password");
    const QString repeated = fields.password("matchingPassword");
    if (!registration.password.isEmpty() && !isStrongPassword(registration.password))
        fields.fault("password",
                     QStringLiteral("Password must have 8 to 128 characters with upper case, lower "
                                    "case, digit and special character"));
    if (!repeated.isEmpty() && repeated != registration.password)
        fields.fault("matchingPassword", QStringLiteral("Password and matching password must be identical"));
}

void readPerson(Fields& fields, Person& person)
{
    person.firstName = fields.text("firstName", Need::Required);
    person.lastName = fields.text("lastName", Need::Required);
    person.email = fields.text("email", Need::Required);
    if (!person.email.isEmpty() && !isEmail(person.email))
        fields.fault("email", QStringLiteral("must be an e-mail address"));
    person.phone = fields.text("phone", Need::Optional);
    if (!person.phone.isEmpty() && !isPhone(person.phone))
        fields.fault("phone", QStringLiteral("must be a phone number in E.164 form"));
    person.dateOfBirth = fields.date("dateOfBirth", Need::Optional);
    person.nationality = fields.text("nationality", Need::Optional);
    person.gender = fields.text("gender", Need::Optional);
    static const QStringList genders{QStringLiteral("MALE"), QStringLiteral("FEMALE"),
                                     QStringLiteral("OTHER")};
    if (!person.gender.isEmpty() && !genders.contains(person.gender))
        fields.fault("gender", QStringLiteral("is not one of the allowed values"));
    person.placeOfBirth = fields.text("placeOfBirth", Need::Optional);
    person.pincode = fields.text("pincode", Need::Optional);
}

void readRoles(Fields& fields, QStringList& roles)
{
    const auto wanted = fields.texts("roleIds", Need::Optional);
    if (!wanted)
        return;
    for (const QString& role : *wanted) {
        if (role != QLatin1String("ACCOUNT_OWNER") && role != QLatin1String("USER"))
            fields.fault("roleIds", QStringLiteral("is not one of the allowed values"));
    }
    if (!wanted->isEmpty())
        roles = *wanted;
}

tl::expected<Registration, Refusal> readRegistration(const RequestContext& context)
{
    Registration registration;
    Fields fields(context.body);
    readPerson(fields, registration.person);
    readPassword(fields, registration);
    if (const Json* category = fields.object("customerCategory", Need::Required)) {
        Fields inner(*category, QStringLiteral("customerCategory."));
        registration.category = CategoryId(inner.text("id", Need::Required, 128));
        inner.text("name", Need::Optional);
        fields.take(inner);
    }
    readRoles(fields, registration.roles);
    if (const Json* individual = fields.object("individualCustomer", Need::Optional))
        registration.individualCustomer = *individual;
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return registration;
}

Outcome registerIndividual(RequestContext& context)
{
    auto registration = readRegistration(context);
    if (!registration)
        return tl::unexpected(registration.error());
    const auto risk = riskOfRegistration(registration->category, registration->individualCustomer);
    if (!risk)
        return tl::unexpected(risk.error());
    if (context.state.cases->isEmailTaken(registration->person.email))
        return tl::unexpected(refuse(ErrorWord::DuplicateEmail, Json{{"field", "email"}}));
    const QDate& birth = registration->person.dateOfBirth;
    if (birth.isValid() && !isAdult(birth, context.now.date()))
        return tl::unexpected(
            refuse(ErrorWord::NotEligible, Json{{"field", "dateOfBirth"}, {"reasonCode", "UNDERAGE"}}));

    CustomerRecord customer;
    customer.person = std::move(registration->person);
    customer.categoryId = registration->category;
    customer.risk = *risk;
    customer.roles = registration->roles;
    context.file = registerCustomer(std::move(customer), context.stamp());
    context.file.customer.passwordHash = passwordHash(context.file.customer.userId, registration->password);
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    Answer answer;
    answer.message = QStringLiteral("B2C individual account created successfully");
    answer.root = Json{{"redirectUrl", "/auth/activate-account"}};
    answer.data = registrationView(context.file);
    return answer;
}
} // namespace

QList<Route> registrationRoutes()
{
    return {{"POST",
             "/api/v2.1/customer/individual/registration",
             Access::Admin,
             Resource::None,
             BodyUse::Required,
             true,
             {},
             registerIndividual}};
}

} // namespace finhub::sandbox
