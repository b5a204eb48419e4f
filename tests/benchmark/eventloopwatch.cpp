#include "benchmark/eventloopwatch.h"

#include <QAbstractEventDispatcher>

namespace finhub::benchmark {

EventLoopWatch::EventLoopWatch(QObject* parent)
    : QObject(parent)
{
    m_awake.start();
    QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_awake.restart(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        const double blocked = static_cast<double>(m_awake.nsecsElapsed()) / 1e6;
        m_longest = qMax(m_longest, blocked);
    });
}

} // namespace finhub::benchmark
