#include "review/reconnection.h"

#include "core/backoff.h"

#include <utility>

namespace finhub::review {

namespace {
bool isNoAnswer(const Error& error)
{
    return error.status == 0 && (error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::Timeout ||
                                 error.kind == ErrorKind::Tls);
}
} // namespace

Reconnection::Reconnection(api::FinHub& finhub, QObject* parent)
    : Reconnection(finhub, Options(), parent)
{
}

Reconnection::Reconnection(api::FinHub& finhub, Options options, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_options(std::move(options))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Reconnection::tryNow);
    connect(&m_finhub, &api::FinHub::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            goOn();
        else
            lose();
    });
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &Reconnection::stop);
}

Reconnection::~Reconnection() = default;

std::chrono::milliseconds Reconnection::pause() const
{
    return m_timer.isActive() ? m_timer.intervalAsDuration() : std::chrono::milliseconds(0);
}

void Reconnection::lose()
{
    // Whoever is signing in sees that it does not work, and tries again themselves.
    if (isOffline() || !m_finhub.session())
        return;
    m_since = m_options.now();
    m_failed = 0;
    wait();
}

void Reconnection::wait()
{
    m_timer.start(backoff(m_failed, m_options.firstPause, m_options.longestPause, m_options.chance()));
    Q_EMIT changed();
}

void Reconnection::tryNow()
{
    if (!isOffline() || m_probe)
        return;
    m_timer.stop();
    m_probe = m_finhub.categories();
    m_probe->onFinished(this, [this](const Result<QList<Category>>& answer) {
        m_probe.reset();
        if (!isOffline())
            return;
        // Whatever FinHub says, it says something.
        if (answer || !isNoAnswer(answer.error())) {
            goOn();
            return;
        }
        ++m_failed;
        wait();
    });
    Q_EMIT changed();
}

void Reconnection::goOn()
{
    if (!isOffline())
        return;
    // What asked goes on: when it is told that the session is over, that has to be heard.
    m_timer.stop();
    m_since = {};
    Q_EMIT changed();
    Q_EMIT returned();
}

void Reconnection::stop()
{
    m_timer.stop();
    m_probe.reset();
    if (!isOffline())
        return;
    m_since = {};
    Q_EMIT changed();
}

} // namespace finhub::review
