#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

#include <QUuid>

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr QLatin1String Algorithm("HMAC_SHA256");

/// Members that were not given are left out; the secret never is shown.
Json subscriptionView(const WebhookSubscription& subscription)
{
    Json view{{"id", jsonText(subscription.id)}};
    if (!subscription.name.isEmpty())
        view["subscriptionName"] = jsonText(subscription.name);
    if (!subscription.description.isEmpty())
        view["description"] = jsonText(subscription.description);
    if (!subscription.customer.isEmpty())
        view["customerId"] = jsonText(subscription.customer.text());
    view["endpointUrl"] = jsonText(subscription.endpointUrl);
    view["subscribedEvents"] = jsonTexts(subscription.events);
    // No documented call makes it anything else.
    view["status"] = "active";
    view["signatureAlgorithm"] = jsonText(Algorithm);
    view["verifySsl"] = subscription.verifySsl;
    view["maxRetryAttempts"] = subscription.maxRetries;
    view["retryBackoffSeconds"] = subscription.backoff.count();
    view["createdAt"] = jsonTime(subscription.createdAt);
    return view;
}

QStringList readEvents(Fields& fields)
{
    QStringList events = fields.texts("subscribedEvents", Need::Required).value_or(QStringList());
    if (fields.has("subscribedEvents") && events.isEmpty())
        fields.fault("subscribedEvents", QStringLiteral("must name at least one event"));
    for (const QString& event : events) {
        if (!subscribableEvents().contains(event))
            fields.fault("subscribedEvents", QStringLiteral("is not one of the allowed values"));
    }
    events.removeDuplicates();
    return events;
}

void readPolicy(Fields& fields, WebhookSubscription& subscription)
{
    const QString algorithm = fields.text("signatureAlgorithm", Need::Optional);
    if (!algorithm.isEmpty() && algorithm != Algorithm)
        fields.fault("signatureAlgorithm", QStringLiteral("must be HMAC_SHA256"));
    subscription.verifySsl = fields.flag("verifySsl", Need::Optional).value_or(subscription.verifySsl);
    subscription.maxRetries =
        int(fields.number("maxRetryAttempts", Need::Optional, 0, 10).value_or(subscription.maxRetries));
    subscription.backoff = std::chrono::seconds(
        fields.number("retryBackoffSeconds", Need::Optional, 1, 3600).value_or(subscription.backoff.count()));
}

tl::expected<WebhookSubscription, Refusal> readSubscription(const RequestContext& context)
{
    WebhookSubscription subscription;
    Fields fields(context.body);
    subscription.endpointUrl = fields.text("endpointUrl", Need::Required);
    if (!subscription.endpointUrl.isEmpty() && !isWebhookUrl(subscription.endpointUrl))
        fields.fault("endpointUrl",
                     QStringLiteral("must be an https URL, or an http URL of this machine, without a user"));
    subscription.events = readEvents(fields);
    subscription.name = fields.text("subscriptionName", Need::Optional);
    subscription.description = fields.text("description", Need::Optional);
    subscription.customer = CustomerId(fields.text("customerId", Need::Optional));
    subscription.secret = fields.secret("secretKey");
    readPolicy(fields, subscription);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return subscription;
}

Outcome put(RequestContext& context, WebhookSubscription subscription)
{
    Json view = subscriptionView(subscription);
    if (!context.state.webhooks->put(std::move(subscription)))
        return tl::unexpected(refuse(ErrorWord::InternalError));
    return administrativeAnswer(std::move(view));
}

Outcome createSubscription(RequestContext& context)
{
    auto subscription = readSubscription(context);
    if (!subscription)
        return tl::unexpected(subscription.error());
    subscription->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    subscription->createdAt = context.now;
    return put(context, std::move(*subscription));
}

/// Replaces every member, but keeps the secret when none is sent: nobody can read it to send it again.
Outcome changeSubscription(RequestContext& context)
{
    auto subscription = readSubscription(context);
    if (!subscription)
        return tl::unexpected(subscription.error());
    const WebhookSubscription& former = *context.subscription;
    subscription->id = former.id;
    subscription->createdAt = former.createdAt;
    if (subscription->secret.isEmpty())
        subscription->secret = former.secret;
    return put(context, std::move(*subscription));
}

/// Oldest first.
Outcome subscriptions(RequestContext& context)
{
    const ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const QList<WebhookSubscription>& all = context.state.webhooks->subscriptions();
    Json views = Json::array();
    for (const WebhookSubscription& subscription :
         all.mid(std::min<qint64>(query.offset(), all.size()), query.size()))
        views.push_back(subscriptionView(subscription));
    return administrativeAnswer(
        Json{{"subscriptions", std::move(views)}, {"pagination", query.paginationView(all.size())}});
}

Outcome oneSubscription(RequestContext& context)
{
    return administrativeAnswer(subscriptionView(*context.subscription));
}

Outcome removeSubscription(RequestContext& context)
{
    if (!context.state.webhooks->remove(context.pathValue("subscriptionId")))
        return tl::unexpected(refuse(ErrorWord::InternalError));
    return administrativeAnswer();
}
} // namespace

QList<Route> webhookRoutes()
{
    const QByteArray all = "/api/v2.1/webhooks/subscriptions";
    const QByteArray one = all + "/{subscriptionId}";
    const auto existing = Resource::Subscription;
    return {
        {"GET", all, Access::Admin, Resource::None, BodyUse::None, false, {}, subscriptions},
        {"POST", all, Access::Admin, Resource::None, BodyUse::Required, false, {}, createSubscription},
        {"GET", one, Access::Admin, existing, BodyUse::None, false, {}, oneSubscription},
        {"PUT", one, Access::Admin, existing, BodyUse::Required, false, {}, changeSubscription},
        {"DELETE", one, Access::Admin, existing, BodyUse::None, false, {}, removeSubscription},
    };
}

} // namespace finhub::sandbox
