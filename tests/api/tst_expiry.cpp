#include "clientfixture.h"

#include <memory>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QByteArray SessionPath = SessionsPath + "/5d2c8e71-b3a4-46f9-8e10-c7f6a2d9b358";
const QByteArray RefreshPath = "PUT " + SessionPath;

/// A client whose clock stands so long before the token of session-created.http runs out; later by `*on`.
std::unique_ptr<HttpFinHub> clientBeforeTheEnd(std::chrono::milliseconds left, std::shared_ptr<qint64> on)
{
    const QDateTime end(QDate(2026, 3, 31), QTime(10, 15), Qt::UTC);
    ClientOptions options = ClientFixture::options();
    options.now = [begin = end.addMSecs(-left.count()), on] { return begin.addMSecs(*on); };
    return std::make_unique<HttpFinHub>(options);
}
} // namespace

/// A session that comes to its end while nobody asks for anything, and one that is ended from here.
class TestExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refreshesAhead()
    {
        using namespace std::chrono_literals;
        ClientFixture fixture;
        const auto on = std::make_shared<qint64>(0);
        fixture.client = clientBeforeTheEnd(90s + 50ms, on);
        QVERIFY(fixture.signIn());
        QCOMPARE(fixture.server.count("PUT"), 0);
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        QSignalSpy changed(fixture.client.get(), &FinHub::sessionChanged);
        QVERIFY(!changed.wait(200)); // by the clock of the client it is too early
        *on = 60;
        QTRY_COMPARE(fixture.server.count("PUT"), 1);
        QTRY_COMPARE(changed.size(), qsizetype(1));
        // With at least a minute left, and the new token is what is sent from here on.
        QVERIFY(fixture.client->session());
        fixture.server.answer("GET " + CustomerPath, {transcript("customer")});
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.hasValue());
        QCOMPARE(tokenOf(fixture.requests().last()), tokenIn("session-refreshed"));
        QCOMPARE(fixture.server.count("PUT"), 1);
    }

    /// What is called for meanwhile waits, and goes out with the old token when the refresh fails.
    void losesNothingWhenThatFails()
    {
        using namespace std::chrono_literals;
        ClientFixture fixture;
        const auto on = std::make_shared<qint64>(0);
        fixture.client = clientBeforeTheEnd(90s + 50ms, on);
        QVERIFY(fixture.signIn());
        fixture.server.answer(RefreshPath, RawReply{});
        fixture.server.answer("GET " + CustomerPath, {transcript("customer")});
        *on = 60;
        QTRY_COMPARE(fixture.server.count("PUT"), 1);
        QSignalSpy ended(fixture.client.get(), &FinHub::sessionEnded);
        Outcome customer(fixture.client->customer(TestCustomer));
        QVERIFY(fixture.server.answerHeld(RefreshPath, {transcript("internal-error")}));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(customer.hasValue());
        QCOMPARE(tokenOf(fixture.requests().last()), tokenIn("session-created"));
        QVERIFY(fixture.client->session());
        QVERIFY(ended.isEmpty());
    }

    /// A session shorter than that would be refreshed without end.
    void leavesShortSessionsAlone()
    {
        using namespace std::chrono_literals;
        ClientFixture fixture;
        fixture.client = clientBeforeTheEnd(60s, std::make_shared<qint64>(0));
        QVERIFY(fixture.signIn());
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        QSignalSpy changed(fixture.client.get(), &FinHub::sessionChanged);
        QVERIFY(!changed.wait(300));
        QCOMPARE(fixture.server.count("PUT"), 0);
    }

    void asksNobodyAfterTheEnd()
    {
        using namespace std::chrono_literals;
        ClientFixture fixture;
        const auto on = std::make_shared<qint64>(0);
        fixture.client = clientBeforeTheEnd(90s + 50ms, on);
        QVERIFY(fixture.signIn());
        fixture.server.answer("DELETE " + SessionPath, {transcript("session-closed")});
        Outcome out(fixture.client->signOut());
        QTRY_VERIFY(out.hasValue());
        *on = 60;
        QSignalSpy changed(fixture.client.get(), &FinHub::sessionChanged);
        QVERIFY(!changed.wait(200));
        QCOMPARE(fixture.server.count("PUT"), 0);
    }

    /// For a lock: the token goes, the officer stays.
    void suspends()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        HttpFinHub& client = *fixture.client;
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        fixture.server.answer("DELETE " + SessionPath, {transcript("session-closed")});
        Outcome out(client.suspend());
        QVERIFY(!client.session());
        QTRY_VERIFY(out.hasValue());
        QCOMPARE(fixture.server.count("DELETE"), 1);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(ended.at(0).first().value<SessionEnd>(), SessionEnd::Expired);
        QCOMPARE(client.profile(), fixture.profile());
        // Whoever does not come back is signed out, once.
        Outcome first(client.signOut());
        Outcome second(client.signOut());
        QTRY_VERIFY(first.hasValue() && second.hasValue());
        QTRY_COMPARE(ended.size(), qsizetype(2));
        QCOMPARE(ended.at(1).first().value<SessionEnd>(), SessionEnd::SignedOut);
        QCOMPARE(fixture.server.count("DELETE"), 1);
    }

    /// A wrong password in between is no end of anything.
    void staysSuspendedThroughAWrongPassword()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        HttpFinHub& client = *fixture.client;
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        Outcome out(client.suspend());
        QTRY_COMPARE(ended.size(), qsizetype(1));
        fixture.server.answer("POST " + SessionsPath, {transcript("session-refused")});
        Outcome refused(client.signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(refused.isThere());
        QVERIFY(!refused.hasValue());
        QVERIFY(fixture.signIn());
        QCOMPARE(ended.size(), qsizetype(1));
        fixture.server.answer("DELETE " + SessionPath, {transcript("session-closed")});
        Outcome left(client.signOut());
        QTRY_COMPARE(ended.size(), qsizetype(2));
        QTRY_VERIFY(left.hasValue());
        QCOMPARE(ended.size(), qsizetype(2));
    }
};

QTEST_MAIN(TestExpiry)
#include "tst_expiry.moc"
