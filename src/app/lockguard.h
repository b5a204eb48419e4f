#pragma once

#include "app/desktoplock.h"
#include "app/idlewatch.h"

#include <memory>

namespace finhub::app {

class MainWindow;

/// Locks the window when nobody is at it or the desktop says so. GUI thread.
class LockGuard : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it.
    LockGuard(MainWindow& window, std::chrono::minutes idleLimit, std::unique_ptr<DesktopLock> desktop,
              QObject* parent = nullptr);
    ~LockGuard() override;

    IdleWatch& idleWatch() { return m_idle; }

private:
    void onLockWanted(LockReason reason);

    MainWindow& m_window;
    IdleWatch m_idle;
    std::unique_ptr<DesktopLock> m_desktop;
};

} // namespace finhub::app
