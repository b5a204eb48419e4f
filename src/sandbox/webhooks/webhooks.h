#pragma once

#include "sandbox/store/store.h"
#include "sandbox/webhooks/webhookevent.h"
#include "sandbox/webhooks/webhookoutbox.h"
#include "sandbox/webhooks/webhookrecords.h"

#include <QHash>
#include <QList>

namespace finhub::sandbox {

/// The subscriptions of the tenant and their deliveries (2.13), kept in the store. One thread.
///
/// - An event becomes one delivery for every subscription that wants it. To a receiver on this machine it is
///   posted at once; to any other it stays PENDING.
/// - Any answer of 200 to 299 delivers it. After any other, or none, it is tried again `maxRetryAttempts`
///   times, `retryBackoffSeconds` after the first attempt and twice as long after each further one, at most
///   an hour. In between it is RETRYING, at the end FAILED.
/// - What is outstanding when the sandbox ends is posted as soon as it runs again. So a receiver may get a
///   delivery more than once, with the same event id.
/// - A subscription that is changed leaves its former deliveries as they are; one that is deleted takes them
///   along. Of each, the newest MaxKept are kept, and all that are still to be posted.
class Webhooks {
public:
    /// Reads what the store holds.
    explicit Webhooks(Store& store);

    /// Whence on deliveries are posted, the outstanding ones first. The outbox must outlive the last call.
    void begin(WebhookOutbox& outbox);

    /// Oldest first.
    const QList<WebhookSubscription>& subscriptions() const { return m_subscriptions; }
    /// nullptr when there is none; valid until a subscription is put or removed.
    const WebhookSubscription* subscription(const QString& id) const;
    /// Adds a subscription or takes the place of the one with its id; false when the store refuses.
    bool put(WebhookSubscription subscription);
    /// False when the store refuses.
    bool remove(const QString& id);

    /// nullptr when there is none; valid until the next change.
    const WebhookDelivery* delivery(const QString& id) const;
    /// The ids of a subscription's deliveries, oldest first.
    QStringList deliveriesOf(const QString& subscription) const
    {
        return m_bySubscription.value(subscription);
    }

    /// Tells those who want to know.
    void raise(const WebhookEvent& event);
    /// Notes an attempt. Says after how long to try again, or nothing.
    std::optional<std::chrono::milliseconds> record(const QString& delivery, const WebhookAnswer& answer);

    static constexpr qsizetype MaxKept = 1000;

private:
    WebhookDelivery newDelivery(const WebhookSubscription& subscription, const WebhookEvent& event);
    void post(const WebhookDelivery& delivery);
    /// Forgets the oldest of too many deliveries.
    void tidy(const QString& subscription);

    Store& m_store;
    WebhookOutbox* m_outbox = nullptr;
    QList<WebhookSubscription> m_subscriptions;
    QHash<QString, WebhookDelivery> m_deliveries;
    QHash<QString, QStringList> m_bySubscription; ///< ids of deliveries
    qint64 m_nextSubscription = 1;
    qint64 m_nextDelivery = 1;
};

} // namespace finhub::sandbox
