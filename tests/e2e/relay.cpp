#include "e2e/relay.h"

#include <QTcpSocket>

namespace finhub::test {

Relay::Relay(const QUrl& server)
    : m_serverUrl(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* near = m_listener.nextPendingConnection())
            take(near);
    });
    mend();
}

QUrl Relay::url() const
{
    QUrl url = m_serverUrl;
    url.setPort(m_port);
    return url;
}

void Relay::take(QTcpSocket* near)
{
    ++m_connections;
    auto* far = new QTcpSocket(near);
    m_sockets << near << far;
    connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
    connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
    connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    far->connectToHost(m_serverUrl.host(), quint16(m_serverUrl.port()));
}

void Relay::cut()
{
    m_listener.close();
    const QList<QPointer<QTcpSocket>> sockets = std::exchange(m_sockets, {});
    for (const QPointer<QTcpSocket>& socket : sockets) {
        if (socket)
            socket->abort();
    }
}

void Relay::mend()
{
    if (!m_listener.listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("cannot listen on loopback");
    m_port = m_listener.serverPort();
}

} // namespace finhub::test
