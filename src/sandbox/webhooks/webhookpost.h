#pragma once

#include "sandbox/webhooks/webhookoutbox.h"

#include <memory>

namespace httplib {
class ClientImpl;
}

namespace finhub::sandbox {

/// One POST to a receiver on this machine: a connection of its own, no redirect followed, no name looked up,
/// the end of a long answer left unread.
class WebhookPost {
public:
    explicit WebhookPost(WebhookErrand errand);
    ~WebhookPost();
    WebhookPost(const WebhookPost&) = delete;
    WebhookPost& operator=(const WebhookPost&) = delete;

    /// Posts, once, and waits for the answer. Connecting, writing and every pause in the answer have limits
    /// of their own; the time for the whole is the caller's to limit, by cut(). Leaves `startedAt` to the
    /// caller.
    WebhookAnswer run();
    /// Ends run() without an answer, as soon as a connection is made. Any thread, as often as need be.
    void cut();

    static constexpr int MaxAnswerBytes = 4096;

private:
    WebhookErrand m_errand;
    std::unique_ptr<httplib::ClientImpl> m_client;
};

} // namespace finhub::sandbox
