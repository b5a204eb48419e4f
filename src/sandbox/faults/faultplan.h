#pragma once

#include "sandbox/faults/fault.h"

#include <condition_variable>
#include <mutex>

namespace finhub::sandbox {

/// The armed faults and the calls that arm, list and remove them (section 6). Any thread.
class FaultPlan {
public:
    /// Answers a call of the test routes; nullopt for every other path.
    std::optional<HttpReply> handleTestRoute(const HttpRequest& request);

    /// The first armed fault that matches, used up by one.
    std::optional<Fault> take(const QByteArray& method, const QByteArray& path);

    /// Waits as long as the fault says, or until release().
    void wait(std::chrono::milliseconds delay);
    /// Ends all waiting, now and later: the server stops.
    void release();

private:
    HttpReply arm(const HttpRequest& request);
    HttpReply list() const;

    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    bool m_isReleased = false;
    QList<Fault> m_faults;
};

} // namespace finhub::sandbox
