#include "api/codecs/customercodec.h"

#include "api/codecs/activationcodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/verificationcodec.h"

namespace finhub::api {

namespace {
Person readPerson(const JsonPlace& place)
{
    Person person;
    person.firstName = place.member("firstName").text();
    person.lastName = place.member("lastName").text();
    person.email = place.member("email").text();
    person.phone = place.member("phone").text();
    person.dateOfBirth = place.member("dateOfBirth").date();
    person.nationality = place.member("nationality").text();
    person.gender = place.member("gender").text();
    person.placeOfBirth = place.member("placeOfBirth").text();
    person.pincode = place.member("pincode").text();
    return person;
}
} // namespace

Customer readCustomer(const JsonPlace& payload)
{
    Customer customer;
    customer.id = payload.firstOf({"id", "customerId"}).required().id<CustomerId>();
    customer.tenantId = payload.member("tenantId").id<TenantId>();
    customer.customerStatus = payload.member("customerStatus").text();
    customer.person = readPerson(payload.member("person"));
    const JsonPlace user = payload.member("user");
    customer.userId = user.member("id").id<UserId>();
    customer.userName = user.member("username").text();
    customer.userStatus = user.member("status").text();
    const JsonPlace category = payload.member("categorization");
    customer.categoryId = category.member("id").id<CategoryId>();
    customer.categoryName = category.member("name").text();
    customer.stage = payload.member("stage").word<Stage>();
    customer.risk = payload.member("risk").word<RiskLevel>();
    if (const JsonPlace verification = payload.member("verification"); verification.isPresent())
        customer.verification = readVerification(verification);
    for (const JsonPlace& consent : payload.member("consents").elements())
        customer.consents.append(readConsent(consent));
    if (const JsonPlace activation = payload.member("activation"); activation.isPresent())
        customer.activation = readActivation(activation);
    customer.createdAt = payload.member("createdAt").time();
    customer.updatedAt = payload.member("updatedAt").time();
    return customer;
}

Result<Customer> readCustomerAnswer(const QByteArray& body, const CustomerId& asked)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    Customer customer = readCustomer(payload);
    if (customer.id != asked)
        payload.firstOf({"id", "customerId"}).noteFault("not the customer that was asked for");
    return envelope->checked(customer);
}

} // namespace finhub::api
