#include "sandbox/webhooks/webhookrecords.h"

#include "core/wiretime.h"
#include "sandbox/json.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace finhub::sandbox {

namespace {
constexpr std::chrono::seconds LongestPause{3600};

Json storedAttempts(const QList<WebhookAttempt>& attempts)
{
    Json stored = Json::array();
    for (const WebhookAttempt& attempt : attempts)
        stored.push_back({{"at", jsonTime(attempt.at)},
                          {"status", attempt.status},
                          {"success", attempt.success},
                          {"fault", jsonText(attempt.fault)}});
    return stored;
}

QList<WebhookAttempt> readAttempts(const Json& value)
{
    QList<WebhookAttempt> attempts;
    for (const Json& stored : value.value("attempts", Json::array())) {
        if (!stored.is_object())
            continue;
        attempts.append({parseWireTime(memberText(stored, "at")), int(memberNumber(stored, "status")),
                         memberFlag(stored, "success"), memberText(stored, "fault")});
    }
    return attempts;
}

QStringList readTexts(const Json& value, const char* name)
{
    QStringList texts;
    for (const Json& text : value.value(name, Json::array()))
        texts << textOf(text);
    return texts;
}
} // namespace

std::chrono::seconds WebhookDelivery::nextPause() const
{
    std::chrono::seconds pause = backoff;
    for (qsizetype i = 1; i < attempts.size() && pause < LongestPause; ++i)
        pause *= 2;
    return std::min(pause, LongestPause);
}

QByteArray webhookSignature(const QByteArray& body, const QString& secret)
{
    if (secret.isEmpty())
        return {};
    return "sha256=" +
           QMessageAuthenticationCode::hash(body, secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QString subscriptionKind()
{
    return QStringLiteral("webhook-subscription");
}

QString deliveryKind()
{
    return QStringLiteral("webhook-delivery");
}

KeptRecord recordOf(const WebhookSubscription& subscription)
{
    const Json value{{"name", jsonText(subscription.name)},
                     {"description", jsonText(subscription.description)},
                     {"endpointUrl", jsonText(subscription.endpointUrl)},
                     {"events", jsonTexts(subscription.events)},
                     {"customer", jsonText(subscription.customer.text())},
                     {"secret", jsonText(subscription.secret)},
                     {"verifySsl", subscription.verifySsl},
                     {"maxRetries", subscription.maxRetries},
                     {"backoff", subscription.backoff.count()},
                     {"createdAt", jsonTime(subscription.createdAt)}};
    return {{subscriptionKind(), subscription.id}, subscription.place, jsonBytes(value)};
}

std::optional<WebhookSubscription> subscriptionOf(const KeptRecord& record)
{
    const auto value = parseJsonObject(record.value);
    if (!value)
        return std::nullopt;
    WebhookSubscription subscription;
    subscription.id = record.key.id;
    subscription.name = memberText(*value, "name");
    subscription.description = memberText(*value, "description");
    subscription.endpointUrl = memberText(*value, "endpointUrl");
    subscription.events = readTexts(*value, "events");
    subscription.customer = CustomerId(memberText(*value, "customer"));
    subscription.secret = memberText(*value, "secret");
    subscription.verifySsl = memberFlag(*value, "verifySsl");
    subscription.maxRetries = int(memberNumber(*value, "maxRetries"));
    subscription.backoff = std::chrono::seconds(memberNumber(*value, "backoff"));
    subscription.createdAt = parseWireTime(memberText(*value, "createdAt"));
    subscription.place = record.place;
    return subscription;
}

KeptRecord recordOf(const WebhookDelivery& delivery)
{
    const Json value{{"subscription", jsonText(delivery.subscription)},
                     {"eventId", jsonText(delivery.eventId)},
                     {"eventType", jsonText(delivery.eventType)},
                     {"url", jsonText(delivery.url)},
                     {"status", jsonWord(delivery.status)},
                     {"body", delivery.body.toStdString()},
                     {"signature", delivery.signature.toStdString()},
                     {"verifySsl", delivery.verifySsl},
                     {"maxRetries", delivery.maxRetries},
                     {"backoff", delivery.backoff.count()},
                     {"responseBody", jsonText(delivery.responseBody)},
                     {"responseTime", delivery.responseTime.count()},
                     {"attempts", storedAttempts(delivery.attempts)}};
    return {{deliveryKind(), delivery.id}, delivery.place, jsonBytes(value)};
}

std::optional<WebhookDelivery> deliveryOf(const KeptRecord& record)
{
    const auto value = parseJsonObject(record.value);
    if (!value)
        return std::nullopt;
    WebhookDelivery delivery;
    delivery.id = record.key.id;
    delivery.subscription = memberText(*value, "subscription");
    delivery.eventId = memberText(*value, "eventId");
    delivery.eventType = memberText(*value, "eventType");
    delivery.url = memberText(*value, "url");
    delivery.status = WireValue<DeliveryStatus>::fromWire(memberText(*value, "status")).value();
    delivery.body = memberText(*value, "body").toUtf8();
    delivery.signature = memberText(*value, "signature").toLatin1();
    delivery.verifySsl = memberFlag(*value, "verifySsl");
    delivery.maxRetries = int(memberNumber(*value, "maxRetries"));
    delivery.backoff = std::chrono::seconds(memberNumber(*value, "backoff"));
    delivery.responseBody = memberText(*value, "responseBody");
    delivery.responseTime = std::chrono::milliseconds(memberNumber(*value, "responseTime"));
    delivery.attempts = readAttempts(*value);
    delivery.place = record.place;
    return delivery;
}

} // namespace finhub::sandbox
