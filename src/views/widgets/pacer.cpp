#include "views/widgets/pacer.h"

#include <utility>

namespace finhub::views {

Pacer::Pacer(std::chrono::milliseconds pause, std::function<void()> work, QObject* parent)
    : QObject(parent)
    , m_work(std::move(work))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_again)
            carryOut();
    });
}

void Pacer::ask()
{
    if (m_pause.isActive())
        m_again = true;
    else
        carryOut();
}

void Pacer::carryOut()
{
    m_again = false;
    m_pause.start();
    m_work();
}

} // namespace finhub::views
