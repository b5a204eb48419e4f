#include "clientfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

/// Every call of the client as bytes on the wire, and as what its answer becomes.
class TestCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    // The requests
    // -------------------------------------------------------------------------------------------

    void nineHeadersOnEveryCall_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 10; ++i)
            QTest::addRow("%d", i) << i;
    }
    void nineHeadersOnEveryCall()
    {
        QFETCH(int, which);
        HttpFinHub& client = *m_fixture->client;
        std::vector<std::shared_ptr<QObject>> calls;
        const auto keep = [&calls](auto call) { calls.push_back(std::move(call)); };
        switch (which) {
        case 0:
            keep(client.categories());
            break;
        case 1:
            keep(client.directory({}, 0, 50));
            break;
        case 2:
            keep(client.customer(TestCustomer));
            break;
        case 3:
            keep(client.verification(TestVerification));
            break;
        case 4:
            keep(client.timeline(TestCustomer, 0, 50));
            break;
        case 5:
            keep(client.readiness(TestCustomer));
            break;
        case 6:
            keep(client.documentContent(TestVerification, TestDocument));
            break;
        case 7:
            keep(client.decide(testDecision()));
            break;
        case 8:
            keep(
                client.acceptConsent(TestCustomer, ConsentType::PrivacyPolicy, QStringLiteral("1.0"), "key"));
            break;
        default:
            keep(client.activate(TestCustomer, UserId(QStringLiteral("u")), QStringLiteral("123"), "key"));
            break;
        }
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        const RawRequestSeen request = m_fixture->requests().first();
        const bool post = which >= 7;
        QCOMPARE(request.method, QByteArray(post ? "POST" : "GET"));
        QVERIFY(request.header("Authorization").startsWith("Bearer eyJ"));
        QCOMPARE(request.header("X-Tenant-ID"), QByteArray("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10"));
        QCOMPARE(request.header("Accept"), QByteArray(which == 6 ? "*/*" : "application/json"));
        QVERIFY(!QHostAddress(QString::fromLatin1(request.header("X-Forwarded-For"))).isNull());
        QCOMPARE(request.header("X-Forwarded-From"), QByteArray("kyc-console"));
        QCOMPARE(request.header("User-Agent"), QByteArray("kyc-console/0.1"));
        QCOMPARE(request.header("platform"), QByteArray("linux"));
        QCOMPARE(request.header("deviceId"), QByteArray("test-device"));
        QCOMPARE(request.headerCount("Content-Type"), post ? 1 : 0);
        QCOMPARE(request.headerCount("Idempotency-Key"), post ? 1 : 0);
        QCOMPARE(request.headerCount("If-Match"), which == 7 ? 1 : 0);
        if (post) {
            QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
            QCOMPARE(request.header("Content-Length"), QByteArray::number(request.body.size()));
        }
        // W5: no token in an address, no password anywhere but in the sign-in.
        QVERIFY(!request.target.contains("eyJ"));
        QCOMPARE(request.headerCount("Cookie"), 0);
    }

    void targets()
    {
        HttpFinHub& client = *m_fixture->client;
        DirectoryQuery query;
        query.search = QStringLiteral("rasa & co");
        query.stages = {Stage::Approval, Stage::Consents};
        const auto a = client.categories();
        const auto b = client.directory(query, 2, 100);
        const auto c = client.customer(TestCustomer);
        const auto d = client.verification(TestVerification);
        const auto e = client.timeline(TestCustomer, 1, 20);
        const auto f = client.readiness(TestCustomer);
        const auto g = client.documentContent(TestVerification, TestDocument);
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(7));
        QSet<QByteArray> targets;
        for (const RawRequestSeen& request : m_fixture->requests())
            targets.insert(request.target);
        QCOMPARE(
            targets,
            (QSet<QByteArray>{
                "/api/v2.1/customer/individual/categorization/hierarchy/3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10",
                "/api/v2.1/customer/"
                "individual?search=rasa%20%26%20co&stage=APPROVAL%2CCONSENTS&sort=-createdAt"
                "&page=2&size=100",
                CustomerPath, VerificationPath, CustomerPath + "/timeline?page=1&size=20",
                CustomerPath + "/owner/3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10/activation/check",
                VerificationPath + "/documents/97b3e6c2-0d5f-4182-a6e4-3c9f1b7d8a05/content"}));
    }

    void bodies()
    {
        HttpFinHub& client = *m_fixture->client;
        m_fixture->server.answer("POST " + VerificationPath, {transcript("decision-approved")});
        Outcome decided(client.decide(testDecision()));
        QTRY_VERIFY(decided.isThere());
        Outcome consented(
            client.acceptConsent(TestCustomer, ConsentType::DataProcessing, QStringLiteral("1.0"), "key-2"));
        QTRY_VERIFY(consented.isThere());
        Outcome activated(
            client.activate(TestCustomer, UserId(QStringLiteral("u-9")), QStringLiteral("42"), "key-3"));
        QTRY_VERIFY(activated.isThere());
        const QList<RawRequestSeen> requests = m_fixture->requests();
        QCOMPARE(requests.size(), qsizetype(3));
        QCOMPARE(requests.at(0).target, VerificationPath + "/approve");
        QCOMPARE(requests.at(0).header("If-Match"), QByteArray("\"v2\""));
        QCOMPARE(requests.at(0).header("Idempotency-Key"),
                 QByteArray("3f0d8a8e-5a2e-4c0d-9d57-0a4b6c1e2f30"));
        const QJsonObject decision = QJsonDocument::fromJson(requests.at(0).body).object();
        QCOMPARE(decision.value(QStringLiteral("status")).toString(), QStringLiteral("APPROVED"));
        QCOMPARE(decision.value(QStringLiteral("userId")).toString(),
                 QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50"));
        QCOMPARE(decision.value(QStringLiteral("approvedBy")).toString(),
                 QStringLiteral("officer@sandbox.test"));
        QCOMPARE(requests.at(1).target, CustomerPath + "/consents/data-processing");
        QCOMPARE(requests.at(1).body, QByteArray("{\"accepted\":true,\"version\":\"1.0\"}"));
        QCOMPARE(requests.at(2).target, CustomerPath + "/activation");
        QCOMPARE(requests.at(2).body, QByteArray("{\"userId\":\"u-9\",\"code\":\"42\"}"));
    }

    /// Where the server does not honour them, the headers of 3.5 and 3.7 are not sent.
    void headersOfExtensionsThatAreNotOffered()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn("extensions-two"));
        const auto call = fixture.client->decide(testDecision());
        QTRY_COMPARE(fixture.requests().size(), qsizetype(1));
        QCOMPARE(fixture.requests().first().headerCount("If-Match"), 0);
        QCOMPARE(fixture.requests().first().headerCount("Idempotency-Key"), 0);
    }

    // Refused before anything is sent
    // ------------------------------------------------------------------------

    void refusedIds_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"", ".", "..", "../../admin", "a/b", "a b", "a%2f", "a?x", "a\r\nX: y"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void refusedIds()
    {
        QFETCH(QString, id);
        HttpFinHub& client = *m_fixture->client;
        const CustomerId customer(id);
        const VerificationId verification(id);
        DecisionRequest decision = testDecision();
        decision.verificationId = verification;
        const auto refused = [](auto call) {
            Outcome outcome(std::move(call));
            return !outcome.isThere() && // never inside the function that starts it
                   QTest::qWaitFor([&] { return outcome.isThere(); }) &&
                   outcome.error().kind == ErrorKind::Refused;
        };
        QVERIFY(refused(client.customer(customer)));
        QVERIFY(refused(client.verification(verification)));
        QVERIFY(refused(client.timeline(customer, 0, 50)));
        QVERIFY(refused(client.readiness(customer)));
        QVERIFY(refused(client.documentContent(verification, TestDocument)));
        QVERIFY(refused(client.documentContent(TestVerification, DocumentId(id))));
        QVERIFY(refused(client.decide(decision)));
        QVERIFY(refused(client.acceptConsent(customer, ConsentType::PrivacyPolicy, QStringLiteral("1"), {})));
        QVERIFY(refused(client.activate(customer, UserId(QStringLiteral("u")), QStringLiteral("1"), {})));
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
    }

    void refusedValues()
    {
        HttpFinHub& client = *m_fixture->client;
        const UserId user(QStringLiteral("u"));
        DecisionRequest evilMatch = testDecision();
        evilMatch.ifMatch = "\"v2\"\r\nX-Admin: 1";
        DecisionRequest evilKey = testDecision();
        evilKey.idempotencyKey = "a\r\nb";
        DecisionRequest noReason = testDecision(Verdict::Reject);
        noReason.reasonCodes.clear();
        const auto refused = [](auto call) {
            Outcome outcome(std::move(call));
            return QTest::qWaitFor([&] { return outcome.isThere(); }) &&
                   outcome.error().kind == ErrorKind::Refused;
        };
        QVERIFY(refused(client.decide(evilMatch)));
        QVERIFY(refused(client.decide(evilKey)));
        QVERIFY(refused(client.decide(noReason)));
        QVERIFY(refused(client.directory({}, -1, 50)));
        QVERIFY(refused(client.directory({}, 0, 0)));
        QVERIFY(refused(client.directory({}, 0, 1001)));
        QVERIFY(refused(client.timeline(TestCustomer, 0, 1001)));
        QVERIFY(refused(client.acceptConsent(TestCustomer, ConsentType::Unknown, QStringLiteral("1"), {})));
        QVERIFY(refused(client.acceptConsent(TestCustomer, ConsentType::PrivacyPolicy, {}, {})));
        QVERIFY(
            refused(client.acceptConsent(TestCustomer, ConsentType::PrivacyPolicy, QString(21, u'1'), {})));
        QVERIFY(refused(client.acceptConsent(TestCustomer, ConsentType::PrivacyPolicy, QStringLiteral("1"),
                                             QByteArray(129, 'k'))));
        QVERIFY(refused(client.activate(TestCustomer, user, {}, {})));
        QVERIFY(refused(client.activate(TestCustomer, {}, QStringLiteral("1"), {})));
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
    }

    void withoutASession()
    {
        HttpFinHub client(ClientFixture::options());
        Outcome outcome(client.categories());
        QVERIFY(!outcome.isThere());
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::SessionEnded);
    }

    void notOffered()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn("extensions-none"));
        HttpFinHub& client = *fixture.client;
        const auto refused = [](auto call, Extension extension) {
            Outcome outcome(std::move(call));
            return QTest::qWaitFor([&] { return outcome.isThere(); }) &&
                   outcome.error().kind == ErrorKind::NotOffered && outcome.error().extension == extension;
        };
        QVERIFY(refused(client.directory({}, 0, 50), Extension::CustomerDirectory));
        QVERIFY(refused(client.customer(TestCustomer), Extension::CustomerDirectory));
        QVERIFY(refused(client.verification(TestVerification), Extension::VerificationRead));
        QVERIFY(refused(client.timeline(TestCustomer, 0, 50), Extension::Timeline));
        QVERIFY(refused(client.documentContent(TestVerification, TestDocument), Extension::DocumentContent));
        QVERIFY(refused(client.decide(testDecision(Verdict::Reject)), Extension::VerificationReject));
        QVERIFY(refused(client.decide(testDecision(Verdict::RequestResubmission)),
                        Extension::VerificationReject));
        QCOMPARE(fixture.requests().size(), qsizetype(0));
        // 2.9 with APPROVED and the documented calls need no extension.
        fixture.server.answer("POST " + VerificationPath, {transcript("decision-approved")});
        Outcome approved(client.decide(testDecision()));
        QTRY_VERIFY(approved.hasValue());
    }

    // The answers
    // --------------------------------------------------------------------------------------------

    void answersFromTranscripts()
    {
        HttpFinHub& client = *m_fixture->client;
        RawServer& server = m_fixture->server;
        server.answer("GET /api/v2.1/customer/individual/categorization", {transcript("hierarchy")});
        server.answer("GET /api/v2.1/customer/individual?", {transcript("directory")});
        server.answer("GET " + CustomerPath, {transcript("customer")});
        server.answer("GET " + CustomerPath + "/timeline", {transcript("timeline")});
        server.answer("GET " + CustomerPath + "/owner", {transcript("readiness")});
        server.answer("GET " + VerificationPath, {transcript("verification")});
        server.answer("GET " + VerificationPath + "/documents", {transcript("document-content")});
        server.answer("POST " + CustomerPath + "/consents", {transcript("consent-pending")});
        server.answer("POST " + CustomerPath + "/activation", {transcript("activation")});
        Outcome categories(client.categories());
        Outcome directory(client.directory({}, 0, 50));
        Outcome customer(client.customer(TestCustomer));
        Outcome timeline(client.timeline(TestCustomer, 0, 50));
        Outcome readiness(client.readiness(TestCustomer));
        Outcome verification(client.verification(TestVerification));
        Outcome content(client.documentContent(TestVerification, TestDocument));
        Outcome consent(
            client.acceptConsent(TestCustomer, ConsentType::PrivacyPolicy, QStringLiteral("1.0"), {}));
        Outcome activation(
            client.activate(TestCustomer, UserId(QStringLiteral("u")), QStringLiteral("1"), {}));
        QTRY_VERIFY(categories.hasValue());
        QCOMPARE(categories->size(), qsizetype(2));
        QTRY_VERIFY(directory.hasValue());
        QCOMPARE(directory->rows.items.first().id, TestCustomer);
        QTRY_VERIFY(customer.hasValue());
        QCOMPARE(customer->person.lastName, QStringLiteral("Vaitkus"));
        QTRY_VERIFY(timeline.hasValue());
        QCOMPARE(timeline->items.size(), qsizetype(1));
        QTRY_VERIFY(readiness.hasValue());
        QCOMPARE(readiness->verificationOk, std::optional<bool>(true));
        QTRY_VERIFY(verification.hasValue());
        QCOMPARE(verification->etag, QByteArray("\"v2\"")); // 3.5: as received, quotes included
        QTRY_VERIFY(content.hasValue());
        QCOMPARE(*content, QByteArray("%PDF-1.4 26 bytes of paper"));
        QTRY_VERIFY(consent.hasValue());
        QCOMPARE(consent->status.value(), ConsentStatus::Pending);
        QTRY_VERIFY(activation.hasValue());
        QCOMPARE(activation->activated, std::optional<bool>(true));
        for (const int completions :
             {categories.completions(), directory.completions(), content.completions()})
            QCOMPARE(completions, 1);
    }

    void partOfADocumentIsNoDocument()
    {
        m_fixture->server.answer(
            "GET " + VerificationPath,
            {"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-3/26\r\nContent-Length: "
             "4\r\n\r\n%PDF"});
        Outcome content(m_fixture->client->documentContent(TestVerification, TestDocument));
        QTRY_VERIFY(content.isThere());
        QCOMPARE(content.error().kind, ErrorKind::BadAnswer);
    }

    void documentsHaveTheirOwnLimit()
    {
        const auto answer = [](int size) {
            return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n" +
                   QByteArray(size, 'x');
        };
        m_fixture->server.answer("GET " + VerificationPath, {answer(10 * 1024 * 1024)});
        Outcome largest(m_fixture->client->documentContent(TestVerification, TestDocument));
        QTRY_VERIFY(largest.hasValue());
        QCOMPARE(largest->size(), qsizetype(10 * 1024 * 1024));
        m_fixture->server.answer("GET " + VerificationPath, {answer(10 * 1024 * 1024 + 1)});
        Outcome larger(m_fixture->client->documentContent(TestVerification, TestDocument));
        QTRY_VERIFY(larger.isThere());
        QCOMPARE(larger.error().kind, ErrorKind::TooLarge);
    }

    void readFailures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Then>("then");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("not found") << transcript("verification-not-found") << Then::KeepOpen
                                   << ErrorKind::Status;
        QTest::newRow("HTML") << jsonAnswer(200, "<html></html>") << Then::KeepOpen << ErrorKind::BadAnswer;
        QTest::newRow("empty") << jsonAnswer(200, "") << Then::KeepOpen << ErrorKind::BadAnswer;
        QTest::newRow("truncated") << transcript("verification").chopped(10) << Then::Close
                                   << ErrorKind::BadAnswer;
        QTest::newRow("truncated without length")
            << "HTTP/1.1 200 OK\r\n\r\n" + transcriptBody("verification").chopped(10) << Then::Close
            << ErrorKind::BadAnswer;
        QTest::newRow("redirect") << QByteArray(
                                         "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")
                                  << Then::KeepOpen << ErrorKind::BadAnswer;
        QTest::newRow("wrong type") << jsonAnswer(200, "{\"data\":{\"id\":{}}}") << Then::KeepOpen
                                    << ErrorKind::BadAnswer;
        QTest::newRow("success false")
            << jsonAnswer(200, "{\"success\":false,\"data\":{}}") << Then::KeepOpen << ErrorKind::BadAnswer;
        QTest::newRow("forbidden") << transcript("tenant-denied") << Then::KeepOpen << ErrorKind::Status;
    }
    void readFailures()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Then, then);
        QFETCH(ErrorKind, kind);
        m_fixture->server.answer("GET " + VerificationPath, {answer, then});
        Outcome outcome(m_fixture->client->verification(TestVerification));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(outcome.completions(), 1);
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
    }

    /// R19 and the table of HttpFinHub, each sent exactly once.
    void decisionOutcomes_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Then>("then");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* name, const QByteArray& answer, ErrorKind kind,
                            Then then = Then::KeepOpen) { QTest::newRow(name) << answer << then << kind; };
        row("closed without an answer", {}, ErrorKind::OutcomeUnknown, Then::Close);
        row("reset without an answer", {}, ErrorKind::OutcomeUnknown, Then::Reset);
        row("truncated", transcript("decision-approved").chopped(20), ErrorKind::OutcomeUnknown, Then::Close);
        row("truncated without length",
            "HTTP/1.1 200 OK\r\n\r\n" + transcriptBody("decision-approved").chopped(1),
            ErrorKind::OutcomeUnknown, Then::Close);
        row("HTML", jsonAnswer(200, "<html></html>"), ErrorKind::OutcomeUnknown);
        row("empty", jsonAnswer(200, ""), ErrorKind::OutcomeUnknown);
        row("no content", "HTTP/1.1 204 No Content\r\n\r\n", ErrorKind::OutcomeUnknown);
        row("data empty", jsonAnswer(200, "{\"code\":200,\"data\":{}}"), ErrorKind::OutcomeUnknown);
        row("other status", transcript("decision-rejected"), ErrorKind::OutcomeUnknown);
        row("success false", jsonAnswer(200, "{\"success\":false,\"data\":{\"status\":\"APPROVED\"}}"),
            ErrorKind::OutcomeUnknown);
        row("redirect", "HTTP/1.1 307 X\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
            ErrorKind::OutcomeUnknown);
        row("408", jsonAnswer(408, "{}"), ErrorKind::OutcomeUnknown);
        row("500", transcript("internal-error"), ErrorKind::OutcomeUnknown);
        row("502 HTML", transcript("bad-gateway-html"), ErrorKind::OutcomeUnknown);
        row("503", jsonAnswer(503, "{}", "Retry-After: 0\r\n"), ErrorKind::OutcomeUnknown);
        row("in progress", transcript("in-progress"), ErrorKind::OutcomeUnknown);
        row("already decided", transcript("already-decided"), ErrorKind::Status);
        row("stale", transcript("stale-version"), ErrorKind::Status);
        row("not found", transcript("verification-not-found"), ErrorKind::Status);
        row("forbidden HTML", jsonAnswer(403, "<html></html>"), ErrorKind::Status);
        row("rate limited", transcript("rate-limited"), ErrorKind::Status);
    }
    void decisionOutcomes()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Then, then);
        QFETCH(ErrorKind, kind);
        m_fixture->server.answer("POST " + VerificationPath, {answer, then});
        Outcome outcome(m_fixture->client->decide(testDecision()));
        QTRY_VERIFY(outcome.isThere());
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().kind, kind);
        QTest::qWait(20); // time for a second transmission that must not come
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
    }

    void decisionOnTheWayOut()
    {
        ClientFixture impatient;
        ClientOptions options = ClientFixture::options();
        options.callDeadline = std::chrono::milliseconds(200);
        impatient.client = std::make_unique<HttpFinHub>(options);
        QVERIFY(impatient.signIn());
        impatient.server.answer("POST " + VerificationPath, RawReply{});
        Outcome outcome(impatient.client->decide(testDecision()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(impatient.server.count("POST " + VerificationPath), 1);
    }

    void decisionToNobody()
    {
        auto server = std::make_unique<RawServer>();
        ClientFixture fixture;
        ConnectionProfile profile = fixture.profile();
        profile.baseUrl = server->url();
        // No connection is kept: on one that dies in the same moment it could not be known what was sent.
        const QByteArray close = "Connection: close\r\n";
        server->answer("POST " + SessionsPath,
                       {jsonAnswer(200, transcriptBody("session-created"), close), Then::Close});
        server->answer("GET /api/v2.1/extensions",
                       {jsonAnswer(200, transcriptBody("extensions-all"), close), Then::Close});
        Outcome signedIn(fixture.client->signIn(profile, ClientFixture::secrets()));
        QTRY_VERIFY(signedIn.hasValue());
        server.reset();
        Outcome outcome(fixture.client->decide(testDecision()));
        QTRY_VERIFY(outcome.isThere());
        QCOMPARE(outcome.error().kind, ErrorKind::Unreachable); // nothing was sent, and it is known
    }

    /// Parsed away from the GUI thread, and still the same value.
    void largeAnswers()
    {
        QByteArray rows;
        for (int i = 0; i < 20000; ++i) {
            rows += (i ? ",{\"id\":\"" : "{\"id\":\"") + QByteArray::number(i) +
                    "\",\"type\":\"document.uploaded\",\"at\":\"2026-03-31T09:20:00.000Z\",\"summary\":"
                    "\"Uploaded\"}";
        }
        QVERIFY(rows.size() > 1024 * 1024);
        m_fixture->server.answer("GET " + CustomerPath,
                                 {jsonAnswer(200, "{\"data\":{\"events\":[" + rows + "]}}")});
        Outcome read(m_fixture->client->timeline(TestCustomer, 0, 1000));
        QTRY_VERIFY_WITH_TIMEOUT(read.isThere(), 30000);
        QVERIFY(read.hasValue());
        QCOMPARE(read->items.size(), qsizetype(20000));
        QCOMPARE(read->items.last().id, QStringLiteral("19999"));
        // And a large one that is wrong is wrong.
        m_fixture->server.answer("GET " + CustomerPath,
                                 {jsonAnswer(200, "{\"data\":{\"events\":[" + rows + "]}")});
        Outcome broken(m_fixture->client->timeline(TestCustomer, 0, 1000));
        QTRY_VERIFY_WITH_TIMEOUT(broken.isThere(), 30000);
        QCOMPARE(broken.error().kind, ErrorKind::BadAnswer);
    }

    void absentExtensionsAreLearnt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("absent");
        QTest::newRow("route") << transcript("route-not-found") << true;
        QTest::newRow("HTML 404") << jsonAnswer(404, "<html></html>") << true;
        QTest::newRow("405") << jsonAnswer(405, "{}") << true;
        QTest::newRow("501") << jsonAnswer(501, "{}") << true;
        QTest::newRow("customer")
            << jsonAnswer(404, "{\"data\":{\"error\":\"NOT_FOUND\",\"resource\":\"customer\"}}") << false;
    }
    void absentExtensionsAreLearnt()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, absent);
        HttpFinHub& client = *m_fixture->client;
        QSignalSpy changed(&client, &FinHub::extensionsChanged);
        m_fixture->server.answer("GET " + CustomerPath + "/timeline", {answer});
        QVERIFY(client.offers(Extension::Timeline));
        Outcome first(client.timeline(TestCustomer, 0, 50));
        QTRY_VERIFY(first.isThere());
        QCOMPARE(first.error().kind, absent ? ErrorKind::NotOffered : ErrorKind::Status);
        QCOMPARE(client.offers(Extension::Timeline), !absent);
        QTRY_COMPARE(changed.size(), absent ? 1 : 0);
        Outcome second(client.timeline(TestCustomer, 0, 50));
        QTRY_VERIFY(second.isThere());
        QCOMPARE(second.error().kind, absent ? ErrorKind::NotOffered : ErrorKind::Status);
        // Once absent, nothing more is sent for the rest of the session.
        QCOMPARE(m_fixture->requests().size(), qsizetype(absent ? 1 : 2));
        QVERIFY(client.offers(Extension::CustomerDirectory));
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
