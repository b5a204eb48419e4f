#include "clientfixture.h"
#include "testcertificates.h"

#include <QSslSocket>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
ConnectionProfile profileOf(const RawServer& server, const ServerTrust& trust)
{
    ConnectionProfile profile = ClientFixture().profile();
    profile.baseUrl = server.url();
    profile.trust = trust;
    return profile;
}

ServerTrust testAuthority()
{
    return {tlsFile("authority.pem"), {}};
}

QByteArray pinOf(const QByteArray& name)
{
    return QByteArray::fromBase64(tlsFile(name + ".pin").trimmed());
}

/// Whether somebody who does not care gets through to this server: it is the console that refuses.
bool letsCarelessIn(const RawServer& server)
{
    const qint64 before = server.bytesReceived();
    QSslSocket socket;
    socket.setSslConfiguration(carelessClient());
    socket.connectToHostEncrypted(server.url().host(), quint16(server.url().port()));
    if (!QTest::qWaitFor([&] { return socket.isEncrypted(); }))
        return false;
    socket.write("x");
    return QTest::qWaitFor([&] { return server.bytesReceived() == before + 1; });
}
} // namespace

/// Which servers are taken for FinHub. Whatever is wrong with one, nothing is sent to it, and that is the
/// end.
class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<QSslConfiguration>("tls");
        QTest::addColumn<TlsFault>("reason");
        QTest::newRow("expired") << tlsServer("expired") << TlsFault::Expired;
        QTest::newRow("not yet valid") << tlsServer("not-yet-valid") << TlsFault::NotYetValid;
        QTest::newRow("wrong host") << tlsServer("wrong-host") << TlsFault::WrongHost;
        QTest::newRow("self-signed") << tlsServer("self-signed") << TlsFault::SelfSigned;
        QTest::newRow("unknown authority") << tlsServer("unknown-authority") << TlsFault::UnknownAuthority;
        QTest::newRow("for clients only") << tlsServer("client-only") << TlsFault::WrongUse;
        QTest::newRow("signed by a server") << tlsServer("not-an-authority") << TlsFault::WrongUse;
        const QByteArray cipher = "ECDHE-ECDSA-AES128-SHA";
        QTest::newRow("TLS 1.0 only") << oldTlsServer("TLSv1", cipher) << TlsFault::OldProtocol;
        QTest::newRow("TLS 1.1 only") << oldTlsServer("TLSv1.1", cipher) << TlsFault::OldProtocol;
        QTest::newRow("no common cipher")
            << oldTlsServer("TLSv1.2", "ECDHE-ECDSA-NULL-SHA") << TlsFault::NoCommonCipher;
    }
    void refused()
    {
        QFETCH(QSslConfiguration, tls);
        QFETCH(TlsFault, reason);
        RawServer server(tls);
        HttpFinHub client(ClientFixture::options());
        Outcome outcome(client.signIn(profileOf(server, testAuthority()), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
        QCOMPARE(outcome.error().tlsFault, reason);
        QTest::qWait(20); // time for bytes that must not come
        QCOMPARE(server.bytesReceived(), qint64(0));
        QCOMPARE(server.handshakes(), 1); // and it was not tried again
        QVERIFY2(letsCarelessIn(server), "the server itself does not work");
    }

    /// What answers in clear where TLS is expected.
    void plainServerIsNotTls()
    {
        RawServer server;
        ConnectionProfile profile = profileOf(server, testAuthority());
        profile.baseUrl.setScheme(QStringLiteral("https"));
        // It does not wait for a whole request, which never comes.
        server.answerAtOnce("HTTP/1.1 400 Bad Request\r\n\r\n");
        HttpFinHub client(ClientFixture::options());
        Outcome outcome(client.signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
        QCOMPARE(outcome.error().tlsFault, TlsFault::NotTls);
        QVERIFY(server.requests().isEmpty());
    }

    void accepted_data()
    {
        QTest::addColumn<QList<QByteArray>>("pins");
        QTest::newRow("by its authority") << QList<QByteArray>{};
        QTest::newRow("by authority and pin") << QList<QByteArray>{pinOf("server")};
        QTest::newRow("by the second pin") << QList<QByteArray>{pinOf("other"), pinOf("server")};
    }
    void accepted()
    {
        QFETCH(QList<QByteArray>, pins);
        RawServer server(tlsServer("good"));
        answerAll(server);
        HttpFinHub client(ClientFixture::options());
        ServerTrust trust = testAuthority();
        trust.pins = pins;
        Outcome outcome(client.signIn(profileOf(server, trust), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY2(outcome.hasValue(), qPrintable(outcome.error().technical));
        // Reading and writing go on over it.
        Outcome customer(client.customer(TestCustomer));
        Outcome decided(client.decide(testDecision()));
        QTRY_VERIFY(customer.isThere() && decided.isThere());
        QVERIFY(customer.hasValue());
        QCOMPARE(server.count("GET " + CustomerPath), 1);
        QCOMPARE(server.count("POST " + VerificationPath), 1);
    }

    /// The profile's authority replaces those of the system, and those that the program was started with.
    void theProfilesAuthorityIsTheOnlyOne()
    {
        RawServer server(RawServer::Security::Tls);
        HttpFinHub client(ClientFixture::options()); // trusts this server
        Outcome outcome(client.signIn(profileOf(server, testAuthority()), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
        QCOMPARE(server.bytesReceived(), qint64(0));
    }

    /// Over and over, since the request waits in another thread while its connection is looked at.
    void anotherKeyGetsNothing()
    {
        RawServer server(tlsServer("other-key", "other"));
        answerAll(server);
        ServerTrust trust = testAuthority();
        trust.pins = {pinOf("server")};
        for (int i = 0; i < 50; ++i) {
            HttpFinHub client(ClientFixture::options());
            Outcome outcome(client.signIn(profileOf(server, trust), ClientFixture::secrets()));
            QTRY_VERIFY(outcome.isThere());
            QVERIFY(!outcome.hasValue());
            QCOMPARE(outcome.error().kind, ErrorKind::Tls);
            QCOMPARE(outcome.error().tlsFault, TlsFault::OtherKey);
        }
        QTest::qWait(50);
        QCOMPARE(server.handshakes(), 50); // they got as far as that
        QCOMPARE(server.bytesReceived(), qint64(0));
        QVERIFY(letsCarelessIn(server));
    }

    /// A pin does not stand in for the rest.
    void theRightKeyDoesNotExcuseTheCertificate()
    {
        RawServer server(tlsServer("expired"));
        ServerTrust trust = testAuthority();
        trust.pins = {pinOf("server")};
        HttpFinHub client(ClientFixture::options());
        Outcome outcome(client.signIn(profileOf(server, trust), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().tlsFault, TlsFault::Expired);
        QCOMPARE(server.bytesReceived(), qint64(0));
    }

    /// Somebody may step in between two requests: the first connection was good, the next is another's.
    void everyConnectionIsLookedAt()
    {
        ServerTrust trust = testAuthority();
        trust.pins = {pinOf("server")};
        auto server = std::make_unique<RawServer>(tlsServer("good"));
        answerAll(*server);
        const QUrl url = server->url();
        HttpFinHub client(ClientFixture::options());
        Outcome signedIn(client.signIn(profileOf(*server, trust), ClientFixture::secrets()));
        QTRY_VERIFY(signedIn.isThere());
        QVERIFY(signedIn.hasValue());
        server.reset();
        RawServer other(tlsServer("other-key", "other"), QStringLiteral("127.0.0.1"), quint16(url.port()));
        answerAll(other);
        constexpr int many = 12; // more than there are connections
        std::vector<std::unique_ptr<Outcome<Customer>>> outcomes;
        for (int i = 0; i < many; ++i)
            outcomes.push_back(std::make_unique<Outcome<Customer>>(client.customer(TestCustomer)));
        // Some go while they are still being connected, which leaves connections that nobody waits for.
        for (std::size_t i = 0; i < many; i += 3)
            outcomes[i]->dropCall();
        for (std::size_t i = 0; i < many; ++i) {
            if (i % 3 == 0)
                continue;
            QTRY_VERIFY(outcomes[i]->isThere());
            QCOMPARE(outcomes[i]->error().kind, ErrorKind::Tls);
        }
        QTest::qWait(50);
        QCOMPARE(other.bytesReceived(), qint64(0));
    }

    void noMoreThanSixConnections_data()
    {
        QTest::addColumn<bool>("pinned");
        QTest::newRow("by authority") << false;
        QTest::newRow("with a pin") << true;
    }
    void noMoreThanSixConnections()
    {
        QFETCH(bool, pinned);
        RawServer server(tlsServer("good"));
        answerAll(server);
        ServerTrust trust = testAuthority();
        if (pinned)
            trust.pins = {pinOf("server")};
        HttpFinHub client(ClientFixture::options());
        Outcome signedIn(client.signIn(profileOf(server, trust), ClientFixture::secrets()));
        QTRY_VERIFY(signedIn.isThere());
        const int before = int(server.requests().size());
        server.answer("GET " + CustomerPath, RawReply{}); // held
        std::vector<std::unique_ptr<Outcome<Customer>>> outcomes;
        constexpr int many = 15;
        for (int i = 0; i < many; ++i)
            outcomes.push_back(std::make_unique<Outcome<Customer>>(client.customer(TestCustomer)));
        QTRY_COMPARE(int(server.requests().size()) - before, 6);
        QTest::qWait(50);
        QCOMPARE(int(server.requests().size()) - before, 6);
        server.answer("GET " + CustomerPath, {transcript("customer")});
        for (int i = 0; i < 6; ++i)
            QVERIFY(server.answerHeld("GET " + CustomerPath, {transcript("customer")}));
        for (const auto& outcome : outcomes) {
            QTRY_VERIFY(outcome->isThere());
            QVERIFY(outcome->hasValue());
        }
        QCOMPARE(int(server.requests().size()) - before, many);
    }

private:
    static void answerAll(RawServer& server)
    {
        server.answer("POST " + SessionsPath, {transcript("session-created")});
        server.answer("GET /api/v2.1/extensions", {transcript("extensions-all")});
        server.answer("GET " + CustomerPath, {transcript("customer")});
        server.answer("POST " + VerificationPath, {transcript("decision-approved")});
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
