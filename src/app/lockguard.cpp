#include "app/lockguard.h"

#include "app/mainwindow.h"

#include <utility>

namespace finhub::app {

LockGuard::LockGuard(MainWindow& window, std::chrono::minutes idleLimit, std::unique_ptr<DesktopLock> desktop,
                     QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_idle(idleLimit)
    , m_desktop(std::move(desktop))
{
    connect(&m_idle, &IdleWatch::idle, this, [this] { m_window.lock(LockReason::Idle); });
    connect(m_desktop.get(), &DesktopLock::lockWanted, this, &LockGuard::onLockWanted);
    // Covered is not enough before the computer sleeps: the token is to be gone, and the server told.
    connect(&m_window, &MainWindow::lockSettled, m_desktop.get(), &DesktopLock::setLocked);
}

LockGuard::~LockGuard() = default;

void LockGuard::onLockWanted(LockReason reason)
{
    m_window.lock(reason);
    if (!m_window.isLocking())
        m_desktop->setLocked();
}

} // namespace finhub::app
