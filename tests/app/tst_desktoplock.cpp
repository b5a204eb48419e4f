#include "app/desktoplock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <memory>

using namespace finhub::app;

namespace {
/// A bus of one's own, with nobody on it.
class PrivateBus {
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    const QString& address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};
} // namespace

/// What logind has of its manager that the console asks for.
class LoginManager : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~LoginManager() override { letGo(); }
    int sessionsAsked = 0;
    int heldUp = 0;
    /// Whether the computer may sleep: the other end of what was handed out last is closed.
    bool maySleep()
    {
        char byte = 0;
        return m_pipe[0] >= 0 && ::read(m_pipe[0], &byte, 1) == 0;
    }

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString& id)
    {
        ++sessionsAsked;
        return QDBusObjectPath(id == QLatin1String("auto") ? QStringLiteral("/org/freedesktop/login1/session/_37")
                                                           : QStringLiteral("/none"));
    }
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString&, const QString&, const QString& mode)
    {
        letGo();
        if (what != QLatin1String("sleep") || mode != QLatin1String("delay") ||
            ::pipe2(m_pipe.data(), O_NONBLOCK) != 0)
            return {};
        ++heldUp;
        QDBusUnixFileDescriptor handedOut(m_pipe[1]); // a copy
        ::close(m_pipe[1]);
        return handedOut;
    }

private:
    void letGo()
    {
        if (m_pipe[0] >= 0)
            ::close(m_pipe[0]);
        m_pipe = {-1, -1};
    }
    std::array<int, 2> m_pipe{-1, -1};
};

/// The desktop's signals over a real bus that has nothing else on it.
class TestDesktopLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
            QSKIP("There is no dbus-daemon here.");
    }

    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(!m_bus->address().isEmpty());
        m_desktop = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(m_bus->address(), QStringLiteral("desktop")));
        QVERIFY(m_desktop->isConnected());
        for (const char* name : {"org.freedesktop.login1", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
            QVERIFY(m_desktop->registerService(QLatin1String(name)));
        m_login = std::make_unique<LoginManager>();
        QVERIFY(m_desktop->registerObject(QStringLiteral("/org/freedesktop/login1"), m_login.get(),
                                          QDBusConnection::ExportAllSlots));
        m_lock = std::make_unique<BusDesktopLock>(m_bus->address(), m_bus->address());
        m_wanted = std::make_unique<QSignalSpy>(m_lock.get(), &DesktopLock::lockWanted);
        QTRY_COMPARE(m_login->sessionsAsked, 1);
        QTRY_COMPARE(m_login->heldUp, 1);
    }

    void cleanup()
    {
        m_wanted.reset();
        m_lock.reset();
        m_login.reset();
        m_desktop.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_bus.reset();
    }

    void locksWithTheSession()
    {
        const QString own = QStringLiteral("/org/freedesktop/login1/session/_37");
        const QString others = QStringLiteral("/org/freedesktop/login1/session/_38");
        // The answer to which session it is may still be on its way.
        QTRY_VERIFY_WITH_TIMEOUT(say(others, "org.freedesktop.login1.Session", "Lock") &&
                                     say(own, "org.freedesktop.login1.Session", "Lock") && m_wanted->wait(200),
                                 10000);
        const qsizetype told = m_wanted->size();
        QCOMPARE(m_wanted->first().first().value<LockReason>(), LockReason::Desktop);
        QVERIFY(say(others, "org.freedesktop.login1.Session", "Lock"));
        QVERIFY(say(own, "org.freedesktop.login1.Session", "Unlock"));
        QVERIFY(say(own, "org.freedesktop.login1.Session", "Lock"));
        QTRY_COMPARE(m_wanted->size(), told + 1);
    }

    void locksBeforeTheComputerSleeps()
    {
        // A lock for another reason is none of its business.
        m_lock->setLocked();
        QVERIFY(!m_login->maySleep());
        QVERIFY(say(QStringLiteral("/org/freedesktop/login1"), "org.freedesktop.login1.Manager", "PrepareForSleep",
                    true));
        QTRY_COMPARE(m_wanted->size(), qsizetype(1));
        QCOMPARE(m_wanted->first().first().value<LockReason>(), LockReason::Sleep);
        QVERIFY(!m_login->maySleep());
        m_lock->setLocked();
        QTRY_VERIFY(m_login->maySleep());
        // Awake again: the next time it is held up as well.
        QVERIFY(say(QStringLiteral("/org/freedesktop/login1"), "org.freedesktop.login1.Manager", "PrepareForSleep",
                    false));
        QTRY_COMPARE(m_login->heldUp, 2);
        QCOMPARE(m_wanted->size(), qsizetype(1));
    }

    void locksWithTheScreenSaver_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("interface");
        QTest::newRow("common") << "/org/freedesktop/ScreenSaver" << QByteArray("org.freedesktop.ScreenSaver");
        QTest::newRow("short") << "/ScreenSaver" << QByteArray("org.freedesktop.ScreenSaver");
        QTest::newRow("GNOME") << "/org/gnome/ScreenSaver" << QByteArray("org.gnome.ScreenSaver");
    }
    void locksWithTheScreenSaver()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, interface);
        QVERIFY(say(path, interface, "ActiveChanged", false));
        QVERIFY(say(path, interface, "ActiveChanged", true));
        QTRY_COMPARE(m_wanted->size(), qsizetype(1));
        QCOMPARE(m_wanted->first().first().value<LockReason>(), LockReason::Desktop);
    }

    void standsTheBusGoing()
    {
        m_bus.reset();
        m_lock->setLocked();
        m_lock.reset();
    }

    void doesWithoutABus()
    {
        BusDesktopLock lock(QStringLiteral("unix:path=/nonexistent/bus"),
                            QStringLiteral("unix:path=/nonexistent/bus"));
        QSignalSpy wanted(&lock, &DesktopLock::lockWanted);
        lock.setLocked();
        QVERIFY(wanted.isEmpty());
    }

    void doesWithoutAnybodyOnTheBus()
    {
        const PrivateBus empty;
        BusDesktopLock lock(empty.address(), empty.address());
        QSignalSpy wanted(&lock, &DesktopLock::lockWanted);
        QVERIFY(!wanted.wait(200));
        lock.setLocked();
    }

private:
    bool say(const QString& path, const QByteArray& interface, const char* name)
    {
        return m_desktop->send(
            QDBusMessage::createSignal(path, QLatin1String(interface), QLatin1String(name)));
    }
    bool say(const QString& path, const QByteArray& interface, const char* name, bool value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(path, QLatin1String(interface), QLatin1String(name));
        signal << value;
        return m_desktop->send(signal);
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<QDBusConnection> m_desktop;
    std::unique_ptr<LoginManager> m_login;
    std::unique_ptr<BusDesktopLock> m_lock;
    std::unique_ptr<QSignalSpy> m_wanted;
};

QTEST_GUILESS_MAIN(TestDesktopLock)
#include "tst_desktoplock.moc"
