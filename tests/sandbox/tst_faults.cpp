#include "sandboxfixture.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QtTest>

#include <thread>

using namespace finhub;
using namespace finhub::test;

/// Section 6, fault injection.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<SandboxFixture>(); }
    void init()
    {
        m_client.emplace(m_sandbox->officer());
        QCOMPARE(m_client->send("DELETE", Faults).data(), Json::parse(R"({"faults":[]})"));
    }

    void armListRemove()
    {
        // No token and no tenant is asked for.
        SandboxClient bare = m_sandbox->client();
        bare.headers.clear();
        const Reply armed =
            bare.post(Faults, Json{{"match", "POST /api/v2.1/verifications/*/approve"}, {"drop", "after"}});
        QCOMPARE(armed.status, 200);
        QVERIFY(!textAt(armed.body, "/data/id").isEmpty());
        Json data = armed.data();
        data.erase("id");
        QCOMPARE(data, (Json{{"match", "POST /api/v2.1/verifications/*/approve"},
                             {"drop", "after"},
                             {"times", 1},
                             {"remaining", 1}}));
        QCOMPARE(bare.get(Faults).data().at("faults").size(), std::size_t(1));
        QVERIFY(bare.send("DELETE", Faults).data().at("faults").empty());
        QVERIFY(bare.get(Faults).data().at("faults").empty());
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no match") << QByteArray(R"({"status":500})");
        QTest::newRow("no kind") << QByteArray(R"({"match":"GET /x"})");
        QTest::newRow("no path") << QByteArray(R"({"match":"GET","status":500})");
        QTest::newRow("odd method") << QByteArray(R"({"match":"FETCH /x","status":500})");
        QTest::newRow("status too low") << QByteArray(R"({"match":"GET /x","status":399})");
        QTest::newRow("status too high") << QByteArray(R"({"match":"GET /x","status":600})");
        QTest::newRow("no delay") << QByteArray(R"({"match":"GET /x","delayMs":0})");
        QTest::newRow("long delay") << QByteArray(R"({"match":"GET /x","delayMs":120001})");
        QTest::newRow("odd drop") << QByteArray(R"({"match":"GET /x","drop":"never"})");
        QTest::newRow("negative cut") << QByteArray(R"({"match":"GET /x","truncate":-1})");
        QTest::newRow("html false") << QByteArray(R"({"match":"GET /x","html":false})");
        QTest::newRow("two kinds") << QByteArray(R"({"match":"GET /x","drop":"after","truncate":5})");
        QTest::newRow("times") << QByteArray(R"({"match":"GET /x","status":500,"times":1001})");
    }
    void values()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(m_client->send("POST", Faults, body).error(), QStringLiteral("VALIDATION_FAILED"));
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("match");
        QTest::addColumn<bool>("hits");
        QTest::newRow("exact") << QStringLiteral("GET /api/v2.1/extensions") << true;
        QTest::newRow("any method") << QStringLiteral("* /api/v2.1/extensions") << true;
        QTest::newRow("one segment") << QStringLiteral("GET /api/*/extensions") << true;
        QTest::newRow("rest") << QStringLiteral("GET /api/**") << true;
        QTest::newRow("everything") << QStringLiteral("* /**") << true;
        QTest::newRow("rest of nothing") << QStringLiteral("GET /api/v2.1/extensions/**") << true;
        QTest::newRow("other method") << QStringLiteral("POST /api/v2.1/extensions") << false;
        QTest::newRow("too short") << QStringLiteral("GET /api/v2.1") << false;
        QTest::newRow("too long") << QStringLiteral("GET /api/v2.1/extensions/*") << false;
        QTest::newRow("part of a segment") << QStringLiteral("GET /api/v2.1/ext*") << false;
    }
    void patterns()
    {
        QFETCH(QString, match);
        QFETCH(bool, hits);
        arm(Json{{"match", match.toStdString()}, {"status", 503}});
        QCOMPARE(m_client->get(QStringLiteral("/api/v2.1/extensions?x=1")).status, hits ? 503 : 200);
    }

    void status()
    {
        arm(Json{{"match", "POST /api/v2.1/verifications/*/approve"}, {"status", 503}});
        const QString verification = reviewable();
        const Reply reply = approve(verification);
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.error(), QStringLiteral("SIMULATED_FAILURE"));
        QCOMPARE(textAt(reply.body, "/message"), QStringLiteral("Internal server error"));
        QCOMPARE(statusOf(verification), QStringLiteral("IN_PROGRESS"));
        // Used up.
        QCOMPARE(approve(verification).status, 200);
        QVERIFY(m_client->get(Faults).data().at("faults").empty());
    }

    void wordsOfTheirOwn()
    {
        arm(Json{{"match", "GET /api/**"}, {"status", 401}});
        const Reply expired = m_client->get(Customers);
        QCOMPARE(expired.error(), QStringLiteral("TOKEN_EXPIRED"));
        QVERIFY(!textAt(expired.body, "/data/expiredAt").isEmpty());
        arm(Json{{"match", "GET /api/**"}, {"status", 429}});
        const Reply limited = m_client->get(Customers);
        QCOMPARE(limited.error(), QStringLiteral("RATE_LIMITED"));
        QCOMPARE(limited.headers.value(QStringLiteral("retry-after")), QStringLiteral("1"));
    }

    void delay()
    {
        arm(Json{{"match", "GET /api/**"}, {"delayMs", 300}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get(Customers).status, 200);
        QVERIFY(timer.elapsed() >= 300);
    }

    void delayWithStatus()
    {
        arm(Json{{"match", "GET /api/**"}, {"delayMs", 50}, {"status", 500}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get(Customers).status, 500);
        QVERIFY(timer.elapsed() >= 50);
    }

    /// A server that stops does not wait for a delay to end.
    void stopInADelay()
    {
        auto sandbox = std::make_unique<SandboxFixture>();
        SandboxClient client = sandbox->officer();
        client.post(Faults, Json{{"match", "GET /api/**"}, {"delayMs", 120000}});
        std::thread caller([client]() mutable { client.get(Customers); });
        QTRY_VERIFY(client.get(Faults).data().at("faults").empty());
        sandbox.reset();
        caller.join();
    }

    void dropBefore()
    {
        const QString verification = reviewable();
        arm(Json{{"match", "POST /api/v2.1/verifications/*/approve"}, {"drop", "before"}});
        QCOMPARE(approve(verification).status, 0);
        QCOMPARE(statusOf(verification), QStringLiteral("IN_PROGRESS"));
    }

    void dropAfter()
    {
        const QString verification = reviewable();
        arm(Json{{"match", "POST /api/v2.1/verifications/*/approve"}, {"drop", "after"}});
        QCOMPARE(approve(verification).status, 0);
        QCOMPARE(statusOf(verification), QStringLiteral("APPROVED"));
    }

    void dropAfterARefusal()
    {
        arm(Json{{"match", "GET /api/v2.1/nothing"}, {"drop", "after"}});
        QCOMPARE(m_client->get(QStringLiteral("/api/v2.1/nothing")).status, 0);
    }

    void truncate_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("nothing") << 0;
        QTest::newRow("some") << 20;
    }
    void truncate()
    {
        QFETCH(int, bytes);
        arm(Json{{"match", "GET /api/v2.1/extensions"}, {"truncate", bytes}});
        const QByteArray raw = rawGet("/api/v2.1/extensions");
        QVERIFY(raw.startsWith("HTTP/1.1 200 "));
        const qsizetype end = raw.indexOf("\r\n\r\n");
        const QByteArray body = raw.mid(end + 4);
        QCOMPARE(body.size(), bytes);
        const QByteArray whole = rawGet("/api/v2.1/extensions");
        const qsizetype full = whole.size() - whole.indexOf("\r\n\r\n") - 4;
        QVERIFY(raw.left(end).contains("Content-Length: " + QByteArray::number(full)));
    }

    void truncateBeyondTheEnd()
    {
        arm(Json{{"match", "GET /api/v2.1/extensions"}, {"truncate", 1000000}});
        QCOMPARE(m_client->get(QStringLiteral("/api/v2.1/extensions")).status, 200);
    }

    void html()
    {
        arm(Json{{"match", "GET /api/**"}, {"html", true}});
        const Reply page = m_client->get(Customers);
        QCOMPARE(page.status, 502);
        QCOMPARE(page.headers.value(QStringLiteral("content-type")), QStringLiteral("text/html"));
        QVERIFY(page.bytes.contains("<html>"));
        arm(Json{{"match", "GET /api/**"}, {"html", true}, {"status", 404}});
        QCOMPARE(m_client->get(Customers).status, 404);
    }

    void times()
    {
        arm(Json{{"match", "GET /api/v2.1/extensions"}, {"status", 500}, {"times", 2}});
        const QString path = QStringLiteral("/api/v2.1/extensions");
        QCOMPARE(m_client->get(path).status, 500);
        QCOMPARE(m_client->get(Faults).data().at("faults").at(0).at("remaining"), Json(1));
        QCOMPARE(m_client->get(path).status, 500);
        QCOMPARE(m_client->get(path).status, 200);

        arm(Json{{"match", "GET /api/v2.1/extensions"}, {"status", 500}, {"times", 0}});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_client->get(path).status, 500);
        m_client->send("DELETE", Faults);
        QCOMPARE(m_client->get(path).status, 200);
    }

    void firstOneCounts()
    {
        arm(Json{{"match", "GET /api/**"}, {"status", 500}});
        arm(Json{{"match", "GET /api/v2.1/extensions"}, {"status", 503}});
        const QString path = QStringLiteral("/api/v2.1/extensions");
        QCOMPARE(m_client->get(path).status, 500);
        QCOMPARE(m_client->get(path).status, 503);
        QCOMPARE(m_client->get(path).status, 200);
    }

    void testRoutesNeverMatch()
    {
        arm(Json{{"match", "* /**"}, {"status", 500}, {"times", 0}});
        QCOMPARE(m_client->get(Faults).status, 200);
    }

