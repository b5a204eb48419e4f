#include "rawserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <utility>

namespace finhub::test {

namespace {
QByteArray fileBytes(const QString& name)
{
    QFile file(QStringLiteral(FINHUB_TEST_DATA "/http/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

QSslConfiguration serverTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(RawServer::certificate()));
    tls.setPrivateKey(QSslKey(fileBytes(QStringLiteral("server.key")), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    return tls;
}
} // namespace

QByteArray RawRequestSeen::header(const QByteArray& name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

int RawRequestSeen::headerCount(const QByteArray& name) const
{
    int count = 0;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            ++count;
    }
    return count;
}

RawServer::RawServer(Security security, const QString& address)
    : m_address(address)
    , m_tls(security == Security::Tls)
{
    if (m_tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(serverTls());
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    listen(0);
}

RawServer::RawServer(const QSslConfiguration& tls, const QString& address, quint16 port)
    : m_address(address)
    , m_tls(true)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    connect(server.get(), &QSslServer::startedEncryptionHandshake, this, [this] { ++m_handshakes; });
    m_server = std::move(server);
    listen(port);
}

void RawServer::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress(m_address), port))
        qFatal("cannot listen on loopback");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection())
            take(socket);
    });
}

RawServer::~RawServer()
{
    m_server->disconnect(this);
    m_server.reset(); // with its sockets, which are to be forgotten here
}

QUrl RawServer::url() const
{
    return QUrl(QStringLiteral("%1://%2:%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"), m_address)
                    .arg(m_server->serverPort()));
}

void RawServer::answer(const QByteArray& beginning, RawReply reply)
{
    answer(beginning, [reply = std::move(reply)](const RawRequestSeen&) { return reply; });
}

void RawServer::answer(const QByteArray& beginning, std::function<RawReply(const RawRequestSeen&)> choose)
{
    m_answers.removeIf([&](const auto& entry) { return entry.first == beginning; });
    m_answers.append({beginning, std::move(choose)});
}

QList<RawRequestSeen> RawServer::requests(const QByteArray& beginning) const
{
    QList<RawRequestSeen> out;
    for (const RawRequestSeen& request : m_requests) {
        if ((request.method + ' ' + request.target).startsWith(beginning))
            out.append(request);
    }
    return out;
}

void RawServer::closeConnections()
{
    for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>())
        socket->abort();
}

QByteArray RawServer::certificate()
{
    return fileBytes(QStringLiteral("server.pem"));
}

void RawServer::take(QTcpSocket* socket)
{
    ++m_connections;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, [this, socket] { m_pending.erase(socket); });
    if (socket->bytesAvailable() > 0)
        read(socket);
}

void RawServer::read(QTcpSocket* socket)
{
    const QByteArray arrived = socket->readAll();
    m_bytesReceived += arrived.size();
    if (!m_atOnce.isEmpty()) {
        write(socket, {m_atOnce, RawReply::Then::Close});
        return;
    }
    // Grown in place: the largest upload arrives in two thousand pieces.
    QByteArray& pending = m_pending[socket];
    pending += arrived;
    while (true) {
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        RawRequestSeen request;
        request.head = pending.left(end);
        const QList<QByteArray> line = request.head.left(request.head.indexOf("\r\n")).split(' ');
        request.method = line.value(0);
        request.target = line.value(1);
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (pending.size() < end + 4 + length)
            break;
        request.body = pending.mid(end + 4, length);
        pending.remove(0, end + 4 + length);
        m_requests.append(request);
        reply(socket, request);
    }
}

void RawServer::reply(QTcpSocket* socket, const RawRequestSeen& request)
{
    const RawReply reply = replyTo(request);
    if (reply.bytes.isEmpty() && reply.then == RawReply::Then::KeepOpen)
        m_held.append({request.method + ' ' + request.target, socket});
    else
        write(socket, reply);
}

RawReply RawServer::replyTo(const RawRequestSeen& request)
{
    if (!m_queue.empty()) {
        const RawReply next = std::move(m_queue.front());
        m_queue.pop_front();
        return next;
    }
    const std::function<RawReply(const RawRequestSeen&)>* best = nullptr;
    qsizetype length = -1;
    for (const auto& [beginning, choose] : std::as_const(m_answers)) {
        if ((request.method + ' ' + request.target).startsWith(beginning) && beginning.size() > length) {
            best = &choose;
            length = beginning.size();
        }
    }
    return best ? (*best)(request) : RawReply{transcript("route-not-found")};
}

bool RawServer::answerHeld(const QByteArray& beginning, const RawReply& reply)
{
    for (qsizetype i = 0; i < m_held.size(); ++i) {
        const auto [line, socket] = m_held.at(i);
        if (!socket || !line.startsWith(beginning))
            continue;
        m_held.removeAt(i);
        write(socket, reply);
        return true;
    }
    return false;
}

void RawServer::write(QTcpSocket* socket, const RawReply& reply)
{
    if (reply.perByte.count() > 0) {
        auto* timer = new QTimer(socket);
        timer->setInterval(reply.perByte);
        QObject::connect(timer, &QTimer::timeout, socket,
                         [socket, timer, bytes = reply.bytes, sent = qsizetype(0)]() mutable {
                             socket->write(bytes.constData() + sent, 1);
                             if (++sent == bytes.size())
                                 timer->stop();
                         });
        timer->start();
        return;
    }
    socket->write(reply.bytes);
    socket->flush();
    switch (reply.then) {
    case RawReply::Then::KeepOpen:
        break;
    case RawReply::Then::Close:
        socket->disconnectFromHost();
        break;
    case RawReply::Then::Reset: {
        // A linger time of zero makes the close a reset.
        const linger now{1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
        break;
    }
    }
}

QByteArray transcript(const char* name)
{
    return fileBytes(QLatin1String(name) + QStringLiteral(".http"));
}

QByteArray transcriptBody(const char* name)
{
    const QByteArray whole = transcript(name);
    return whole.mid(whole.indexOf("\r\n\r\n") + 4);
}

QByteArray jsonAnswer(int status, const QByteArray& body, const QByteArray& furtherHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\n" +
           furtherHeaders + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace finhub::test
