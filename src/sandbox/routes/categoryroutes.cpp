#include "core/requireddocuments.h"
#include "sandbox/accounts/categories.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

namespace finhub::sandbox {

namespace {
Outcome hierarchy(RequestContext& context)
{
    Json categories = Json::object();
    for (const SandboxCategory& category : sandboxCategories()) {
        const Json required =
            category.forIndividuals ? jsonWords(requirementsFor(category.risk)) : Json::array();
        categories[category.code.toStdString()] = {{"databaseId", jsonText(category.id.text())},
                                                   {"categoryName", jsonText(category.name)},
                                                   {"riskLevel", jsonWord(category.risk)},
                                                   {"approver", jsonText(category.approver)},
                                                   {"requiredDocuments", required}};
    }
    Answer answer;
    answer.data = Json{{"tenantId", jsonText(context.tenant.text())}, {"categories", categories}};
    return answer;
}
} // namespace

QList<Route> categoryRoutes()
{
    return {{"GET",
             "/api/v2.1/customer/individual/categorization/hierarchy/{tenantId}",
             Access::Admin,
             Resource::None,
             BodyUse::None,
             false,
             {},
             hierarchy}};
}

} // namespace finhub::sandbox
