#include "sandbox/accounts/lockouts.h"

#include "core/wiretime.h"
#include "sandbox/json.h"

namespace finhub::sandbox {

namespace {
QString lockoutKind()
{
    return QStringLiteral("lockout");
}
} // namespace

Lockouts::Lockouts(Store& store, std::chrono::seconds duration)
    : m_store(store)
    , m_duration(duration)
{
    for (const KeptRecord& record : m_store.records(lockoutKind())) {
        if (const auto value = parseJsonObject(record.value))
            m_states.insert(UserId(record.key.id), {int(memberNumber(*value, "attempts")),
                                                    parseWireTime(memberText(*value, "lockedUntil"))});
    }
}

Lockouts::State Lockouts::stateOf(const UserId& user, const QDateTime& now) const
{
    const auto state = m_states.constFind(user);
    if (state == m_states.constEnd())
        return {};
    if (state->isLocked() && now >= state->lockedUntil)
        return {};
    return *state;
}

Lockouts::State Lockouts::recordFailure(const UserId& user, const QDateTime& now)
{
    State known = stateOf(user, now);
    if (known.isLocked())
        return known;
    const int attempts = known.attempts + 1;
    if (attempts >= MaxAttempts)
        lock(user, now);
    else
        put(user, {attempts, {}});
    return m_states.value(user);
}

void Lockouts::lock(const UserId& user, const QDateTime& now)
{
    put(user, {MaxAttempts, now.addSecs(m_duration.count())});
}

void Lockouts::clear(const UserId& user)
{
    if (m_states.remove(user) > 0)
        m_store.changeRecords({{}, {{lockoutKind(), user.text()}}});
}

void Lockouts::put(const UserId& user, const State& state)
{
    m_states.insert(user, state);
    const Json value{{"attempts", state.attempts}, {"lockedUntil", jsonTime(state.lockedUntil)}};
    m_store.changeRecords({{{{lockoutKind(), user.text()}, 0, jsonBytes(value)}}, {}});
}

QString Lockouts::durationText() const
{
    if (m_duration == std::chrono::minutes(30))
        return QStringLiteral("30 minutes");
    return QStringLiteral("%1 seconds").arg(m_duration.count());
}

} // namespace finhub::sandbox
