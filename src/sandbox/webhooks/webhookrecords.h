#pragma once

#include "core/id.h"
#include "core/wirevalue.h"
#include "sandbox/store/keptrecord.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

/// What the sandbox keeps of webhooks (2.13).
namespace finhub::sandbox {

struct WebhookSubscription {
    QString id;
    QString name;
    QString description;
    QString endpointUrl;
    QStringList events;
    CustomerId customer; ///< only this customer's events; empty: everybody's
    QString secret;      ///< empty: deliveries are not signed
    bool verifySsl = true;
    int maxRetries = 3;              ///< after the first attempt (7.7)
    std::chrono::seconds backoff{5}; ///< before the first retry
    QDateTime createdAt;
    qint64 place = 0; ///< counts up with every subscription

    bool wants(const QString& event, const CustomerId& of) const
    {
        return events.contains(event) && (customer.isEmpty() || customer == of);
    }
};

enum class DeliveryStatus { Pending, Delivered, Failed, Retrying, Unknown };

/// One try to hand a delivery over.
struct WebhookAttempt {
    QDateTime at;
    int status = 0; ///< what the receiver answered; 0: nothing
    bool success = false;
    QString fault; ///< why there was no answer; empty when there was one
};

/// An event on its way to one subscriber. Everything that is sent is settled when the event happens: a
/// subscription that is changed afterwards changes nothing about it.
struct WebhookDelivery {
    QString id;
    QString subscription;
    QString eventId;
    QString eventType;
    QString url;
    DeliveryStatus status = DeliveryStatus::Pending;
    QByteArray body;
    QByteArray signature; ///< the header's value; empty: none is sent
    bool verifySsl = true;
    int maxRetries = 3;
    std::chrono::seconds backoff{5};
    QString responseBody;                       ///< of the last attempt, like the time
    std::chrono::milliseconds responseTime{-1}; ///< -1 before the first attempt
    QList<WebhookAttempt> attempts;             ///< oldest first
    qint64 place = 0;                           ///< counts up with every delivery

    /// Whether it may still be posted.
    bool isOutstanding() const
    {
        return status == DeliveryStatus::Pending || status == DeliveryStatus::Retrying;
    }
    /// How long to wait before the next retry: the backoff, doubled with every retry, at most an hour.
    std::chrono::seconds nextPause() const;
};

/// `sha256=` and the lower-case hex HMAC-SHA256 of the body; empty without a secret.
QByteArray webhookSignature(const QByteArray& body, const QString& secret);

QString subscriptionKind();
KeptRecord recordOf(const WebhookSubscription& subscription);
std::optional<WebhookSubscription> subscriptionOf(const KeptRecord& record);

QString deliveryKind();
KeptRecord recordOf(const WebhookDelivery& delivery);
std::optional<WebhookDelivery> deliveryOf(const KeptRecord& record);

} // namespace finhub::sandbox

namespace finhub {

template <>
struct WireNames<sandbox::DeliveryStatus> {
    static constexpr std::array<std::pair<sandbox::DeliveryStatus, const char*>, 4> table{
        {{sandbox::DeliveryStatus::Pending, "PENDING"},
         {sandbox::DeliveryStatus::Delivered, "DELIVERED"},
         {sandbox::DeliveryStatus::Failed, "FAILED"},
         {sandbox::DeliveryStatus::Retrying, "RETRYING"}}};
};

} // namespace finhub
