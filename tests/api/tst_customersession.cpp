#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QByteArray RefreshPath = "PUT " + CustomerSessionPath;
const QByteArray FarewellPath = "DELETE " + CustomerSessionPath;
const CustomerId Somebody{QStringLiteral("somebody-else")};

void settle()
{
    QTest::qWait(20);
}

/// The answer to a refresh of the customer's session.
QByteArray refreshed()
{
    return jsonAnswer(200, R"({"data":{"sessionId":"9d4b1e70-6c25-4f83-a0d9-3e8f7b2c5a16",)"
                           R"("token":"fresh-customer-token","refreshToken":"r-second","expiresIn":600}})");
}
} // namespace

/// Acting as a customer (2.5): a session of their own beside the officer's, from its beginning to its end.
class TestCustomerSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
        m_fixture->server.answer(FarewellPath, {transcript("session-closed")});
    }
    void cleanup() { m_fixture.reset(); }

    // Signing in
    // ---------------------------------------------------------------------------------------------

    void signIn()
    {
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        QSignalSpy officerChanged(&client, &FinHub::sessionChanged);
        m_fixture->server.answer("POST " + CustomerSessionsPath, {transcript("customer-session-created")});
        QVERIFY(!client.customerSession());
        Outcome signedIn(client.signInCustomer(testCustomerLogin()));
        QVERIFY(!signedIn.isThere());
        QVERIFY(!client.customerSession());
        QTRY_VERIFY(signedIn.hasValue());
        QVERIFY(client.customerSession());
        QCOMPARE(client.customerSession()->customerId, TestCustomer);
        QCOMPARE(client.customerSession()->info, *signedIn);
        QCOMPARE(signedIn->userId, TestUser);
        QCOMPARE(signedIn->roles, QList<WireValue<Role>>{Role::User});
        QCOMPARE(signedIn->displayName, QStringLiteral("user@example.com"));
        QCOMPARE(signedIn->expiresAt, QDateTime(QDate(2026, 3, 31), QTime(10, 15), Qt::UTC));
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QCOMPARE(officerChanged.size(), qsizetype(0));
        // One request, without the officer's token; a customer may not ask for the extensions.
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
        const RawRequestSeen request = m_fixture->requests().first();
        QCOMPARE(request.headerCount("Authorization"), 0);
        QCOMPARE(request.headerCount("Idempotency-Key"), 0);
        QCOMPARE(request.body, QByteArray(R"({"username":"user@example.com","password":"SecurePass123!"})"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("wrong password") << transcript("session-refused") << ErrorKind::Status;
        QTest::newRow("locked") << transcript("session-locked") << ErrorKind::Status;
        QTest::newRow("500") << transcript("internal-error") << ErrorKind::Status;
        QTest::newRow("HTML") << jsonAnswer(200, "<html>") << ErrorKind::BadAnswer;
        QTest::newRow("no token") << jsonAnswer(200, "{\"data\":{}}") << ErrorKind::BadAnswer;
        QTest::newRow("another customer's token")
            << jsonAnswer(200, R"({"data":{"token":"a","customerId":"somebody-else"}})")
            << ErrorKind::BadAnswer;
    }
    void refusals()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        m_fixture->server.answer("POST " + CustomerSessionsPath, {answer});
        Outcome refused(client.signInCustomer(testCustomerLogin()));
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, kind);
        QVERIFY(refused.error().asCustomer);
        settle();
        QVERIFY(!client.customerSession());
        QCOMPARE(m_fixture->requests().size(), qsizetype(1)); // nothing is repeated, nobody is signed out
        QCOMPARE(changed.size(), qsizetype(0));
        QCOMPARE(ended.size(), qsizetype(0));
        QVERIFY(client.session());
    }

    void lockReachesTheError()
    {
        m_fixture->server.answer("POST " + CustomerSessionsPath, {transcript("session-locked")});
        Outcome refused(m_fixture->client->signInCustomer(testCustomerLogin()));
        QTRY_VERIFY(refused.isThere());
        QVERIFY(refused.error().is(ErrorWord::Authentication));
        QCOMPARE(refused.error().attempts, 5);
        QCOMPARE(refused.error().maxAttempts, 5);
        QCOMPARE(refused.error().lockoutTime, QDateTime(QDate(2026, 3, 31), QTime(9, 45), Qt::UTC));
    }

    void refusedBeforeAnythingIsSent()
    {
        const auto refused = [this](auto spoil) {
            CustomerLogin login = testCustomerLogin();
            spoil(login);
            Outcome outcome(m_fixture->client->signInCustomer(std::move(login)));
            return !outcome.isThere() && QTest::qWaitFor([&] { return outcome.isThere(); }) &&
                   outcome.error().kind == ErrorKind::Refused;
        };
        QVERIFY(refused([](CustomerLogin& l) { l.customerId = CustomerId(QStringLiteral("..")); }));
        QVERIFY(refused([](CustomerLogin& l) { l.userId = {}; }));
        QVERIFY(refused([](CustomerLogin& l) { l.username.clear(); }));
        QVERIFY(refused([](CustomerLogin& l) { l.password.clear(); }));
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
        HttpFinHub nobody(ClientFixture::options());
        Outcome outcome(nobody.signInCustomer(testCustomerLogin()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::SessionEnded);
    }

    void droppedSignInLeavesNothing()
    {
        m_fixture->server.answer("POST " + CustomerSessionsPath, RawReply{});
        Outcome dropped(m_fixture->client->signInCustomer(testCustomerLogin()));
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        dropped.dropCall();
        settle();
        QVERIFY(!dropped.isThere());
        QVERIFY(!m_fixture->client->customerSession());
        QVERIFY(m_fixture->client->session());
    }

    void secondCustomerEndsTheFirst()
    {
        QVERIFY(m_fixture->actAsCustomer());
        const QByteArray path = "/api/v2.1/customer/individual/somebody-else/users/u-2/sessions";
        m_fixture->server.answer("POST " + path, {jsonAnswer(200, R"({"data":{"token":"second"}})")});
        Outcome second(m_fixture->client->signInCustomer(
            {Somebody, UserId(QStringLiteral("u-2")), QStringLiteral("b@c.d"), Secret(QByteArrayView("p"))}));
        QVERIFY(!m_fixture->client->customerSession()); // at once
        QTRY_VERIFY(second.hasValue());
        QCOMPARE(m_fixture->client->customerSession()->customerId, Somebody);
        QTRY_COMPARE(m_fixture->server.count(FarewellPath), 1);
        QCOMPARE(tokenOf(m_fixture->server.requests(FarewellPath).first()),
                 tokenIn("customer-session-created"));
    }

    // W4 and the end
    // -----------------------------------------------------------------------------------------

    void w4RefreshesTheCustomersToken()
    {
        QVERIFY(m_fixture->actAsCustomer());
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        QSignalSpy officerChanged(&client, &FinHub::sessionChanged);
        m_fixture->server.enqueue({transcript("token-expired")});
        m_fixture->server.answer(RefreshPath, {refreshed()});
        m_fixture->server.answer("GET " + CustomerPath + "/owner", {transcript("readiness")});
        Outcome readiness(client.readiness(TestCustomer));
        QTRY_VERIFY(readiness.hasValue());
        const QList<RawRequestSeen> requests = m_fixture->requests();
        QCOMPARE(requests.size(), qsizetype(3));
        QCOMPARE(requests.at(1).method + ' ' + requests.at(1).target, RefreshPath);
        QCOMPARE(requests.at(1).body, QByteArray(R"({"refreshToken":"r-41aa-9d4b1e70"})"));
        QCOMPARE(tokenOf(requests.at(2)), QByteArray("fresh-customer-token"));
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QCOMPARE(client.customerSession()->info.expiresAt,
                 QDateTime(QDate(2026, 3, 31), QTime(9, 55), Qt::UTC));
        QCOMPARE(officerChanged.size(), qsizetype(0));
    }

    void expiryDropsTheCustomerOnly()
    {
        QVERIFY(m_fixture->actAsCustomer());
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        m_fixture->server.answer("GET " + CustomerPath + "/owner", {transcript("token-expired")});
        m_fixture->server.answer(RefreshPath, {jsonAnswer(404, "{}")});
        Outcome expired(client.readiness(TestCustomer));
        QTRY_VERIFY(expired.isThere());
        QCOMPARE(expired.error().kind, ErrorKind::SessionEnded);
        QVERIFY(expired.error().asCustomer);
        QVERIFY(!client.customerSession());
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QVERIFY(client.session());
        QCOMPARE(ended.size(), qsizetype(0));
        // From here on the officer's token is carried again.
        m_fixture->server.answer("GET " + CustomerPath + "/owner", {transcript("readiness")});
        Outcome readiness(client.readiness(TestCustomer));
        QTRY_VERIFY(readiness.hasValue());
        QCOMPARE(tokenOf(m_fixture->requests().last()), tokenIn("session-created"));
        QCOMPARE(m_fixture->server.count(FarewellPath), 0); // there is no token left to say it with
    }

    void expiryUnderAWrite()
    {
        QVERIFY(m_fixture->actAsCustomer());
        m_fixture->server.answer("POST " + CustomerPath + "/consents", RawReply{});
        m_fixture->server.answer("GET " + CustomerPath + "/owner", {transcript("token-expired")});
        m_fixture->server.answer(RefreshPath, {jsonAnswer(404, "{}")});
        Outcome consent(m_fixture->client->acceptConsent(TestCustomer, ConsentType::PrivacyPolicy,
                                                         QStringLiteral("1.0"), {}));
        QTRY_COMPARE(m_fixture->server.count("POST " + CustomerPath + "/consents"), 1);
        Outcome readiness(m_fixture->client->readiness(TestCustomer));
        QTRY_VERIFY(consent.isThere() && readiness.isThere());
        QCOMPARE(consent.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(readiness.error().kind, ErrorKind::SessionEnded);
    }

    void leaving()
    {
        QVERIFY(m_fixture->actAsCustomer());
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        m_fixture->server.answer("GET " + CustomerPath + "/owner", RawReply{});
        m_fixture->server.answer("GET " + VerificationPath, RawReply{});
        Outcome theirs(client.readiness(TestCustomer));
        Outcome officers(client.verification(TestVerification));
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(2));
        client.leaveCustomer();
        QVERIFY(!client.customerSession()); // at once
        QTRY_VERIFY(theirs.isThere());
        QCOMPARE(theirs.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(m_fixture->server.count(FarewellPath), 1);
        const RawRequestSeen request = m_fixture->server.requests(FarewellPath).first();
        QCOMPARE(tokenOf(request), tokenIn("customer-session-created"));
        QTRY_COMPARE(changed.size(), qsizetype(1));
        // The officer's work goes on.
        QVERIFY(!officers.isThere());
        QVERIFY(m_fixture->server.answerHeld("GET " + VerificationPath, {transcript("verification")}));
        QTRY_VERIFY(officers.hasValue());
        client.leaveCustomer(); // nothing to leave
        settle();
        QCOMPARE(changed.size(), qsizetype(1));
    }

    void endsWithTheOfficersSession_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("sign-out") << 0;
        QTest::newRow("expiry") << 1;
        QTest::newRow("signing in again") << 2;
    }
    void endsWithTheOfficersSession()
    {
        QFETCH(int, how);
        QVERIFY(m_fixture->actAsCustomer());
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::customerSessionChanged);
        switch (how) {
        case 0:
            client.signOut();
            break;
        case 1: {
            m_fixture->server.answer("GET " + VerificationPath, {transcript("token-expired")});
            m_fixture->server.answer("PUT " + SessionsPath, {jsonAnswer(404, "{}")});
            Outcome over(client.verification(TestVerification));
            QTRY_VERIFY(over.isThere());
            QCOMPARE(over.error().kind, ErrorKind::SessionEnded);
            break;
        }
        default:
            QVERIFY(m_fixture->signIn());
            break;
        }
        QVERIFY(!client.customerSession());
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QTRY_COMPARE(m_fixture->server.count(FarewellPath), 1);
        QCOMPARE(client.session().has_value(), how == 2);
    }

    // Lifetimes
    // ----------------------------------------------------------------------------------------------

    void clientDeleted_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("while signing in") << 0;
        QTest::newRow("while acting") << 1;
        QTest::newRow("while leaving") << 2;
        QTest::newRow("in customerSessionChanged") << 3;
        QTest::newRow("in the call log's changed") << 4;
    }
    void clientDeleted()
    {
        QFETCH(int, when);
        if (when > 0)
            QVERIFY(m_fixture->actAsCustomer());
        m_fixture->server.answer("POST " + CustomerSessionsPath, RawReply{});
        m_fixture->server.answer("GET " + CustomerPath + "/owner", RawReply{});
        m_fixture->server.answer(FarewellPath, RawReply{});
        HttpFinHub* client = m_fixture->client.get();
        bool deleted = false;
        const auto die = [&] {
            deleted = true;
            m_fixture->client.reset();
        };
        std::shared_ptr<QObject> call;
        if (when == 0)
            call = client->signInCustomer(testCustomerLogin());
        else
            call = client->readiness(TestCustomer);
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        if (when == 3)
            connect(client, &FinHub::customerSessionChanged, this, die);
        if (when == 4)
            connect(&client->callLog(), &CallLog::changed, this, die);
        if (when >= 2)
            client->leaveCustomer();
        if (when == 2)
            QTRY_COMPARE(m_fixture->server.count(FarewellPath), 1);
        if (when == 4) {
            QTRY_COMPARE(m_fixture->server.count(FarewellPath), 1);
            QVERIFY(m_fixture->server.answerHeld(FarewellPath, {transcript("session-closed")}));
        }
        if (when < 3)
            die();
        QTRY_VERIFY(deleted);
        settle();
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestCustomerSession)
#include "tst_customersession.moc"
