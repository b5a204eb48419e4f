#pragma once

#include "core/id.h"
#include "sandbox/store/store.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace finhub::sandbox {

/// Failed logins per user (section 6, D): five wrong passwords in a row lock for a while; tries while locked
/// do not extend the lock, and when it ends the count starts again (7.6). Kept in the store, since `attempts`
/// and `lockoutTime` have been answered. What the store refuses to keep leaves its database not intact. One
/// thread.
class Lockouts {
public:
    static constexpr int MaxAttempts = 5;

    Lockouts(Store& store, std::chrono::seconds duration);

    struct State {
        int attempts = 0;
        QDateTime lockedUntil; ///< invalid: not locked
        bool isLocked() const { return lockedUntil.isValid(); }
    };
    State stateOf(const UserId& user, const QDateTime& now) const;
    /// Counts a wrong password; the fifth locks.
    State recordFailure(const UserId& user, const QDateTime& now);
    void lock(const UserId& user, const QDateTime& now);
    void clear(const UserId& user);

    /// 7.6: `30 minutes` by default, else `N seconds`.
    QString durationText() const;

private:
    void put(const UserId& user, const State& state);

    Store& m_store;
    std::chrono::seconds m_duration;
    QHash<UserId, State> m_states;
};

} // namespace finhub::sandbox
