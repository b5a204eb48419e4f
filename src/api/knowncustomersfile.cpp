#include "api/knowncustomersfile.h"

#include "api/json/jsontext.h"
#include "core/wiretime.h"

#include <QHash>

#include <nlohmann/json.hpp>

namespace finhub::api {

namespace {
using Json = nlohmann::ordered_json;

Error refused(const QString& why)
{
    return Error::of(ErrorKind::Refused, why);
}

template <typename IdType>
IdType idAt(const JsonPlace& place)
{
    const IdType id(place.text());
    if (place.isPresent() && !id.isValid())
        place.noteFault("not an id");
    return id;
}

KnownCustomer readOne(const JsonPlace& place)
{
    place.required();
    KnownCustomer customer;
    customer.id = idAt<CustomerId>(place.member("id").required());
    customer.userId = idAt<UserId>(place.member("userId"));
    for (const JsonPlace& verification : place.member("verifications").elements()) {
        const auto id = idAt<VerificationId>(verification.required());
        if (!customer.verifications.contains(id) && customer.verifications.size() < MaxKnownVerifications)
            customer.verifications << id;
    }
    customer.addedAt = place.member("addedAt").time();
    return customer;
}

Json toJson(const KnownCustomer& customer)
{
    Json json{{"id", customer.id.text().toStdString()}};
    if (!customer.userId.isEmpty())
        json["userId"] = customer.userId.text().toStdString();
    if (!customer.verifications.isEmpty()) {
        Json ids = Json::array();
        for (const VerificationId& id : customer.verifications)
            ids.push_back(id.text().toStdString());
        json["verifications"] = std::move(ids);
    }
    json["addedAt"] = formatWireTime(customer.addedAt).toStdString();
    return json;
}

/// What JsonText counts of a customer: the object and its members.
int valuesIn(const KnownCustomer& customer)
{
    return 5 + static_cast<int>(customer.verifications.size());
}
} // namespace

Result<QList<KnownCustomer>> readKnownCustomers(const QByteArray& json)
{
    if (json.size() > MaxKnownCustomersBytes)
        return failure(refused(QStringLiteral("%1 bytes").arg(json.size())));
    const Result<JsonText> text = JsonText::parse(json);
    if (!text)
        return failure(refused(text.error().technical));
    QList<KnownCustomer> customers;
    QHash<CustomerId, qsizetype> places;
    for (const JsonPlace& place : text->root().member("customers").required().elements()) {
        const KnownCustomer customer = readOne(place);
        const auto there = places.constFind(customer.id);
        if (there != places.constEnd()) {
            bringUpToDate(customers[*there], customer);
            continue;
        }
        places.insert(customer.id, customers.size());
        customers << customer;
    }
    if (!text->fault().isEmpty())
        return failure(refused(text->fault()));
    if (customers.size() > MaxKnownCustomers)
        return failure(refused(QStringLiteral("%1 customers").arg(customers.size())));
    return customers;
}

Result<QByteArray> writeKnownCustomers(const QList<KnownCustomer>& customers)
{
    const Error tooLarge = refused(QStringLiteral("too large: %1 customers").arg(customers.size()));
    int values = 2;
    for (const KnownCustomer& customer : customers)
        values += valuesIn(customer);
    if (customers.size() > MaxKnownCustomers || values > JsonText::MaxValues)
        return failure(tooLarge);
    Json list = Json::array();
    for (const KnownCustomer& customer : customers)
        list.push_back(toJson(customer));
    const Json root{{"customers", std::move(list)}};
    const QByteArray json =
        QByteArray::fromStdString(root.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
    if (json.size() > MaxKnownCustomersBytes)
        return failure(tooLarge);
    return json;
}

} // namespace finhub::api
