#include "sandbox/routes/resources.h"

#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
std::optional<Refusal> findCustomer(RequestContext& context)
{
    const QString id = context.pathValue("customerId");
    auto file =
        context.tenant == sandboxTenant() ? context.state.cases->byCustomer(CustomerId(id)) : std::nullopt;
    if (!file)
        return notFound(QStringLiteral("customer"), id);
    context.file = std::move(*file);
    return std::nullopt;
}

/// The admin account or the customer that a session's path names.
std::optional<Refusal> findLogin(RequestContext& context)
{
    const UserId user(context.pathValue("userId"));
    if (context.path.contains(QStringLiteral("customerId"))) {
        if (auto missing = findCustomer(context))
            return missing;
        if (context.file.customer.userId != user)
            return userNotFound(user.text());
        return std::nullopt;
    }
    const bool here = context.tenant == sandboxTenant() &&
                      context.pathValue("organizationId") == sandboxOrganization().text();
    context.account = here ? findAccount(user) : nullptr;
    if (!context.account)
        return userNotFound(user.text());
    return std::nullopt;
}

std::optional<Refusal> findSession(RequestContext& context)
{
    const SessionId id(context.pathValue("sessionId"));
    const Caller* session = context.state.sessions.find(id);
    const bool known = !findLogin(context) && session &&
                       session->user.text() == context.pathValue("userId") &&
                       session->tenant == context.tenant;
    if (!known)
        return notFound(QStringLiteral("session"), id.text());
    return std::nullopt;
}

std::optional<Refusal> findCase(RequestContext& context)
{
    const VerificationId id(context.pathValue("verificationId"));
    auto file = context.tenant == sandboxTenant() ? context.state.cases->byVerification(id) : std::nullopt;
    if (!file)
        return notFound(QStringLiteral("verification"), id.text());
    context.file = std::move(*file);
    context.verification = findVerification(context.file, id);
    return std::nullopt;
}

std::optional<Refusal> findDocumentOfCase(RequestContext& context)
{
    if (auto missing = findCase(context))
        return missing;
    const DocumentId id(context.pathValue("documentId"));
    context.document = findDocument(context.file, context.verification->id, id);
    if (!context.document)
        return notFound(QStringLiteral("document"), id.text());
    return std::nullopt;
}

/// Things of the tenant that belong to no customer.
template <typename Thing>
std::optional<Refusal> found(const RequestContext& context, const Thing* thing, const QString& resource,
                             const QString& id)
{
    if (thing && context.tenant == sandboxTenant())
        return std::nullopt;
    return notFound(resource, id);
}

std::optional<Refusal> findConsentTemplate(RequestContext& context)
{
    const QString id = context.pathValue("consentId");
    context.consentTemplate = context.state.templates->find(id);
    return found(context, context.consentTemplate, QStringLiteral("consentTemplate"), id);
}

std::optional<Refusal> findSubscription(RequestContext& context)
{
    const QString id = context.pathValue("subscriptionId");
    context.subscription = context.state.webhooks->subscription(id);
    return found(context, context.subscription, QStringLiteral("subscription"), id);
}

std::optional<Refusal> findDelivery(RequestContext& context)
{
    const QString id = context.pathValue("deliveryId");
    context.delivery = context.state.webhooks->delivery(id);
    return found(context, context.delivery, QStringLiteral("delivery"), id);
}
} // namespace

std::optional<Refusal> findResource(RequestContext& context)
{
    switch (context.route->resource) {
    case Resource::None:
        return std::nullopt;
    case Resource::Customer:
        return findCustomer(context);
    case Resource::Login:
        return findLogin(context);
    case Resource::Session:
        return findSession(context);
    case Resource::Verification:
        return findCase(context);
    case Resource::Document:
        return findDocumentOfCase(context);
    case Resource::ConsentTemplate:
        return findConsentTemplate(context);
    case Resource::Subscription:
        return findSubscription(context);
    case Resource::Delivery:
        return findDelivery(context);
    }
    return std::nullopt;
}

} // namespace finhub::sandbox
