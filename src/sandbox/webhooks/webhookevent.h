#pragma once

#include "sandbox/store/records.h"

#include <QStringList>

#include <optional>

namespace finhub::sandbox {

/// Something that subscribers are told (2.13). The body says which customer, verification, document or
/// consent it was about by their ids, and nothing else about anybody.
struct WebhookEvent {
    QString id; ///< that of the timeline's event
    QString type;
    CustomerId customer;
    QByteArray body; ///< what is posted: JSON with `id`, `type`, `timestamp`, `data`
};

/// 2.13, in its order. `customer.updated`, `customer.suspended` and `transaction.completed` are among them,
/// though nothing in the sandbox raises them.
const QStringList& subscribableEvents();

/// What an event of the timeline (3.6) is to subscribers; nullopt when they are not told of it.
std::optional<WebhookEvent> webhookEventOf(const CaseFile& file, const EventRecord& event);

} // namespace finhub::sandbox
