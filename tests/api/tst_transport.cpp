#include "api/http/oneshotbody.h"
#include "api/http/requestpolicy.h"
#include "api/http/transport.h"
#include "rawserver.h"

#include <QNetworkProxy>
#include <QtTest>

#include <optional>

using namespace finhub::api;
using namespace finhub::test;
using namespace std::chrono_literals;

/// docs/architecture.md, "Calls", points 2 to 6, line by line against a server of bytes.
class TestTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_answer.reset();
        m_answers = 0;
        m_job.reset();
        m_transport = std::make_unique<Transport>(ServerTrust{RawServer::certificate(), {}});
    }
    void cleanup() { m_job.reset(); }

    void bodyIsReadOnce()
    {
        OneShotBody body(QByteArray("0123456789"));
        QVERIFY(body.isSequential());
        QVERIFY(!body.wasRead());
        QCOMPARE(body.read(4), QByteArray("0123"));
        QVERIFY(body.wasRead());
        QVERIFY(!body.reset());
        QCOMPARE(body.readAll(), QByteArray("456789"));
        QVERIFY(body.atEnd());
        char byte = 0;
        QCOMPARE(body.read(&byte, 1), qint64(-1));
    }

    void bodyCanBeWithdrawn()
    {
        OneShotBody body(QByteArray("0123456789"));
        body.withdraw();
        QCOMPARE(body.readAll(), QByteArray());
        QVERIFY(!body.wasRead());
    }

    void requestCarriesItsPolicy()
    {
        const QNetworkRequest request =
            policedRequest(QUrl(QStringLiteral("https://host/")), tlsConfiguration(RawServer::certificate()));
        QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
                 int(QNetworkRequest::ManualRedirectPolicy));
        QCOMPARE(request.attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
        QCOMPARE(request.attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
                 int(QNetworkRequest::AlwaysNetwork));
        QCOMPARE(request.attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
        QCOMPARE(request.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
                 int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
                 int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt(),
                 int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute), QVariant(true));
        // Qt's limit on how much a compressed answer may grow is its default, not switched off.
        QCOMPARE(request.decompressedSafetyCheckThreshold(), qint64(10) * 1024 * 1024);
        const QSslConfiguration tls = request.sslConfiguration();
        QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
        QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
        QCOMPARE(tls.caCertificates().size(), qsizetype(1));
    }

    void onePostIsOneTransmission_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("partOfAnAnswer");
        QTest::addColumn<bool>("reset");
        for (const bool tls : {false, true}) {
            for (const bool reset : {false, true}) {
                const QByteArray name = QByteArray(tls ? "https, " : "http, ") + (reset ? "reset" : "closed");
                QTest::newRow(name + " without an answer") << tls << QByteArray() << reset;
                QTest::newRow(name + " in the status line") << tls << QByteArray("HTTP/1.1 20") << reset;
                QTest::newRow(name + " in the header")
                    << tls << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << reset;
            }
        }
    }
    void onePostIsOneTransmission()
    {
        QFETCH(bool, tls);
        QFETCH(QByteArray, partOfAnAnswer);
        QFETCH(bool, reset);
        RawServer server(tls ? RawServer::Security::Tls : RawServer::Security::Plain);
        server.answer("POST /", {partOfAnAnswer, reset ? RawReply::Then::Reset : RawReply::Then::Close});
        send(server, "POST", "{\"status\":\"APPROVED\"}");
        QTRY_COMPARE(m_answers, 1);
        QVERIFY2(m_answer->fault == TransportFault::Lost || m_answer->fault == TransportFault::Garbled,
                 qPrintable(m_answer->technical));
        QVERIFY(m_answer->sent);
        QTest::qWait(50); // time for a second transmission that must not come
        QCOMPARE(server.count("POST"), 1);
        QCOMPARE(server.requests().first().body, QByteArray("{\"status\":\"APPROVED\"}"));
    }

    /// The same on a connection that has carried a request before: the place where Qt likes to try again.
    void onePostIsOneTransmissionOnAUsedConnection()
    {
        RawServer server;
        server.answer("GET /", {jsonAnswer(200, "{}")});
        server.answer("POST /", {{}, RawReply::Then::Close});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        send(server, "POST", "{}");
        QTRY_COMPARE(m_answers, 2);
        QCOMPARE(m_answer->fault, TransportFault::Lost);
        QVERIFY(m_answer->sent);
        QTest::qWait(50);
        QCOMPARE(server.count("POST"), 1);
    }

    void lengthIsSentAndNothingIsChunked()
    {
        RawServer server;
        server.answer("POST /", {jsonAnswer(200, "{}")});
        send(server, "POST", "{\"a\":1}");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(server.requests().first().header("Content-Length"), QByteArray("7"));
        QCOMPARE(server.requests().first().headerCount("Transfer-Encoding"), 0);
    }

    void noRedirectIsFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("otherOrigin");
        for (const int status : {301, 302, 303, 307, 308}) {
            for (const char* method : {"GET", "POST", "PUT", "DELETE"}) {
                for (const bool other : {false, true})
                    QTest::addRow("%d %s %s", status, method, other ? "other origin" : "same origin")
                        << status << QByteArray(method) << other;
            }
        }
    }
    void noRedirectIsFollowed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(bool, otherOrigin);
        RawServer server;
        RawServer elsewhere;
        const QByteArray target = (otherOrigin ? elsewhere : server).url().toEncoded() + "/stolen";
        server.answer(method + " /asked", {jsonAnswer(status, "{}", "Location: " + target + "\r\n")});
        const bool body = method == "POST" || method == "PUT";
        send(server, method, body ? QByteArray("{}") : QByteArray());
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, status);
        QTest::qWait(20);
        QCOMPARE(server.requests().size(), qsizetype(1));
        QCOMPARE(elsewhere.connections(), 0);
    }

    void deadlineIsOverall()
    {
        RawServer server;
        QByteArray slow = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + QByteArray(100000, 'x');
        server.answer("GET /", {slow, RawReply::Then::KeepOpen, 5ms});
        send(server, "GET", {}, 300ms);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::Timeout);
        QVERIFY(m_answer->body.size() < 100000);
    }

    void deadlineEndsSilence()
    {
        RawServer server;
        server.answer("GET /", RawReply{});
        send(server, "GET", {}, 100ms);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::Timeout);
        QCOMPARE(m_answer->status, 0);
    }

    void headerFloodEnds()
    {
        RawServer server;
        QByteArray flood = "HTTP/1.1 200 OK\r\n";
        for (int i = 0; i < 4000; ++i)
            flood += "X-Flood-" + QByteArray::number(i) + ": " + QByteArray(40, 'a') + "\r\n";
        QVERIFY(flood.size() > 200 * 1024);
        server.answer("GET /", {flood});
        send(server, "GET", {}, 500ms);
        QTRY_COMPARE(m_answers, 1);
        QVERIFY(m_answer->fault != TransportFault::None);
    }

    void answersAreCapped_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("announced") << QByteArray("Content-Length: 1000001\r\n") << QByteArray();
        QTest::newRow("until the end") << QByteArray("Connection: close\r\n") << QByteArray(1000001, 'x');
        QByteArray chunks;
        for (int i = 0; i < 300; ++i)
            chunks += "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n";
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << chunks + "0\r\n\r\n";
    }
    void answersAreCapped()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        RawServer server;
        server.answer("GET /", {"HTTP/1.1 200 OK\r\n" + head + "\r\n" + body});
        send(server, "GET", {}, 10s, 1000000);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::TooLarge);
        QVERIFY(m_answer->body.size() <= 1000000);
    }

    void theCapItselfPasses()
    {
        RawServer server;
        server.answer("GET /",
                      {"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(1000000, 'x')});
        send(server, "GET", {}, 10s, 1000000);
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::None);
        QCOMPARE(m_answer->body.size(), qsizetype(1000000));
    }

    void errorBodiesAreCappedLower()
    {
        RawServer server;
        server.answer("GET /", {jsonAnswer(500, QByteArray(100 * 1024, ' '))});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, 500);
        QVERIFY(m_answer->body.size() <= 64 * 1024);
    }

    /// Sixty-four megabytes of nothing in sixty-four kilobytes.
    void compressionBombEnds()
    {
        // qCompress writes the size in front of a zlib stream, which is what "deflate" means.
        const QByteArray bomb = qCompress(QByteArray(64 * 1024 * 1024, '\0'), 9).mid(4);
        RawServer server;
        server.answer("GET /", {jsonAnswer(200, bomb, "Content-Encoding: deflate\r\n")});
        send(server, "GET", {}, 10s, 16 * 1024 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_answers, 1, 20000);
        QVERIFY2(m_answer->fault == TransportFault::TooLarge || m_answer->fault == TransportFault::Garbled,
                 qPrintable(m_answer->technical));
        QVERIFY(m_answer->body.size() <= 16 * 1024 * 1024);
    }

    void statusComesFirst_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {400, 401, 403, 404, 405, 408, 409, 412, 413, 415, 416, 422, 429, 500, 501, 502, 503})
            QTest::addRow("%d", status) << status;
    }
    void statusComesFirst()
    {
        QFETCH(int, status);
        RawServer server;
        server.answer("POST /", {jsonAnswer(status, "{\"code\":1}")});
        send(server, "POST", "{}");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, status);
        QCOMPARE(m_answer->fault, TransportFault::None);
        QCOMPARE(m_answer->body, QByteArray("{\"code\":1}"));
        QCOMPARE(server.count("POST"), 1);
    }

    /// Qt answers challenges by itself where it can: with what the desktop is logged in with, for some.
    void noChallengeIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::newRow("Bearer") << QByteArray("Bearer realm=\"finhub\"");
        QTest::newRow("Basic") << QByteArray("Basic realm=\"finhub\"");
        QTest::newRow("Digest") << QByteArray("Digest realm=\"finhub\", nonce=\"1\", qop=\"auth\"");
        QTest::newRow("Negotiate") << QByteArray("Negotiate");
        QTest::newRow("NTLM") << QByteArray("NTLM");
    }
    void noChallengeIsAnswered()
    {
        QFETCH(QByteArray, challenge);
        RawServer server;
        const QByteArray refusal =
            jsonAnswer(401, "{\"code\":401}", "WWW-Authenticate: " + challenge + "\r\n");
        server.answer("POST /", {refusal});
        server.answer("GET /", {refusal});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, 401);
        QCOMPARE(m_answer->body, QByteArray("{\"code\":401}"));
        send(server, "POST", "{}");
        QTRY_COMPARE(m_answers, 2);
        QCOMPARE(m_answer->status, 401);
        QCOMPARE(server.requests().size(), qsizetype(2));
        QCOMPARE(server.requests().last().headerCount("Authorization"), 0);
    }

    void truncatedAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<TransportFault>("fault");
        QTest::newRow("with Content-Length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":") << TransportFault::Lost;
        QTest::newRow("in a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"code\":")
            << TransportFault::Lost;
        // The trap of point 4: this is a success for Qt, and only the codec can tell.
        QTest::newRow("without Content-Length")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\n{\"code\":") << TransportFault::None;
    }
    void truncatedAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(TransportFault, fault);
        RawServer server;
        server.answer("GET /", {answer, RawReply::Then::Close});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, 200);
        QCOMPARE(m_answer->fault, fault);
        QCOMPARE(m_answer->body, QByteArray("{\"code\":"));
    }

    void garbageIsNotHttp()
    {
        RawServer server;
        server.answer("POST /", {"SSH-2.0-OpenSSH_9.2\r\n\r\n", RawReply::Then::Close});
        send(server, "POST", "{}");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, 0);
        QVERIFY(m_answer->fault != TransportFault::None);
        QVERIFY(m_answer->sent);
        QCOMPARE(server.count("POST"), 1);
    }

    void nothingIsRemembered()
    {
        RawServer server;
        server.answer("GET /",
                      {jsonAnswer(200, "{}",
                                  "Set-Cookie: id=1\r\nCache-Control: max-age=3600\r\n"
                                  "ETag: \"v1\"\r\nLast-Modified: Tue, 31 Mar 2026 09:00:00 GMT\r\n")});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        send(server, "GET");
        QTRY_COMPARE(m_answers, 2);
        QCOMPARE(server.requests().size(), qsizetype(2));
        QCOMPARE(server.requests().last().headerCount("Cookie"), 0);
        QCOMPARE(server.requests().last().headerCount("If-None-Match"), 0);
        QCOMPARE(server.requests().last().headerCount("If-Modified-Since"), 0);
    }

    /// The server of this test offers HTTP/2 and would be taken at its word.
    void http2IsNeverSpoken()
    {
        RawServer server(RawServer::Security::Tls);
        server.answer("GET /", {jsonAnswer(200, "{}")});
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->status, 200);
        QVERIFY(server.requests().first().head.startsWith("GET /asked HTTP/1.1\r\n"));
        QCOMPARE(server.requests().first().headerCount("Upgrade"), 0);
    }

    void unknownAuthorityIsRefused_data()
    {
        QTest::addColumn<QByteArray>("authorities");
        QTest::newRow("the system's") << QByteArray();
        QTest::newRow("unreadable ones")
            << QByteArray("-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
    }
    void unknownAuthorityIsRefused()
    {
        QFETCH(QByteArray, authorities);
        RawServer server(RawServer::Security::Tls);
        m_transport = std::make_unique<Transport>(ServerTrust{authorities, {}});
        send(server, "POST", "{\"password\":\"x\"}");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::Tls);
        QVERIFY(!m_answer->sent);
        QTest::qWait(20);
        QCOMPARE(server.bytesReceived(), qint64(0));
    }

    void wrongHostNameIsRefused()
    {
        // The certificate names 127.0.0.1 and localhost, not this other address of the same machine.
        RawServer server(RawServer::Security::Tls, QStringLiteral("127.0.0.2"));
        send(server, "POST", "{}");
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::Tls);
        QVERIFY(!m_answer->sent);
        QCOMPARE(server.bytesReceived(), qint64(0));
    }

    /// Whatever the desktop and the environment say, and so nobody's proxy credentials either.
    void noProxyIsUsed()
    {
        RawServer server;
        RawServer proxy;
        server.answer("GET /", {jsonAnswer(200, "{}")});
        const QByteArray address = proxy.url().toEncoded();
        for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            qputenv(name, address);
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        QNetworkProxy::setApplicationProxy(QNetworkProxy(
            QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), quint16(proxy.url().port())));
        send(server, "GET");
        QTRY_COMPARE(m_answers, 1);
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            qunsetenv(name);
        QCOMPARE(m_answer->status, 200);
        QCOMPARE(server.count("GET"), 1);
        QCOMPARE(proxy.connections(), 0);
    }

    void noConnection()
    {
        QUrl nobody;
        {
            RawServer server;
            nobody = server.url();
        }
        RawRequest request;
        request.method = "POST";
        request.url = nobody;
        request.url.setPath(QStringLiteral("/asked"));
        request.body = QByteArray("{}");
        request.deadline = 10s;
        request.maxBytes = 1000;
        start(std::move(request));
        QTRY_COMPARE(m_answers, 1);
        QCOMPARE(m_answer->fault, TransportFault::Unreachable);
        QVERIFY(!m_answer->sent);
    }

    void deletingTheJobAborts()
    {
        RawServer server;
        server.answer("GET /", RawReply{});
        send(server, "GET");
        QTRY_COMPARE(server.requests().size(), qsizetype(1));
        m_job.reset();
        QTest::qWait(20);
        QCOMPARE(m_answers, 0);
    }

    void jobMayBeDeletedByItsReceiver()
    {
        RawServer server;
        server.answer("GET /", {jsonAnswer(200, "{}")});
        bool called = false;
        m_job = m_transport->send(rawRequest(server, "GET", {}, 10s, 1000), [&](const RawAnswer&) {
            m_job.reset();
            m_transport.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }

private:
    static RawRequest rawRequest(const RawServer& server, const QByteArray& method, const QByteArray& body,
                                 std::chrono::milliseconds deadline, qint64 cap)
    {
        RawRequest request;
        request.method = method;
        request.url = server.url();
        request.url.setPath(QStringLiteral("/asked"));
        request.headers = {{"Accept", "application/json"}};
        if (!body.isEmpty())
            request.headers.emplaceBack("Content-Type", "application/json");
        request.body = body;
        request.deadline = deadline;
        request.maxBytes = cap;
        return request;
    }
    void send(const RawServer& server, const QByteArray& method, const QByteArray& body = {},
              std::chrono::milliseconds deadline = 10s, qint64 cap = 1024 * 1024)
    {
        start(rawRequest(server, method, body, deadline, cap));
    }
    void start(RawRequest request)
    {
        m_job = m_transport->send(std::move(request), [this](RawAnswer answer) {
            ++m_answers;
            m_answer = std::move(answer);
        });
    }

    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportJob> m_job;
    std::optional<RawAnswer> m_answer;
    int m_answers = 0;
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
