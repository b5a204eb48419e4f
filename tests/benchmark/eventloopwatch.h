#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace finhub::benchmark {

/// How long the event loop of the GUI thread did not come back to wait for events: the time in which nobody
/// was answered.
class EventLoopWatch : public QObject {
    Q_OBJECT

public:
    explicit EventLoopWatch(QObject* parent = nullptr);

    void reset() { m_longest = 0; }
    /// Milliseconds, since the last reset().
    double longest() const { return m_longest; }

private:
    QElapsedTimer m_awake;
    double m_longest = 0;
};

} // namespace finhub::benchmark
