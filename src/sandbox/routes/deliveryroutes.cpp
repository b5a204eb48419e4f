#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

namespace finhub::sandbox {

namespace {
Json codeView(int status)
{
    return status == 0 ? Json() : Json(status);
}

Json attemptsView(const QList<WebhookAttempt>& attempts)
{
    Json views = Json::array();
    int number = 0;
    for (const WebhookAttempt& attempt : attempts) {
        Json view{{"attemptNumber", ++number},
                  {"timestamp", jsonTime(attempt.at)},
                  {"responseCode", codeView(attempt.status)},
                  {"success", attempt.success}};
        // Ours: why there is no code.
        if (!attempt.fault.isEmpty())
            view["error"] = jsonText(attempt.fault);
        views.push_back(std::move(view));
    }
    return views;
}

/// What was answered is that of the last attempt; null before the first, and when nothing was answered.
Json deliveryView(const WebhookDelivery& delivery)
{
    Json headers = Json::object();
    if (!delivery.signature.isEmpty())
        headers["X-FinHub-Signature"] = delivery.signature.toStdString();
    const int status = delivery.attempts.isEmpty() ? 0 : delivery.attempts.last().status;
    return Json{{"deliveryId", jsonText(delivery.id)},
                {"subscriptionId", jsonText(delivery.subscription)},
                {"eventId", jsonText(delivery.eventId)},
                {"eventType", jsonText(delivery.eventType)},
                {"url", jsonText(delivery.url)},
                {"status", jsonWord(delivery.status)},
                {"payload", parseJsonObject(delivery.body).value_or(Json::object())},
                {"requestHeaders", std::move(headers)},
                {"responseCode", codeView(status)},
                {"responseBody", status == 0 ? Json() : jsonText(delivery.responseBody)},
                {"responseTime", delivery.attempts.isEmpty() ? Json() : Json(delivery.responseTime.count())},
                {"attempts", attemptsView(delivery.attempts)}};
}

/// Newest first.
Outcome deliveries(RequestContext& context)
{
    const ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const Webhooks& webhooks = *context.state.webhooks;
    const QStringList ids = webhooks.deliveriesOf(context.subscription->id);
    Json page = Json::array();
    for (qint64 i = query.offset(); i < ids.size() && qint64(page.size()) < query.size(); ++i)
        page.push_back(deliveryView(*webhooks.delivery(ids.at(ids.size() - 1 - i))));
    return administrativeAnswer(
        Json{{"deliveries", std::move(page)}, {"pagination", query.paginationView(ids.size())}});
}

Outcome oneDelivery(RequestContext& context)
{
    return administrativeAnswer(deliveryView(*context.delivery));
}
} // namespace

QList<Route> deliveryRoutes()
{
    const QByteArray webhooks = "/api/v2.1/webhooks";
    return {
        {"GET",
         webhooks + "/subscriptions/{subscriptionId}/deliveries",
         Access::Admin,
         Resource::Subscription,
         BodyUse::None,
         false,
         {},
         deliveries},
        {"GET",
         webhooks + "/deliveries/{deliveryId}",
         Access::Admin,
         Resource::Delivery,
         BodyUse::None,
         false,
         {},
         oneDelivery},
    };
}

} // namespace finhub::sandbox
