#pragma once

#include "sandbox/clock.h"
#include "sandbox/webhooks/webhookoutbox.h"
#include "sandbox/webhooks/webhookpost.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace finhub::sandbox {

/// Posts deliveries on threads of its own, which begin with the first delivery: a few that post and one that
/// watches the time. A subscription has one post under way at most, so a receiver that hangs holds up its own
/// deliveries and nobody else's. Nothing is taken from it after it has begun to end. Any thread.
class WebhookCourier final : public WebhookOutbox {
public:
    /// Is told of every attempt, on a thread of the courier's; says after how long to try again, or nothing.
    /// Not told of an attempt that the end of the courier has cut short.
    using Report =
        std::function<std::optional<std::chrono::milliseconds>(const QString&, const WebhookAnswer&)>;

    /// An attempt fails when its answer is not complete after `patience`.
    WebhookCourier(const Clock& clock, Report report,
                   std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// Cuts what is under way and ends all threads.
    ~WebhookCourier() override;
    WebhookCourier(const WebhookCourier&) = delete;
    WebhookCourier& operator=(const WebhookCourier&) = delete;

    void take(const WebhookErrand& errand) override;
    void drop(const QString& subscription) override;

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Waiting {
        WebhookErrand errand;
        Instant due;
    };
    struct UnderWay {
        QString subscription;
        std::shared_ptr<WebhookPost> post;
        Instant deadline;
        bool dropped = false; ///< not to be tried again
    };

    void begin();
    void work();
    void watch();

    /// The longest waiting errand that may be posted now; end() when there is none.
    std::list<Waiting>::iterator nextDue(Instant now);
    bool isFree(const QString& subscription) const;
    void waitForWork(std::unique_lock<std::mutex>& lock);
    void post(Waiting waiting, std::unique_lock<std::mutex>& lock);

    const Clock& m_clock;
    const Report m_report;
    const std::chrono::milliseconds m_patience;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Waiting> m_waiting;
    std::list<UnderWay> m_underWay;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace finhub::sandbox
