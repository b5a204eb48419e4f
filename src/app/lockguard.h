#pragma once

#include "app/desktoplock.h"
#include "app/idlewatch.h"

#include <memory>

namespace finhub::app {

class ConsoleSettings;
class MainWindow;

/// Locks the window when nobody is at it or the desktop says so, and lets the person choose after how long.
/// GUI thread.
class LockGuard : public QObject {
    Q_OBJECT

public:
    /// `window` and `settings` outlive it.
    LockGuard(MainWindow& window, ConsoleSettings& settings, std::unique_ptr<DesktopLock> desktop,
              QObject* parent = nullptr);
    ~LockGuard() override;

    IdleWatch& idleWatch() { return m_idle; }

private:
    void onLockWanted(LockReason reason);
    void chooseLimit();

    MainWindow& m_window;
    ConsoleSettings& m_settings;
    IdleWatch m_idle;
    std::unique_ptr<DesktopLock> m_desktop;
};

} // namespace finhub::app
