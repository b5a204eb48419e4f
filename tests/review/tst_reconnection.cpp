#include "review/reconnection.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const QDateTime Now(QDate(2026, 3, 31), QTime(10, 42), Qt::UTC);

SessionInfo officer()
{
    SessionInfo session;
    session.userId = UserId(QStringLiteral("u-1"));
    session.expiresAt = Now.addSecs(3600);
    return session;
}
} // namespace

/// The way back from offline: what is asked, after which pauses, and that nothing else is.
class TestReconnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_finhub = std::make_unique<FakeFinHub>();
        Reconnection::Options options;
        // An hour: what happens in these tests happens because somebody asked for it.
        options.firstPause = std::chrono::hours(1);
        options.longestPause = std::chrono::hours(5);
        options.chance = [] { return 0.5; };
        options.now = [] { return Now; };
        m_reconnection = std::make_unique<Reconnection>(*m_finhub, options);
    }
    void cleanup()
    {
        m_reconnection.reset();
        m_finhub.reset();
    }

    void noticesAndComesBack()
    {
        m_finhub->openSession(officer());
        QSignalSpy changed(m_reconnection.get(), &Reconnection::changed);
        QSignalSpy returned(m_reconnection.get(), &Reconnection::returned);
        QVERIFY(!m_reconnection->isOffline());
        Q_EMIT m_finhub->reachableChanged(false);
        QVERIFY(m_reconnection->isOffline());
        QCOMPARE(m_reconnection->since(), Now);
        QVERIFY(!m_reconnection->isTrying());
        QCOMPARE(changed.count(), 1);
        m_reconnection->tryNow();
        QVERIFY(m_reconnection->isTrying());
        m_reconnection->tryNow(); // one at a time
        QCOMPARE(m_finhub->categoryLists.count(), 1);
        m_finhub->categoryLists.finishLast(QList<Category>());
        QVERIFY(!m_reconnection->isOffline());
        QVERIFY(!m_reconnection->isTrying());
        QCOMPARE(returned.count(), 1);
    }

    void pausesGrow()
    {
        m_finhub->openSession(officer());
        Q_EMIT m_finhub->reachableChanged(false);
        const std::chrono::minutes pauses[] = {std::chrono::minutes(67), std::chrono::minutes(135),
                                               std::chrono::minutes(270), std::chrono::minutes(337),
                                               std::chrono::minutes(337)};
        for (const std::chrono::minutes pause : pauses) {
            // An eighth more than doubled: half of the quarter that chance may add.
            QCOMPARE(std::chrono::duration_cast<std::chrono::minutes>(m_reconnection->pause()).count(),
                     pause.count());
            m_reconnection->tryNow();
            QCOMPARE(m_reconnection->pause().count(), 0);
            m_finhub->categoryLists.failLast(Error::of(ErrorKind::Unreachable));
            QVERIFY(m_reconnection->isOffline());
        }
        // The next time it begins anew.
        Q_EMIT m_finhub->reachableChanged(true);
        QVERIFY(!m_reconnection->isOffline());
        QCOMPARE(m_reconnection->pause().count(), 0);
        Q_EMIT m_finhub->reachableChanged(false);
        QCOMPARE(std::chrono::duration_cast<std::chrono::minutes>(m_reconnection->pause()).count(),
                 pauses[0].count());
    }

    void asksByItself()
    {
        Reconnection::Options options;
        options.firstPause = std::chrono::milliseconds(1);
        options.longestPause = std::chrono::milliseconds(2);
        Reconnection quick(*m_finhub, options);
        m_finhub->openSession(officer());
        Q_EMIT m_finhub->reachableChanged(false);
        for (int asked = 1; asked <= 5; ++asked) {
            QTRY_COMPARE(m_finhub->categoryLists.count(), asked);
            m_finhub->categoryLists.failLast(
                Error::of(asked % 2 ? ErrorKind::Unreachable : ErrorKind::Timeout));
        }
        QTRY_COMPARE(m_finhub->categoryLists.count(), 6);
        m_finhub->categoryLists.finishLast(QList<Category>());
        QVERIFY(!quick.isOffline());
        QTest::qWait(20);
        QCOMPARE(m_finhub->categoryLists.count(), 6);
    }

    /// An error of FinHub's own is a sign of life.
    void anyAnswerWillDo()
    {
        m_finhub->openSession(officer());
        Q_EMIT m_finhub->reachableChanged(false);
        m_reconnection->tryNow();
        Error error = Error::of(ErrorKind::Status);
        error.status = 503;
        m_finhub->categoryLists.failLast(error);
        QVERIFY(!m_reconnection->isOffline());
    }

    void sessionsEndIt()
    {
        m_finhub->openSession(officer());
        Q_EMIT m_finhub->reachableChanged(false);
        m_reconnection->tryNow();
        QSignalSpy returned(m_reconnection.get(), &Reconnection::returned);
        m_finhub->endSession(api::SessionEnd::SignedOut);
        QVERIFY(!m_reconnection->isOffline());
        QVERIFY(m_finhub->categoryLists.isAborted(0));
        QCOMPARE(returned.count(), 0);
        // At the sign-in it is the person who tries.
        Q_EMIT m_finhub->reachableChanged(false);
        QVERIFY(!m_reconnection->isOffline());
    }

    /// It changes nothing on the server, whatever was lost.
    void asksForNothingElse()
    {
        m_finhub->openSession(officer());
        Q_EMIT m_finhub->reachableChanged(false);
        for (int i = 0; i < 3; ++i) {
            m_reconnection->tryNow();
            m_finhub->categoryLists.failLast(Error::of(ErrorKind::Unreachable));
        }
        Q_EMIT m_finhub->reachableChanged(true);
        QCOMPARE(m_finhub->decisions.count(), 0);
        QCOMPARE(m_finhub->customers.count(), 0);
        QCOMPARE(m_finhub->directoryPages.count(), 0);
        QCOMPARE(m_finhub->categoryLists.count(), 3);
    }

private:
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<Reconnection> m_reconnection;
};

QTEST_GUILESS_MAIN(TestReconnection)
#include "tst_reconnection.moc"
