#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace finhub::test {

/// The network between a console and its sandbox, which a test can cut and mend: the sandbox and its sessions
/// live on. On loopback, in the thread of the test.
class Relay : public QObject {
public:
    explicit Relay(const QUrl& server);

    QUrl url() const;

    /// Every connection breaks off, and nobody gets a new one.
    void cut();
    void mend();
    /// How often somebody tried since it was made.
    int connections() const { return m_connections; }

private:
    void take(QTcpSocket* near);

    QUrl m_serverUrl;
    QTcpServer m_listener;
    quint16 m_port = 0;
    QList<QPointer<QTcpSocket>> m_sockets;
    int m_connections = 0;
};

} // namespace finhub::test
