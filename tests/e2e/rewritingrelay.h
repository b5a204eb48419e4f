#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace finhub::test {

/// Stands between a console and its sandbox and exchanges what the JSON of the answers says, so that real
/// views get texts that no sandbox would send. On loopback, in the thread of the test.
class RewritingRelay : public QObject {
public:
    /// Gets every text of an answer with the name of the member that it, or the list around it, is the value
    /// of.
    using Exchange = std::function<QString(const QString& member, const QString& text)>;

    RewritingRelay(const QUrl& server, Exchange exchange);

    QUrl url() const;
    /// How many texts have been exchanged for others.
    int exchanged() const { return m_exchanged; }

private:
    void take(QTcpSocket* near);
    QByteArray rewritten(const QByteArray& answer);
    QJsonValue rewritten(const QString& member, const QJsonValue& value);

    QUrl m_serverUrl;
    Exchange m_exchange;
    QTcpServer m_listener;
    int m_exchanged = 0;
};

} // namespace finhub::test
