#pragma once

#include "app/lockreason.h"

#include <QObject>

#include <memory>

namespace finhub::app {

/// What the desktop says about locking; tests say it themselves. GUI thread.
class DesktopLock : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~DesktopLock() override;

    /// The console is locked as the last lockWanted() asked: the computer may sleep.
    virtual void setLocked() {}

Q_SIGNALS:
    void lockWanted(finhub::app::LockReason reason);
};

/// The desktop as D-Bus tells of it: logind's Lock of this login session and PrepareForSleep, which is held up
/// until the console is locked, and the screen saver's ActiveChanged. Where there is no bus, or nobody answers
/// on it, nothing comes and nothing fails. That the desktop is unlocked unlocks nothing here.
class BusDesktopLock : public DesktopLock {
    Q_OBJECT

public:
    /// Addresses of the two buses; empty: those of the computer and of the person's session.
    explicit BusDesktopLock(const QString& systemBus = {}, const QString& sessionBus = {},
                            QObject* parent = nullptr);
    ~BusDesktopLock() override;

    void setLocked() override;

private Q_SLOTS:
    void onLock();
    void onPrepareForSleep(bool begins);
    void onScreenSaver(bool active);

private:
    void followLogin();
    void holdSleepUp();

    struct Buses;
    std::unique_ptr<Buses> m_buses;
};

} // namespace finhub::app
