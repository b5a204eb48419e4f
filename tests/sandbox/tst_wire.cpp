#include "sandboxfixture.h"

#include <QTcpSocket>
#include <QtTest>

#include <sys/socket.h>

using namespace finhub;
using namespace finhub::test;

/// What the HTTP library would do by itself, and requests that are no good HTTP: every answer is the
/// contract's, and the sandbox lives on.
class TestWire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }
    void cleanup() { QCOMPARE(m_officer->get(Customers).status, 200); }

    void unreadable_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("no request line") << QByteArray("hello\r\n\r\n");
        QTest::newRow("unknown method") << QByteArray("FETCH / HTTP/1.1\r\n\r\n");
        QTest::newRow("another version") << QByteArray("GET / HTTP/2.0\r\n\r\n");
        QTest::newRow("long address") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n\r\n";
        QTest::newRow("long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(9000, 'a') + "\r\n\r\n";
    }
    void unreadable()
    {
        QFETCH(QByteArray, request);
        const QByteArray answer = exchange(request);
        QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
        QVERIFY(answer.contains("Content-Type: application/json\r\n"));
        QVERIFY(answer.contains("\"error\":\"VALIDATION_FAILED\""));
        QCOMPARE(answer.count("HTTP/1.1 "), 1);
    }

    void head()
    {
        const QByteArray answer = exchange("HEAD /api/v2.1/extensions HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 405 "), answer.constData());
        QVERIFY(answer.contains("Allow: GET\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void trace()
    {
        const QByteArray answer =
            exchange("TRACE /api/v2.1/extensions HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 405 "), answer.constData());
    }

    /// A POST without a length has no body; waiting for one would take until the connection ends.
    void postWithoutLength()
    {
        const QByteArray answer = exchange("POST /api/v2.1/customer/individual/registration HTTP/1.1\r\n" +
                                           credentials() + "Connection: close\r\n\r\n");
        QVERIFY2(answer.contains("MALFORMED_JSON"), answer.constData());
    }

    void chunkedBody()
    {
        const QByteArray body =
            sandbox::jsonBytes(CaseWalk::registration(QStringLiteral("chunked@example.net")));
        const QByteArray half = body.left(40);
        const QByteArray rest = body.mid(40);
        const QByteArray answer = exchange(
            "POST /api/v2.1/customer/individual/registration HTTP/1.1\r\n" + credentials() +
            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" +
            QByteArray::number(half.size(), 16) + "\r\n" + half + "\r\n" +
            QByteArray::number(rest.size(), 16) + "\r\n" + rest + "\r\n0\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    }

    void bodyCutShort()
    {
        const QByteArray body = sandbox::jsonBytes(CaseWalk::registration(QStringLiteral("cut@example.net")));
        QTcpSocket socket;
        connectTo(socket);
        socket.write("POST /api/v2.1/customer/individual/registration HTTP/1.1\r\n" + credentials() +
                     "Content-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size() + 5) + "\r\n\r\n" + body);
        QVERIFY(socket.waitForBytesWritten());
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
        const QByteArray answer = readToTheEnd(socket);
        QVERIFY2(answer.startsWith("HTTP/1.1 400 "), answer.constData());
        QVERIFY(answer.contains("MALFORMED_JSON"));
        // Nothing has been done, although what came is a whole object.
        const Json found = m_officer->get(Customers + QStringLiteral("?search=cut%40example.net")).data();
        QCOMPARE(found.at("pagination").at("total"), Json(0));
    }

    void twoRequestsInOnePiece()
    {
        const QByteArray first = "GET /api/v2.1/extensions HTTP/1.1\r\n" + credentials() + "\r\n";
        const QByteArray last =
            "GET /api/v2.1/nothing HTTP/1.1\r\n" + credentials() + "Connection: close\r\n\r\n";
        const QByteArray answer = exchange(first + last);
        QCOMPARE(answer.count("HTTP/1.1 200 "), 1);
        QCOMPARE(answer.count("HTTP/1.1 404 "), 1);
    }

    /// A body where none belongs is not taken for the next request.
    void getWithBody()
    {
        const QByteArray answer =
            exchange("GET /api/v2.1/extensions HTTP/1.1\r\n" + credentials() +
                     "Content-Length: 25\r\n\r\nDELETE /api HTTP/1.1\r\n\r\n\n" +
                     "GET /api/v2.1/nothing HTTP/1.1\r\n" + credentials() + "Connection: close\r\n\r\n");
        QCOMPARE(answer.count("HTTP/1.1 "), 2);
        QCOMPARE(answer.count("HTTP/1.1 200 "), 1);
        QCOMPARE(answer.count("HTTP/1.1 404 "), 1);
    }

    void expectContinue()
    {
        const QByteArray body =
            sandbox::jsonBytes(CaseWalk::registration(QStringLiteral("expect@example.net")));
        const QByteArray answer =
            exchange("POST /api/v2.1/customer/individual/registration HTTP/1.1\r\n" + credentials() +
                     "Expect: 100-continue\r\nContent-Type: application/json\r\nConnection: close\r\n" +
                     "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(answer.startsWith("HTTP/1.1 100 "));
        QVERIFY(answer.contains("HTTP/1.1 200 "));
    }

    /// The length of an answer is what a caller may rely on, so it is never compressed away.
    void notCompressed()
    {
        const QByteArray answer = exchange("GET /api/v2.1/customer/individual HTTP/1.1\r\n" + credentials() +
                                           "Accept-Encoding: gzip, br\r\nConnection: close\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QVERIFY(!answer.contains("Content-Encoding"));
        QCOMPARE(answer.count("Content-Length: "), 1);
    }

    /// Text that is no UTF-8 does not break the JSON that repeats it.
    void tenantOfRawBytes()
    {
        const QByteArray answer =
            exchange("GET /api/v2.1/extensions HTTP/1.1\r\nX-Tenant-ID: \xFF\xFE\r\n"
                     "Authorization: " +
                     m_officer->headers.value(QStringLiteral("Authorization")).toLatin1() +
                     "\r\nConnection: close\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 403 "), answer.constData());
        const auto body = sandbox::parseJsonObject(answer.mid(answer.indexOf("\r\n\r\n") + 4));
        QVERIFY(body);
    }

    void loopbackOnly() { QCOMPARE(m_sandbox->url().host(), QStringLiteral("127.0.0.1")); }

private:
    QByteArray credentials() const
    {
        return "Host: x\r\nX-Tenant-ID: " + Tenant.toLatin1() +
               "\r\nAuthorization: " + m_officer->headers.value(QStringLiteral("Authorization")).toLatin1() +
               "\r\n";
    }
    void connectTo(QTcpSocket& socket) const
    {
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_sandbox->url().port()));
        QVERIFY(socket.waitForConnected());
    }
    /// Everything that comes back until the server closes.
    QByteArray exchange(const QByteArray& request) const
    {
        QTcpSocket socket;
        connectTo(socket);
        socket.write(request);
        return readToTheEnd(socket);
    }
    static QByteArray readToTheEnd(QTcpSocket& socket)
    {
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(10000)) {
        }
        return socket.readAll();
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestWire)
#include "tst_wire.moc"
