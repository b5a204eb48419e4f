#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
/// A few turns of the event loop, for what must not come and for what must not touch freed memory.
void settle()
{
    QTest::qWait(20);
}

QByteArray largeTimeline()
{
    QByteArray rows;
    for (int i = 0; i < 30000; ++i)
        rows += (i ? ",{\"id\":\"" : "{\"id\":\"") + QByteArray::number(i) +
                "\",\"type\":\"document.uploaded\",\"summary\":\"x\"}";
    return jsonAnswer(200, "{\"data\":{\"events\":[" + rows + "]}}");
}
} // namespace

/// Who may die when: calls, handlers' contexts, the client, in flight and inside handlers. The sanitizers do
/// most of the checking.
class TestLifetimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup()
    {
        m_fixture.reset();
        settle();
    }

    void callDeletedInFlight()
    {
        m_fixture->server.answer("GET " + CustomerPath, RawReply{});
        QObject context;
        int completions = 0;
        CallPtr<Customer> call = m_fixture->client->customer(TestCustomer);
        call->onFinished(&context, [&](const auto&) { ++completions; });
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        call.reset();
        settle();
        QCOMPARE(completions, 0);
    }

    void callDeletedAtOnce()
    {
        for (int i = 0; i < 20; ++i)
            m_fixture->client->customer(TestCustomer).reset();
        m_fixture->client->customer(CustomerId(QStringLiteral(".."))).reset(); // refused, told later
        settle();
        // The client goes on as if nothing had been.
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        Outcome outcome(m_fixture->client->customer(TestCustomer));
        QTRY_VERIFY(outcome.hasValue());
    }

    void callDeletedInItsHandler()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        QObject context;
        int completions = 0;
        CallPtr<Customer> call = m_fixture->client->customer(TestCustomer);
        call->onFinished(&context, [&](const auto&) {
            ++completions;
            call.reset();
        });
        QTRY_COMPARE(completions, 1);
        settle();
    }

    void contextDeletedInFlight()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        auto context = std::make_unique<QObject>();
        int completions = 0;
        const CallPtr<Customer> call = m_fixture->client->customer(TestCustomer);
        call->onFinished(context.get(), [&](const auto&) { ++completions; });
        context.reset();
        QTRY_VERIFY(call->isFinished());
        QCOMPARE(completions, 0);
    }

    void otherCallsDeletedInAHandler()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        QObject context;
        std::vector<CallPtr<Customer>> calls;
        int completions = 0;
        for (int i = 0; i < 10; ++i) {
            calls.push_back(m_fixture->client->customer(TestCustomer));
            calls.back()->onFinished(&context, [&](const auto&) {
                ++completions;
                calls.clear();
            });
        }
        QTRY_COMPARE(completions, 1);
        settle();
        QCOMPARE(completions, 1);
    }

    /// The client dies first: every call is still completed, once.
    void clientDeletedInFlight()
    {
        m_fixture->server.answer("GET " + CustomerPath, RawReply{});
        m_fixture->server.answer("POST " + VerificationPath, RawReply{});
        Outcome read(m_fixture->client->customer(TestCustomer));
        Outcome decided(m_fixture->client->decide(testDecision()));
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(2));
        m_fixture->client.reset();
        QTRY_VERIFY(read.isThere() && decided.isThere());
        QCOMPARE(read.error().kind, ErrorKind::SessionEnded);
        QCOMPARE(decided.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(read.completions(), 1);
    }

    void clientDeletedInAHandler()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        m_fixture->server.answer("GET " + VerificationPath, RawReply{});
        QObject context;
        int completions = 0;
        Outcome other(m_fixture->client->verification(TestVerification));
        CallPtr<Customer> call = m_fixture->client->customer(TestCustomer);
        call->onFinished(&context, [&](const auto&) {
            ++completions;
            m_fixture->client.reset();
            call.reset();
        });
        QTRY_COMPARE(completions, 1);
        QTRY_VERIFY(other.isThere());
    }

    void clientDeletedInItsSignals_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("sessionChanged") << 0;
        QTest::newRow("sessionEnded at sign-out") << 1;
        QTest::newRow("sessionEnded at expiry") << 2;
        QTest::newRow("extensionsChanged") << 3;
        QTest::newRow("reachableChanged") << 4;
    }
    void clientDeletedInItsSignals()
    {
        QFETCH(int, which);
        HttpFinHub* client = m_fixture->client.get();
        RawServer& server = m_fixture->server;
        bool deleted = false;
        const auto die = [&] {
            deleted = true;
            m_fixture->client.reset();
        };
        std::vector<std::shared_ptr<QObject>> calls;
        switch (which) {
        case 0:
            connect(client, &FinHub::sessionChanged, this, die);
            server.enqueue({transcript("token-expired")});
            server.answer("PUT", {transcript("session-refreshed")});
            calls.emplace_back(client->customer(TestCustomer));
            break;
        case 1:
            connect(client, &FinHub::sessionEnded, this, die);
            calls.emplace_back(client->signOut());
            break;
        case 2:
            connect(client, &FinHub::sessionEnded, this, die);
            server.answer("GET", {transcript("token-expired")});
            calls.emplace_back(client->customer(TestCustomer));
            break;
        case 3:
            connect(client, &FinHub::extensionsChanged, this, die);
            server.answer("GET " + CustomerPath, {transcript("route-not-found")});
            calls.emplace_back(client->customer(TestCustomer));
            break;
        default:
            server.answer("GET " + CustomerPath, RawReply{});
            ClientOptions options = ClientFixture::options();
            options.callDeadline = std::chrono::milliseconds(300);
            options.maxRepeats = 0;
            m_fixture->client = std::make_unique<HttpFinHub>(options);
            QVERIFY(m_fixture->signIn());
            client = m_fixture->client.get();
            connect(client, &FinHub::reachableChanged, this, die);
            calls.emplace_back(client->customer(TestCustomer));
            break;
        }
        QTRY_VERIFY(deleted);
        settle();
    }

    void clientDeletedWhileSigningIn()
    {
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, RawReply{});
        Outcome signedIn(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_COMPARE(fixture.server.requests().size(), qsizetype(1));
        fixture.client.reset();
        QTRY_VERIFY(signedIn.isThere());
        QVERIFY(!signedIn.hasValue());
    }

    void clientDeletedWhileSigningInSecondStep()
    {
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", RawReply{});
        Outcome signedIn(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_COMPARE(fixture.server.requests().size(), qsizetype(2));
        fixture.client.reset();
        QTRY_VERIFY(signedIn.isThere());
        QVERIFY(!signedIn.hasValue());
    }

    void signInCallOutlivesItsClient()
    {
        auto fixture = std::make_unique<ClientFixture>();
        fixture->server.answer("POST " + SessionsPath, RawReply{});
        CallPtr<SessionInfo> call = fixture->client->signIn(fixture->profile(), ClientFixture::secrets());
        fixture.reset();
        settle();
        QVERIFY(call->isFinished());
        call.reset();
    }

    void clientDeletedWhileRefreshing()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("token-expired")});
        m_fixture->server.answer("PUT", RawReply{});
        Outcome first(m_fixture->client->customer(TestCustomer));
        Outcome second(m_fixture->client->customer(TestCustomer));
        QTRY_COMPARE(m_fixture->server.count("PUT"), 1);
        QTRY_COMPARE(m_fixture->server.count("GET " + CustomerPath), 2);
        first.dropCall(); // one of those who wait
        m_fixture->client.reset();
        QTRY_VERIFY(second.isThere());
        QCOMPARE(second.error().kind, ErrorKind::SessionEnded);
        QVERIFY(!first.isThere());
    }

    void clientDeletedWhileLeaving()
    {
        m_fixture->server.answer("DELETE", RawReply{});
        Outcome out(m_fixture->client->signOut());
        QTRY_COMPARE(m_fixture->server.count("DELETE"), 1);
        m_fixture->client.reset();
        QTRY_VERIFY(out.hasValue());
    }

    void signOutInAHandler()
    {
        m_fixture->server.answer("GET " + CustomerPath, {transcript("customer")});
        QObject context;
        CallPtr<Done> out;
        const CallPtr<Customer> call = m_fixture->client->customer(TestCustomer);
        call->onFinished(&context, [&](const auto&) { out = m_fixture->client->signOut(); });
        QTRY_VERIFY(out);
        QTRY_VERIFY(out->isFinished());
    }

    void callDeletedWhileItsAnswerIsParsed()
    {
        m_fixture->server.answer("GET " + CustomerPath, {largeTimeline()});
        QObject context;
        int completions = 0;
        CallPtr<Page<TimelineEvent>> call = m_fixture->client->timeline(TestCustomer, 0, 1000);
        call->onFinished(&context, [&](const auto&) { ++completions; });
        QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
        call.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
        settle();
        QCOMPARE(completions, 0);
    }

    void clientDeletedWhileAnAnswerIsParsed()
    {
        m_fixture->server.answer("GET " + CustomerPath, {largeTimeline()});
        Outcome read(m_fixture->client->timeline(TestCustomer, 0, 1000));
        QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
        m_fixture->client.reset();
        QTRY_VERIFY_WITH_TIMEOUT(read.isThere(), 30000);
        QVERIFY(read.hasValue()); // it had arrived
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestLifetimes)
#include "tst_lifetimes.moc"
