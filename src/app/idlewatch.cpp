#include "app/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace finhub::app {

namespace {
bool isSomebody(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}
} // namespace

IdleWatch::IdleWatch(std::chrono::milliseconds limit, Now now, QObject* parent)
    : QObject(parent)
    , m_limit(limit)
    , m_now(std::move(now))
    , m_last(m_now())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::say);
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(m_limit);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    touch();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (!isSomebody(event->type()))
        return QObject::eventFilter(watched, event);
    // The timer stands still while the computer sleeps, the clock does not.
    const bool slept = !m_isIdle && m_last.msecsTo(m_now()) >= m_limit.count();
    if (slept)
        say();
    touch();
    return slept || QObject::eventFilter(watched, event);
}

void IdleWatch::touch()
{
    m_isIdle = false;
    m_last = m_now();
    m_timer.start(m_limit);
}

void IdleWatch::say()
{
    if (std::exchange(m_isIdle, true))
        return;
    m_timer.stop();
    Q_EMIT idle();
}

} // namespace finhub::app
