#include "sandbox/webhooks/webhooks.h"

#include <QDebug>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
template <typename List>
auto placeOf(List& subscriptions, const QString& id)
{
    return std::find_if(subscriptions.begin(), subscriptions.end(),
                        [&id](const WebhookSubscription& subscription) { return subscription.id == id; });
}

/// Whether a delivery still has a way to go.
bool isUnderWay(const WebhookDelivery& delivery)
{
    return delivery.isOutstanding() && loopbackAddress(delivery.url);
}
} // namespace

Webhooks::Webhooks(Store& store)
    : m_store(store)
{
    for (const KeptRecord& record : m_store.records(subscriptionKind())) {
        if (const auto subscription = subscriptionOf(record)) {
            m_nextSubscription = subscription->place + 1;
            m_subscriptions.append(*subscription);
        }
    }
    for (const KeptRecord& record : m_store.records(deliveryKind())) {
        const auto delivery = deliveryOf(record);
        if (!delivery || !subscription(delivery->subscription))
            continue;
        m_nextDelivery = delivery->place + 1;
        m_bySubscription[delivery->subscription].append(delivery->id);
        m_deliveries.insert(delivery->id, *delivery);
    }
}

void Webhooks::begin(WebhookOutbox& outbox)
{
    m_outbox = &outbox;
    for (const WebhookSubscription& subscription : m_subscriptions) {
        for (const QString& id : deliveriesOf(subscription.id))
            post(*delivery(id));
    }
}

const WebhookSubscription* Webhooks::subscription(const QString& id) const
{
    const auto known = placeOf(m_subscriptions, id);
    return known == m_subscriptions.end() ? nullptr : &*known;
}

bool Webhooks::put(WebhookSubscription subscription)
{
    const auto former = placeOf(m_subscriptions, subscription.id);
    const bool isNew = former == m_subscriptions.end();
    subscription.place = isNew ? m_nextSubscription : former->place;
    if (!m_store.changeRecords({{recordOf(subscription)}, {}}))
        return false;
    if (isNew) {
        ++m_nextSubscription;
        m_subscriptions.append(std::move(subscription));
    } else {
        *former = std::move(subscription);
    }
    return true;
}

bool Webhooks::remove(const QString& id)
{
    RecordChanges changes;
    changes.removed.append({subscriptionKind(), id});
    for (const QString& delivery : deliveriesOf(id))
        changes.removed.append({deliveryKind(), delivery});
    if (!m_store.changeRecords(changes))
        return false;
    if (m_outbox)
        m_outbox->drop(id);
    for (const QString& delivery : m_bySubscription.take(id))
        m_deliveries.remove(delivery);
    m_subscriptions.removeIf(
        [&id](const WebhookSubscription& subscription) { return subscription.id == id; });
    return true;
}

const WebhookDelivery* Webhooks::delivery(const QString& id) const
{
    const auto known = m_deliveries.constFind(id);
    return known == m_deliveries.constEnd() ? nullptr : &*known;
}

void Webhooks::raise(const WebhookEvent& event)
{
    QList<WebhookDelivery> deliveries;
    RecordChanges changes;
    for (const WebhookSubscription& subscription : m_subscriptions) {
        if (!subscription.wants(event.type, event.customer))
            continue;
        deliveries.append(newDelivery(subscription, event));
        changes.put.append(recordOf(deliveries.last()));
    }
    if (deliveries.isEmpty())
        return;
    // A part of the transaction of what happened: neither is kept without the other.
    if (!m_store.changeRecords(changes))
        return;
    for (const WebhookDelivery& delivery : deliveries) {
        m_bySubscription[delivery.subscription].append(delivery.id);
        m_deliveries.insert(delivery.id, delivery);
        // Nobody is told of what may still be taken back.
        m_store.database().afterCommit([this, id = delivery.id] {
            if (const WebhookDelivery* kept = this->delivery(id))
                post(*kept);
        });
        tidy(delivery.subscription);
    }
}

WebhookDelivery Webhooks::newDelivery(const WebhookSubscription& subscription, const WebhookEvent& event)
{
    WebhookDelivery delivery;
    delivery.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    delivery.subscription = subscription.id;
    delivery.eventId = event.id;
    delivery.eventType = event.type;
    delivery.url = subscription.endpointUrl;
    delivery.body = event.body;
    delivery.signature = webhookSignature(event.body, subscription.secret);
    delivery.verifySsl = subscription.verifySsl;
    delivery.maxRetries = subscription.maxRetries;
    delivery.backoff = subscription.backoff;
    delivery.place = m_nextDelivery++;
    return delivery;
}

void Webhooks::post(const WebhookDelivery& delivery)
{
    const auto address = loopbackAddress(delivery.url);
    if (!m_outbox || !address || !delivery.isOutstanding())
        return;
    m_outbox->take({delivery.id, delivery.subscription, *address, delivery.body, delivery.signature,
                    delivery.verifySsl});
}

std::optional<std::chrono::milliseconds> Webhooks::record(const QString& id, const WebhookAnswer& answer)
{
    const auto known = m_deliveries.find(id);
    // The subscription may have been deleted while its receiver was thinking.
    if (known == m_deliveries.end())
        return std::nullopt;
    WebhookDelivery& delivery = *known;
    delivery.attempts.append({answer.startedAt, answer.status, answer.isSuccess(), answer.fault});
    delivery.responseBody = QString::fromUtf8(answer.body);
    delivery.responseTime = answer.took;
    if (answer.isSuccess())
        delivery.status = DeliveryStatus::Delivered;
    else if (delivery.attempts.size() > delivery.maxRetries)
        delivery.status = DeliveryStatus::Failed;
    else
        delivery.status = DeliveryStatus::Retrying;
    if (!m_store.changeRecords({{recordOf(delivery)}, {}}))
        qWarning("sandbox: the store did not take an attempt at a webhook");
    if (delivery.status != DeliveryStatus::Retrying)
        return std::nullopt;
    return delivery.nextPause();
}

void Webhooks::tidy(const QString& subscription)
{
    QStringList& ids = m_bySubscription[subscription];
    qsizetype tooMany = ids.size() - MaxKept;
    if (tooMany <= 0)
        return;
    QStringList kept;
    RecordChanges changes;
    for (const QString& id : std::as_const(ids)) {
        if (tooMany <= 0 || isUnderWay(m_deliveries.value(id))) {
            kept << id;
            continue;
        }
        --tooMany;
        changes.removed.append({deliveryKind(), id});
        m_deliveries.remove(id);
    }
    ids = std::move(kept);
    if (!changes.removed.isEmpty() && !m_store.changeRecords(changes))
        qWarning("sandbox: the store did not let go of old deliveries");
}

} // namespace finhub::sandbox
