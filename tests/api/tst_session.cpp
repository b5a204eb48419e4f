#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

namespace {
const QByteArray RefreshPath = "PUT " + SessionsPath + "/5d2c8e71-b3a4-46f9-8e10-c7f6a2d9b358";
const QByteArray FarewellPath = "DELETE " + SessionsPath + "/5d2c8e71-b3a4-46f9-8e10-c7f6a2d9b358";

/// Answers `fresh` to whoever shows the refreshed token, and 401 to everybody else.
auto onlyTheNewToken(const QByteArray& fresh)
{
    return [fresh](const RawRequestSeen& request) {
        const QByteArray body = transcriptBody("session-refreshed");
        const QByteArray token = request.header("Authorization").mid(7);
        return RawReply{body.contains(token) ? fresh : transcript("token-expired")};
    };
}
} // namespace

/// Signing in and out, discovery, W4 and what ends a session.
class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Signing in
    // ---------------------------------------------------------------------------------------------

    void signIn()
    {
        ClientFixture fixture;
        HttpFinHub& client = *fixture.client;
        QSignalSpy changed(&client, &FinHub::sessionChanged);
        QSignalSpy reachable(&client, &FinHub::reachableChanged);
        QVERIFY(!client.session());
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", {transcript("extensions-two")});
        Outcome signedIn(client.signIn(fixture.profile(), ClientFixture::secrets()));
        QVERIFY(!signedIn.isThere());
        QVERIFY(!client.session());
        QTRY_VERIFY(signedIn.hasValue());
        QCOMPARE(signedIn->id.text(), QStringLiteral("5d2c8e71-b3a4-46f9-8e10-c7f6a2d9b358"));
        QVERIFY(client.session());
        QCOMPARE(*client.session(), *signedIn);
        QCOMPARE(client.profile(), fixture.profile());
        QTRY_COMPARE(changed.size(), qsizetype(1));
        QTRY_COMPARE(reachable.size(), qsizetype(1));
        QCOMPARE(reachable.first().first().toBool(), true);
        for (const auto& [extension, name] : WireNames<Extension>::table) {
            QCOMPARE(client.offers(extension),
                     extension == Extension::CustomerDirectory || extension == Extension::VerificationRead);
        }
        // Session creation carries no token, everything else does.
        const QList<RawRequestSeen> requests = fixture.server.requests();
        QCOMPARE(requests.size(), qsizetype(2));
        QCOMPARE(requests.at(0).headerCount("Authorization"), 0);
        QCOMPARE(requests.at(0).body,
                 QByteArray("{\"username\":\"officer@sandbox.test\",\"password\":\"Sandbox-Officer-1\"}"));
        QVERIFY(requests.at(1).header("Authorization").startsWith("Bearer eyJ"));
        QVERIFY(!requests.at(1).head.contains("Sandbox-Officer-1"));
    }

    void profilesWithFaultsAreRefused()
    {
        ClientFixture fixture;
        ConnectionProfile profile = fixture.profile();
        profile.baseUrl = QUrl(QStringLiteral("http://sandbox.finhub.cloud"));
        Outcome outcome(fixture.client->signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
        QCOMPARE(fixture.server.connections(), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<ErrorWord>("word");
        QTest::newRow("wrong password")
            << transcript("session-refused") << ErrorKind::Status << ErrorWord::Authentication;
        QTest::newRow("locked") << transcript("session-locked") << ErrorKind::Status
                                << ErrorWord::Authentication;
        QTest::newRow("tenant") << transcript("tenant-denied") << ErrorKind::Status
                                << ErrorWord::TenantAccessDenied;
        QTest::newRow("500") << transcript("internal-error") << ErrorKind::Status << ErrorWord::InternalError;
        QTest::newRow("401 HTML") << jsonAnswer(401, "<html>") << ErrorKind::Status << ErrorWord::Unknown;
        QTest::newRow("HTML") << jsonAnswer(200, "<html>") << ErrorKind::BadAnswer << ErrorWord::Unknown;
        QTest::newRow("no token") << jsonAnswer(200, "{\"data\":{}}") << ErrorKind::BadAnswer
                                  << ErrorWord::Unknown;
    }
    void refusals()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        QFETCH(ErrorWord, word);
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, {answer});
        QSignalSpy ended(fixture.client.get(), &FinHub::sessionEnded);
        Outcome outcome(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(outcome.error().word.value(), word);
        QVERIFY(!fixture.client->session());
        // A POST is not repeated, whatever it was answered; and nobody was signed in, so nobody is signed
        // out.
        QTest::qWait(20);
        QCOMPARE(fixture.server.requests().size(), qsizetype(1));
        QCOMPARE(ended.size(), qsizetype(0));
    }

    void nobodyThere()
    {
        ClientFixture fixture;
        ConnectionProfile profile = fixture.profile();
        {
            RawServer gone;
            profile.baseUrl = gone.url();
        }
        QSignalSpy reachable(fixture.client.get(), &FinHub::reachableChanged);
        Outcome outcome(fixture.client->signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Unreachable);
        QTRY_COMPARE(reachable.size(), qsizetype(1));
        QCOMPARE(reachable.first().first().toBool(), false);
    }

    void strangeCertificate()
    {
        ClientFixture fixture(RawServer::Security::Tls);
        ClientOptions options = ClientFixture::options();
        options.trustedAuthorities.clear();
        fixture.client = std::make_unique<HttpFinHub>(options);
        Outcome outcome(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Tls);
        QCOMPARE(fixture.server.bytesReceived(), qint64(0));
    }

    void overTls()
    {
        ClientFixture fixture(RawServer::Security::Tls);
        QVERIFY(fixture.signIn());
        fixture.server.answer("POST " + VerificationPath, {{}, Then::Close});
        Outcome outcome(fixture.client->decide(testDecision()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(fixture.requests().size(), qsizetype(1));
    }

    // Discovery (section 3)
    // ----------------------------------------------------------------------------------

    void discoveryWithoutExtensions_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const int status : {400, 403, 404, 405, 410})
            QTest::addRow("%d", status) << jsonAnswer(status, "{}");
        QTest::newRow("401 that stays") << transcript("token-expired");
        QTest::newRow("404 HTML") << jsonAnswer(404, "<html>");
    }
    void discoveryWithoutExtensions()
    {
        QFETCH(QByteArray, answer);
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", {answer});
        Outcome outcome(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY(outcome.hasValue());
        QVERIFY(fixture.client->session());
        for (const auto& [extension, name] : WireNames<Extension>::table)
            QVERIFY(!fixture.client->offers(extension));
    }

    void discoveryThatFails_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << transcript("internal-error") << ErrorKind::Status;
        QTest::newRow("cut off") << jsonAnswer(200, "{\"data\":{\"extensions\":[") << ErrorKind::BadAnswer;
    }
    void discoveryThatFails()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", {answer});
        fixture.server.answer(FarewellPath, {transcript("session-closed")});
        Outcome outcome(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, kind);
        QVERIFY(!fixture.client->session());
        // The session that the server has opened is given back.
        QTRY_COMPARE(fixture.server.count("DELETE"), 1);
    }

    void droppedSignInIsGivenBack()
    {
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", RawReply{});
        fixture.server.answer(FarewellPath, {transcript("session-closed")});
        Outcome outcome(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_COMPARE(fixture.server.count("GET /api/v2.1/extensions"), 1);
        outcome.dropCall();
        QTRY_COMPARE(fixture.server.count("DELETE"), 1);
        QVERIFY(!outcome.isThere());
        QVERIFY(!fixture.client->session());
    }

    void secondSignInEndsTheFirst()
    {
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath, RawReply{});
        Outcome first(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_COMPARE(fixture.server.count("POST"), 1);
        fixture.server.answer("POST " + SessionsPath, {transcript("session-created")});
        fixture.server.answer("GET /api/v2.1/extensions", {transcript("extensions-all")});
        Outcome second(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(first.isThere());
        QCOMPARE(first.error().kind, ErrorKind::SessionEnded);
        QTRY_VERIFY(second.hasValue());
        QVERIFY(fixture.client->session());
        // The first call's end does not touch the second's session.
        first.dropCall();
        QVERIFY(fixture.client->session());
    }

    // W4
    // -----------------------------------------------------------------------------------------------------

    void w4RefreshAndRepeatOnce()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        HttpFinHub& client = *fixture.client;
        QSignalSpy changed(&client, &FinHub::sessionChanged);
        fixture.server.answer("GET " + CustomerPath, onlyTheNewToken(transcript("customer")));
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        Outcome customer(client.customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(customer.hasValue());
        QCOMPARE(customer.completions(), 1);
        const QList<RawRequestSeen> requests = fixture.requests();
        QCOMPARE(requests.size(), qsizetype(3));
        QCOMPARE(requests.at(1).method, QByteArray("PUT"));
        QCOMPARE(requests.at(1).body, QByteArray("{\"refreshToken\":\"r-7c1e0f52-5d2c8e71\"}"));
        QCOMPARE(requests.at(1).headerCount("Authorization"), 0);
        QVERIFY(requests.at(0).header("Authorization") != requests.at(2).header("Authorization"));
        QTRY_COMPARE(changed.size(), qsizetype(1));
        // The new token is from half an hour later than it is here: the clocks differ, so it is good for an
        // hour by this one.
        QCOMPARE(client.session()->expiresAt, QDateTime(QDate(2026, 3, 31), QTime(10, 45), Qt::UTC));
    }

    /// A refresh token works once: the second refresh uses the one that came with the first.
    void refreshTokensAreUsedOnce()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        for (int i = 0; i < 2; ++i) {
            fixture.server.enqueue({transcript("token-expired")});
            fixture.server.answer("GET " + CustomerPath, {transcript("customer")});
            Outcome customer(fixture.client->customer(TestCustomer));
            QTRY_VERIFY(customer.hasValue());
        }
        const QList<RawRequestSeen> refreshes = fixture.server.requests(RefreshPath);
        QCOMPARE(refreshes.size(), qsizetype(2));
        QCOMPARE(refreshes.at(1).body, QByteArray("{\"refreshToken\":\"r-second-5d2c8e71\"}"));
    }

    /// A 401 says that a write was not carried out: it is repeated too, with the same body and key.
    void w4RepeatsWritesToo()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("POST " + VerificationPath, onlyTheNewToken(transcript("decision-approved")));
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        Outcome decided(fixture.client->decide(testDecision()));
        QTRY_VERIFY(decided.isThere());
        QVERIFY(decided.hasValue());
        const QList<RawRequestSeen> posts = fixture.server.requests("POST " + VerificationPath);
        QCOMPARE(posts.size(), qsizetype(2));
        QCOMPARE(posts.at(0).body, posts.at(1).body);
        QCOMPARE(posts.at(0).header("Idempotency-Key"), posts.at(1).header("Idempotency-Key"));
        QCOMPARE(posts.at(0).header("If-Match"), posts.at(1).header("If-Match"));
    }

    void w4OneRefreshForAll()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, onlyTheNewToken(transcript("customer")));
        fixture.server.answer("GET " + CustomerPath + "/timeline", onlyTheNewToken(transcript("timeline")));
        fixture.server.answer("GET " + VerificationPath, onlyTheNewToken(transcript("verification")));
        fixture.server.answer(RefreshPath, RawReply{});
        Outcome customer(fixture.client->customer(TestCustomer));
        Outcome timeline(fixture.client->timeline(TestCustomer, 0, 50));
        Outcome verification(fixture.client->verification(TestVerification));
        QTRY_COMPARE(fixture.server.count("PUT"), 1);
        // Somebody who comes while the refresh is on does not waste a request on the old token.
        Outcome late(fixture.client->customer(TestCustomer));
        QTRY_COMPARE(fixture.requests().size(), qsizetype(3 + 1));
        QVERIFY(fixture.server.answerHeld(RefreshPath, {transcript("session-refreshed")}));
        QTRY_VERIFY(customer.isThere() && timeline.isThere() && verification.isThere() && late.isThere());
        QVERIFY(customer.hasValue());
        QVERIFY(timeline.hasValue());
        QVERIFY(verification.hasValue());
        QVERIFY(late.hasValue());
        QCOMPARE(fixture.server.count("PUT"), 1);
        QCOMPARE(fixture.requests().size(), qsizetype(3 + 1 + 3 + 1));
    }

    /// The 401 for an old token that arrives when the new one is there already needs no refresh.
    void w4LateRefusal()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer(RefreshPath, {transcript("session-refreshed")});
        fixture.server.answer("GET " + CustomerPath, onlyTheNewToken(transcript("customer")));
        fixture.server.answer("GET " + VerificationPath, RawReply{});
        Outcome slow(fixture.client->verification(TestVerification));
        QTRY_COMPARE(fixture.server.count("GET " + VerificationPath), 1);
        Outcome quick(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(quick.hasValue());
        fixture.server.answer("GET " + VerificationPath, {transcript("verification")});
        QVERIFY(fixture.server.answerHeld("GET " + VerificationPath, {transcript("token-expired")}));
        QTRY_VERIFY(slow.isThere());
        QVERIFY(slow.hasValue());
        QCOMPARE(fixture.server.count("PUT"), 1);
    }

    void w4WhatEndsTheSession_data()
    {
        QTest::addColumn<QByteArray>("refresh");
        QTest::addColumn<bool>("closed");
        QTest::newRow("401") << jsonAnswer(401, "{\"data\":{\"error\":\"INVALID_TOKEN\"}}") << false;
        QTest::newRow("404") << jsonAnswer(404, "{}") << false;
        QTest::newRow("405") << jsonAnswer(405, "{}") << false;
        QTest::newRow("500") << transcript("internal-error") << false;
        QTest::newRow("HTML") << jsonAnswer(200, "<html>") << false;
        QTest::newRow("no token") << jsonAnswer(200, "{\"data\":{}}") << false;
        QTest::newRow("closed") << QByteArray() << true;
        // Refreshed, but the new token is refused as well: once is enough.
        QTest::newRow("useless") << transcript("session-refreshed") << false;
    }
    void w4WhatEndsTheSession()
    {
        QFETCH(QByteArray, refresh);
        QFETCH(bool, closed);
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        HttpFinHub& client = *fixture.client;
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        fixture.server.answer("GET " + CustomerPath, {transcript("token-expired")});
        fixture.server.answer(RefreshPath, {refresh, closed ? Then::Close : Then::KeepOpen});
        Outcome customer(client.customer(TestCustomer));
        Outcome waiting(client.timeline(TestCustomer, 0, 50));
        QTRY_VERIFY(customer.isThere() && waiting.isThere());
        QCOMPARE(customer.error().kind, ErrorKind::SessionEnded);
        QCOMPARE(waiting.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::Expired);
        QVERIFY(!client.session());
        QCOMPARE(fixture.server.count("PUT"), 1);
        // There is no token any more: the next call sends nothing.
        const qsizetype sent = fixture.server.requests().size();
        Outcome next(client.categories());
        QTRY_VERIFY(next.isThere());
        QCOMPARE(next.error().kind, ErrorKind::SessionEnded);
        QCOMPARE(fixture.server.requests().size(), sent);
    }

    void w4WithoutRefreshToken()
    {
        ClientFixture fixture;
        fixture.server.answer("POST " + SessionsPath,
                              {jsonAnswer(200, "{\"token\":\"opaque\",\"sessionId\":\"s-1\"}")});
        fixture.server.answer("GET /api/v2.1/extensions", {transcript("extensions-all")});
        Outcome signedIn(fixture.client->signIn(fixture.profile(), ClientFixture::secrets()));
        QTRY_VERIFY(signedIn.hasValue());
        fixture.server.answer("GET " + CustomerPath, {transcript("token-expired")});
        QSignalSpy ended(fixture.client.get(), &FinHub::sessionEnded);
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QCOMPARE(customer.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(fixture.server.count("PUT"), 0);
    }

    /// When the session ends under a decision that is on its way, nobody may say that it failed.
    void expiryUnderADecision()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("POST " + VerificationPath, RawReply{});
        fixture.server.answer("GET " + CustomerPath, {transcript("token-expired")});
        fixture.server.answer(RefreshPath, {jsonAnswer(404, "{}")});
        Outcome decided(fixture.client->decide(testDecision()));
        QTRY_COMPARE(fixture.server.count("POST " + VerificationPath), 1);
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(decided.isThere() && customer.isThere());
        QCOMPARE(decided.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(customer.error().kind, ErrorKind::SessionEnded);
    }

    void signingInAgainAfterExpiry()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("GET " + CustomerPath, {transcript("token-expired")});
        fixture.server.answer(RefreshPath, {jsonAnswer(404, "{}")});
        QSignalSpy ended(fixture.client.get(), &FinHub::sessionEnded);
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QVERIFY(fixture.signIn());
        QVERIFY(fixture.client->session());
        QCOMPARE(ended.size(), qsizetype(1));
    }

    // Signing out
    // --------------------------------------------------------------------------------------------

    void signOut()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        HttpFinHub& client = *fixture.client;
        QSignalSpy ended(&client, &FinHub::sessionEnded);
        fixture.server.answer("GET " + CustomerPath, RawReply{});
        fixture.server.answer(FarewellPath, {transcript("session-closed")});
        Outcome pending(client.customer(TestCustomer));
        QTRY_COMPARE(fixture.server.count("GET " + CustomerPath), 1);
        Outcome out(client.signOut());
        QVERIFY(!client.session()); // at once
        QVERIFY(!client.offers(Extension::CustomerDirectory));
        QVERIFY(!out.isThere());
        QTRY_VERIFY(out.hasValue());
        QTRY_VERIFY(pending.isThere());
        QCOMPARE(pending.error().kind, ErrorKind::SessionEnded);
        QTRY_COMPARE(ended.size(), qsizetype(1));
        QCOMPARE(ended.first().first().value<SessionEnd>(), SessionEnd::SignedOut);
        QCOMPARE(fixture.server.count("DELETE"), 1);
        const RawRequestSeen request = fixture.server.requests("DELETE").first();
        QVERIFY(request.header("Authorization").startsWith("Bearer eyJ"));
        QCOMPARE(request.headerCount("Content-Type"), 0);
        QVERIFY(request.body.isEmpty());
        QCOMPARE(client.profile(), fixture.profile()); // of the last session
    }

    void signOutAlwaysSucceeds_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("closed");
        QTest::newRow("404") << jsonAnswer(404, "{}") << false;
        QTest::newRow("405") << jsonAnswer(405, "{}") << false;
        QTest::newRow("500") << transcript("internal-error") << false;
        QTest::newRow("closed") << QByteArray() << true;
        QTest::newRow("silence") << QByteArray() << false;
    }
    void signOutAlwaysSucceeds()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, closed);
        ClientFixture fixture;
        ClientOptions options = ClientFixture::options();
        options.farewellDeadline = std::chrono::milliseconds(100);
        fixture.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(fixture.signIn());
        fixture.server.answer(FarewellPath, {answer, closed ? Then::Close : Then::KeepOpen});
        Outcome out(fixture.client->signOut());
        QTRY_VERIFY(out.hasValue());
        QVERIFY(!fixture.client->session());
    }

    void signOutWithoutASession()
    {
        ClientFixture fixture;
        Outcome out(fixture.client->signOut());
        QVERIFY(!out.isThere());
        QTRY_VERIFY(out.hasValue());
        QCOMPARE(fixture.server.connections(), 0);
    }

    /// Leaving the call alone does not keep the server from being told.
    void signOutIsToldThoughNobodyListens()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer(FarewellPath, {transcript("session-closed")});
        fixture.client->signOut().reset();
        QTRY_COMPARE(fixture.server.count("DELETE"), 1);
    }

    void decisionOnItsWayAtSignOut()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer("POST " + VerificationPath, RawReply{});
        Outcome decided(fixture.client->decide(testDecision()));
        QTRY_COMPARE(fixture.server.count("POST " + VerificationPath), 1);
        Outcome out(fixture.client->signOut());
        QTRY_VERIFY(decided.isThere());
        QCOMPARE(decided.error().kind, ErrorKind::OutcomeUnknown);
    }

    /// One session's token never gets to another session's server.
    void sessionsDoNotMix()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn());
        fixture.server.answer(FarewellPath, {transcript("session-closed")});
        RawServer other;
        other.answer("POST " + SessionsPath, {jsonAnswer(200, "{\"token\":\"other-token\"}")});
        other.answer("GET /api/v2.1/extensions", {transcript("extensions-all")});
        ConnectionProfile profile = fixture.profile();
        profile.baseUrl = other.url();
        Outcome signedIn(fixture.client->signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY(signedIn.hasValue());
        Outcome customer(fixture.client->customer(TestCustomer));
        QTRY_VERIFY(customer.isThere());
        QTRY_COMPARE(fixture.server.count("DELETE"), 1);
        QCOMPARE(fixture.requests().size(), qsizetype(1));
        for (const RawRequestSeen& request : other.requests())
            QVERIFY(!request.head.contains("eyJ"));
        QCOMPARE(other.requests("GET " + CustomerPath).first().header("Authorization"),
                 QByteArray("Bearer other-token"));
    }

    /// W5: what is logged names neither ids nor secrets nor people.
    void logsAreSilent()
    {
        static QStringList lines;
        lines.clear();
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& line) { lines.append(line); });
        {
            ClientFixture fixture;
            const bool signedIn = fixture.signIn();
            fixture.server.answer("POST " + VerificationPath, {transcript("already-decided")});
            Outcome decided(fixture.client->decide(testDecision()));
            const bool answered = QTest::qWaitFor([&] { return decided.isThere(); });
            DirectoryQuery query;
            query.search = QStringLiteral("Vaitkus");
            Outcome found(fixture.client->directory(query, 0, 50));
            const bool listed = QTest::qWaitFor([&] { return found.isThere(); });
            qInstallMessageHandler(before);
            QVERIFY(signedIn && answered && listed);
        }
        const QString all = lines.join(u'\n');
        QVERIFY(all.contains(QLatin1String("POST /api/v2.1/verifications/{}/approve 409")));
        QVERIFY(all.contains(QLatin1String("ALREADY_DECIDED")));
        for (const char* silent : {"eyJ", "Sandbox-Officer", "officer@", "Vaitkus", "e27d5b90", "5d2c8e71",
                                   "3b9f6a52", "Approved", "3f0d8a8e", "127.0.0.1"})
            QVERIFY2(!all.contains(QLatin1String(silent)), silent);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
