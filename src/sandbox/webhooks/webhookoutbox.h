#pragma once

#include "sandbox/webhooks/webhookaddress.h"

#include <QDateTime>

#include <chrono>

namespace finhub::sandbox {

/// A delivery as it is to be posted.
struct WebhookErrand {
    QString delivery;
    QString subscription;
    WebhookAddress address;
    QByteArray body;
    QByteArray signature; ///< of `X-FinHub-Signature`; empty: not sent
    bool verifySsl = true;
};

/// What came of posting it once.
struct WebhookAnswer {
    QDateTime startedAt;
    std::chrono::milliseconds took{0};
    int status = 0;  ///< 0: no answer
    QByteArray body; ///< the beginning of a long one
    QString fault;   ///< why there was no answer

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Takes deliveries to their receivers, in a time of its own.
class WebhookOutbox {
public:
    virtual ~WebhookOutbox() = default;

    /// Posts it as soon as may be; returns at once.
    virtual void take(const WebhookErrand& errand) = 0;
    /// Forgets what has not been posted yet for this subscription; returns at once.
    virtual void drop(const QString& subscription) = 0;
};

} // namespace finhub::sandbox
