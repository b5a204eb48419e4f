#include "app/desktoplock.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusUnixFileDescriptor>
#include <QFileInfo>

#include <array>
#include <utility>

namespace finhub::app {

namespace {
constexpr QLatin1String Login("org.freedesktop.login1");
constexpr QLatin1String LoginPath("/org/freedesktop/login1");
constexpr QLatin1String LoginManager("org.freedesktop.login1.Manager");
constexpr QLatin1String LoginSession("org.freedesktop.login1.Session");

/// Who says ActiveChanged: the common name, which KDE and others have, and GNOME's.
constexpr std::array<std::pair<const char*, const char*>, 3> ScreenSavers{{
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"},
    {"org.freedesktop.ScreenSaver", "/ScreenSaver"},
    {"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"},
}};

/// Whether there is a session bus to connect to: libdbus would start one otherwise, for nobody.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// A connection of its own, so that nothing here depends on who else uses the bus.
QDBusConnection connected(const QString& address, QDBusConnection::BusType type, const QString& name)
{
    if (!address.isEmpty())
        return QDBusConnection::connectToBus(address, name);
    if (type == QDBusConnection::SessionBus && !hasSessionBus())
        return QDBusConnection(name); // not connected
    return QDBusConnection::connectToBus(type, name);
}
} // namespace

struct BusDesktopLock::Buses {
    Buses(const QString& systemBus, const QString& sessionBus, const QString& name)
        : systemName(name + QStringLiteral("-system"))
        , sessionName(name + QStringLiteral("-session"))
        , system(connected(systemBus, QDBusConnection::SystemBus, systemName))
        , session(connected(sessionBus, QDBusConnection::SessionBus, sessionName))
    {
    }
    ~Buses()
    {
        QDBusConnection::disconnectFromBus(systemName);
        QDBusConnection::disconnectFromBus(sessionName);
    }
    Buses(const Buses&) = delete;
    Buses& operator=(const Buses&) = delete;

    QString systemName;
    QString sessionName;
    QDBusConnection system;
    QDBusConnection session;
    QDBusUnixFileDescriptor sleepHeldUp; ///< while it is open, the computer waits with sleeping
    bool sleepComes = false;
};

DesktopLock::~DesktopLock() = default;

BusDesktopLock::BusDesktopLock(const QString& systemBus, const QString& sessionBus, QObject* parent)
    : DesktopLock(parent)
    , m_buses(std::make_unique<Buses>(
          systemBus, sessionBus, QStringLiteral("finhub-lock-%1").arg(reinterpret_cast<quintptr>(this))))
{
    if (m_buses->system.isConnected())
        followLogin();
    if (!m_buses->session.isConnected())
        return;
    for (const auto& [service, path] : ScreenSavers)
        m_buses->session.connect(QLatin1String(service), QLatin1String(path), QLatin1String(service),
                                 QStringLiteral("ActiveChanged"), this, SLOT(onScreenSaver(bool)));
}

BusDesktopLock::~BusDesktopLock() = default;

void BusDesktopLock::followLogin()
{
    QDBusConnection& bus = m_buses->system;
    bus.connect(Login, LoginPath, LoginManager, QStringLiteral("PrepareForSleep"), this,
                SLOT(onPrepareForSleep(bool)));
    holdSleepUp();
    // Programs of a desktop often run outside the login session that they belong to; "auto" knows both ways.
    QDBusMessage ask =
        QDBusMessage::createMethodCall(Login, LoginPath, LoginManager, QStringLiteral("GetSession"));
    ask << QStringLiteral("auto");
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> session = *call;
        if (session.isValid())
            m_buses->system.connect(Login, session.value().path(), LoginSession, QStringLiteral("Lock"), this,
                                    SLOT(onLock()));
    });
}

void BusDesktopLock::holdSleepUp()
{
    QDBusMessage ask =
        QDBusMessage::createMethodCall(Login, LoginPath, LoginManager, QStringLiteral("Inhibit"));
    ask << QStringLiteral("sleep") << QStringLiteral("FinHub Console") << QStringLiteral("Locks itself first")
        << QStringLiteral("delay");
    auto* watcher = new QDBusPendingCallWatcher(m_buses->system.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> held = *call;
        if (held.isValid())
            m_buses->sleepHeldUp = held.value();
    });
}

void BusDesktopLock::setLocked()
{
    // Held on to until then: a lock for another reason is over, perhaps, when the computer goes to sleep.
    if (m_buses->sleepComes)
        m_buses->sleepHeldUp = QDBusUnixFileDescriptor();
}

void BusDesktopLock::onLock()
{
    Q_EMIT lockWanted(LockReason::Desktop);
}

void BusDesktopLock::onPrepareForSleep(bool begins)
{
    m_buses->sleepComes = begins;
    if (begins)
        Q_EMIT lockWanted(LockReason::Sleep);
    else
        holdSleepUp();
}

void BusDesktopLock::onScreenSaver(bool active)
{
    if (active)
        Q_EMIT lockWanted(LockReason::Desktop);
}

} // namespace finhub::app