private:
    static inline const QString Faults = QStringLiteral("/api/v2.1/test/faults");

    void arm(const Json& fault)
    {
        const Reply reply = m_client->post(Faults, fault);
        QVERIFY2(reply.status == 200, reply.bytes.constData());
    }
    QString reviewable()
    {
        CaseWalk walk(*m_client);
        const Json verification = walk.start(walk.registerCustomer());
        walk.uploadAll(verification);
        return textAt(verification, "/verificationId");
    }
    Reply approve(const QString& verification)
    {
        return m_client->post(QStringLiteral("%1/%2/approve").arg(Verifications, verification),
                              Json{{"status", "APPROVED"}});
    }
    QString statusOf(const QString& verification)
    {
        return textAt(m_client->get(Verifications + u'/' + verification).body, "/data/status");
    }
    /// What comes over the socket until the server closes it.
    QByteArray rawGet(const QByteArray& path)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_sandbox->url().port()));
        if (!socket.waitForConnected())
            return {};
        socket.write(
            "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Tenant-ID: " + Tenant.toLatin1() +
            "\r\nAuthorization: " + m_client->headers.value(QStringLiteral("Authorization")).toLatin1() +
            "\r\n\r\n");
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead()) {
        }
        return socket.readAll();
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_client;
};

QTEST_MAIN(TestFaults)
#include "tst_faults.moc"
