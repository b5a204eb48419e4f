#pragma once

#include <QDateTime>

#include <functional>

namespace finhub::sandbox {

/// The sandbox's time (section 6): starts at an instant and runs on from there, whatever the machine's clock
/// does meanwhile. Any thread.
class Clock {
public:
    /// An invalid `start` is the real time; `override` (for tests) replaces the clock altogether.
    explicit Clock(const QDateTime& start, std::function<QDateTime()> override = {});

    /// UTC, in whole milliseconds.
    QDateTime now() const;
    /// When the clock was made.
    QDateTime start() const { return m_start; }

private:
    std::function<QDateTime()> m_override;
    QDateTime m_start;
    qint64 m_startTicks;
};

} // namespace finhub::sandbox
