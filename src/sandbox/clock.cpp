#include "sandbox/clock.h"

#include <chrono>
#include <utility>

namespace finhub::sandbox {

namespace {
qint64 ticks()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
} // namespace

Clock::Clock(const QDateTime& start, std::function<QDateTime()> override)
    : m_override(std::move(override))
    , m_start(m_override ? m_override() : (start.isValid() ? start.toUTC() : QDateTime::currentDateTimeUtc()))
    , m_startTicks(ticks())
{
}

QDateTime Clock::now() const
{
    return m_override ? m_override() : m_start.addMSecs(ticks() - m_startTicks);
}

} // namespace finhub::sandbox
