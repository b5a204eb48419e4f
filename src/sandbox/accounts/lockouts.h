#pragma once

#include "core/id.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace finhub::sandbox {

/// Failed logins per user (section 6, D): five wrong passwords in a row lock for a while; tries while locked
/// do not extend the lock, and when it ends the count starts again (7.6). One thread.
class Lockouts {
public:
    static constexpr int MaxAttempts = 5;

    explicit Lockouts(std::chrono::seconds duration)
        : m_duration(duration)
    {
    }

    struct State {
        int attempts = 0;
        QDateTime lockedUntil; ///< invalid: not locked
        bool isLocked() const { return lockedUntil.isValid(); }
    };
    State stateOf(const UserId& user, const QDateTime& now);
    /// Counts a wrong password; the fifth locks.
    State recordFailure(const UserId& user, const QDateTime& now);
    void lock(const UserId& user, const QDateTime& now);
    void clear(const UserId& user) { m_states.remove(user); }

    /// 7.6: `30 minutes` by default, else `N seconds`.
    QString durationText() const;

private:
    std::chrono::seconds m_duration;
    QHash<UserId, State> m_states;
};

} // namespace finhub::sandbox
