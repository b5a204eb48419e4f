#include "app/lockguard.h"

#include "app/consolesettings.h"
#include "app/mainwindow.h"
#include "views/lock/idlelimitdialog.h"
#include "views/opendialog.h"

#include <utility>

namespace finhub::app {

LockGuard::LockGuard(MainWindow& window, ConsoleSettings& settings, std::unique_ptr<DesktopLock> desktop,
                     QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
    , m_idle(settings.idleLimit())
    , m_desktop(std::move(desktop))
{
    connect(&m_idle, &IdleWatch::idle, this, [this] { m_window.lock(LockReason::Idle); });
    connect(m_desktop.get(), &DesktopLock::lockWanted, this, &LockGuard::onLockWanted);
    // Covered is not enough before the computer sleeps: the token is to be gone, and the server told.
    connect(&m_window, &MainWindow::lockSettled, m_desktop.get(), &DesktopLock::setLocked);
    connect(&m_window, &MainWindow::idleLimitWanted, this, &LockGuard::chooseLimit);
}

LockGuard::~LockGuard() = default;

void LockGuard::onLockWanted(LockReason reason)
{
    m_window.lock(reason);
    if (!m_window.isLocking())
        m_desktop->setLocked();
}

void LockGuard::chooseLimit()
{
    auto* dialog = new views::IdleLimitDialog(
        std::chrono::duration_cast<std::chrono::minutes>(m_idle.limit()), &m_window);
    connect(dialog, &views::IdleLimitDialog::chosen, this, [this](std::chrono::minutes limit) {
        m_idle.setLimit(limit);
        m_settings.setIdleLimit(limit);
    });
    views::openCentred(dialog);
}

} // namespace finhub::app
