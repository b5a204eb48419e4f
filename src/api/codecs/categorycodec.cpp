#include "api/codecs/categorycodec.h"

#include "api/codecs/envelope.h"

namespace finhub::api {

namespace {
Category readCategory(const QString& code, const JsonPlace& place)
{
    Category category;
    category.id = place.firstOf({"databaseId", "id"}).required().id<CategoryId>();
    category.code = code;
    category.name = place.member("categoryName").text();
    category.risk = place.member("riskLevel").word<RiskLevel>();
    category.approver = place.member("approver").text();
    category.requiredDocuments = place.member("requiredDocuments").words<Requirement>();
    return category;
}
} // namespace

Result<QList<Category>> readCategories(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    const JsonPlace list = payload.has("categories") ? payload.member("categories") : payload;

    QList<Category> categories;
    if (list.isArray()) {
        for (const JsonPlace& entry : list.elements())
            categories.append(readCategory(entry.member("categoryCode").text(), entry.required()));
    } else {
        for (const auto& [code, entry] : list.members())
            categories.append(readCategory(code, entry.required()));
    }
    return envelope->checked(categories);
}

} // namespace finhub::api
