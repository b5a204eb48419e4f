#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

class QSslConfiguration;
class QTcpServer;
class QTcpSocket;

namespace finhub::test {

/// A request as it arrived, byte by byte.
struct RawRequestSeen {
    QByteArray method;
    QByteArray target;
    QByteArray head; ///< request line and header lines
    QByteArray body;

    /// The first header of that name, without case.
    QByteArray header(const QByteArray& name) const;
    int headerCount(const QByteArray& name) const;
};

/// What the server does once a request has arrived.
struct RawReply {
    enum class Then { KeepOpen, Close, Reset };

    QByteArray bytes;
    Then then = Then::KeepOpen;
    std::chrono::milliseconds perByte{}; ///< pause between two bytes; zero: all at once
};

/// A server that speaks bytes, not HTTP: it records what arrives and answers with what it was told, so that a
/// test decides about every byte of the answer. On loopback; in the thread of the test.
class RawServer : public QObject {
public:
    enum class Security { Plain, Tls };

    explicit RawServer(Security security = Security::Plain,
                       const QString& address = QStringLiteral("127.0.0.1"));
    /// Speaks TLS in its own way: see testcertificates.h.
    explicit RawServer(const QSslConfiguration& tls, const QString& address = QStringLiteral("127.0.0.1"),
                       quint16 port = 0);
    ~RawServer() override;

    QUrl url() const;

    /// The next request gets this.
    void enqueue(RawReply reply) { m_queue.push_back(std::move(reply)); }
    /// Requests whose "METHOD target" begins so get this when nothing is enqueued; the longest beginning
    /// wins.
    void answer(const QByteArray& beginning, RawReply reply);
    /// The same with a choice for every request.
    void answer(const QByteArray& beginning, std::function<RawReply(const RawRequestSeen&)> choose);

    /// Every connection gets this with its first bytes, whatever they are.
    void answerAtOnce(const QByteArray& bytes) { m_atOnce = bytes; }

    /// Answers the oldest request that begins so and has been answered with nothing so far; false when there
    /// is none.
    bool answerHeld(const QByteArray& beginning, const RawReply& reply);

    const QList<RawRequestSeen>& requests() const { return m_requests; }
    QList<RawRequestSeen> requests(const QByteArray& beginning) const;
    int count(const QByteArray& beginning) const { return int(requests(beginning).size()); }
    int connections() const { return m_connections; }
    /// Connections on which TLS was begun, whatever became of it.
    int handshakes() const { return m_handshakes; }
    /// Bytes that arrived, whether or not they were a request (after decryption).
    qint64 bytesReceived() const { return m_bytesReceived; }
    void closeConnections();

    /// The test authority, PEM, for ClientOptions::trustedAuthorities.
    static QByteArray certificate();

private:
    void take(QTcpSocket* socket);
    void read(QTcpSocket* socket);
    void reply(QTcpSocket* socket, const RawRequestSeen& request);
    RawReply replyTo(const RawRequestSeen& request);
    void write(QTcpSocket* socket, const RawReply& reply);

    void listen(quint16 port);

    const QString m_address;
    std::unique_ptr<QTcpServer> m_server;
    bool m_tls;
    std::deque<RawReply> m_queue;
    QList<std::pair<QByteArray, std::function<RawReply(const RawRequestSeen&)>>> m_answers;
    QList<RawRequestSeen> m_requests;
    std::map<QTcpSocket*, QByteArray> m_pending; ///< what has arrived of a request that is not whole
    QList<std::pair<QByteArray, QPointer<QTcpSocket>>> m_held;
    QByteArray m_atOnce;
    int m_connections = 0;
    int m_handshakes = 0;
    qint64 m_bytesReceived = 0;
};

/// The bytes of tests/data/http/NAME.http.
QByteArray transcript(const char* name);
/// The body of a transcript.
QByteArray transcriptBody(const char* name);
/// A JSON answer with its Content-Length.
QByteArray jsonAnswer(int status, const QByteArray& body, const QByteArray& furtherHeaders = {});

} // namespace finhub::test
