#include "app/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSignalSpy>
#include <QTest>

using namespace finhub::app;
using namespace std::chrono_literals;

class TestIdleWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysItOnce()
    {
        IdleWatch watch(20ms);
        QSignalSpy idle(&watch, &IdleWatch::idle);
        QTRY_COMPARE(idle.size(), qsizetype(1));
        // The next time needs somebody who goes away again.
        QVERIFY(!idle.wait(100));
        press();
        QTRY_COMPARE(idle.size(), qsizetype(2));
    }

    void anybodyIsEnough_data()
    {
        QTest::addColumn<QEvent::Type>("type");
        QTest::addColumn<bool>("counts");
        QTest::newRow("key") << QEvent::KeyPress << true;
        QTest::newRow("pointer") << QEvent::MouseMove << true;
        QTest::newRow("wheel") << QEvent::Wheel << true;
        QTest::newRow("button") << QEvent::MouseButtonPress << true;
        QTest::newRow("timer") << QEvent::Timer << false;
        QTest::newRow("paint") << QEvent::Paint << false;
        QTest::newRow("window") << QEvent::WindowActivate << false;
    }
    void anybodyIsEnough()
    {
        QFETCH(QEvent::Type, type);
        QFETCH(bool, counts);
        QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime begin = now;
        IdleWatch watch(1h, [&now] { return now; });
        QSignalSpy idle(&watch, &IdleWatch::idle);
        now = begin.addSecs(59 * 60);
        send(type);
        // Within an hour of the last touch, if that was one.
        now = begin.addSecs(61 * 60);
        press();
        QCOMPARE(idle.size(), counts ? 0 : 1);
    }

    /// While the computer sleeps no timer runs. The touch that wakes it must not reach what it points at.
    void countsTheSleep()
    {
        QDateTime now = QDateTime::currentDateTimeUtc();
        IdleWatch watch(5min, [&now] { return now; });
        QSignalSpy idle(&watch, &IdleWatch::idle);
        QVERIFY(press());
        now = now.addSecs(3600);
        QVERIFY(!press());
        QCOMPARE(idle.size(), qsizetype(1));
        QVERIFY(press());
        QCOMPARE(idle.size(), qsizetype(1));
    }

    void takesAnotherLimit()
    {
        IdleWatch watch(1h);
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.setLimit(10ms);
        QTRY_COMPARE(idle.size(), qsizetype(1));
    }

private:
    /// Whether it has reached its receiver.
    static bool send(QEvent::Type type)
    {
        class Receiver : public QObject {
        public:
            bool event(QEvent* event) override { return wanted = wanted || event->type() == type; }
            QEvent::Type type = QEvent::None;
            bool wanted = false;
        } receiver;
        receiver.type = type;
        QEvent event(type);
        QCoreApplication::sendEvent(&receiver, &event);
        return receiver.wanted;
    }
    static bool press() { return send(QEvent::KeyPress); }
};

QTEST_GUILESS_MAIN(TestIdleWatch)
#include "tst_idlewatch.moc"
