#include "sandbox/accounts/lockouts.h"

namespace finhub::sandbox {

Lockouts::State Lockouts::stateOf(const UserId& user, const QDateTime& now)
{
    const auto state = m_states.find(user);
    if (state == m_states.end())
        return {};
    if (state->isLocked() && now >= state->lockedUntil) {
        m_states.erase(state);
        return {};
    }
    return *state;
}

Lockouts::State Lockouts::recordFailure(const UserId& user, const QDateTime& now)
{
    if (const State known = stateOf(user, now); known.isLocked())
        return known;
    State& state = m_states[user];
    state.attempts += 1;
    if (state.attempts >= MaxAttempts)
        lock(user, now);
    return m_states.value(user);
}

void Lockouts::lock(const UserId& user, const QDateTime& now)
{
    m_states[user] = {MaxAttempts, now.addSecs(m_duration.count())};
}

QString Lockouts::durationText() const
{
    if (m_duration == std::chrono::minutes(30))
        return QStringLiteral("30 minutes");
    return QStringLiteral("%1 seconds").arg(m_duration.count());
}

} // namespace finhub::sandbox
