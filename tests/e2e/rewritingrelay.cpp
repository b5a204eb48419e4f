#include "e2e/rewritingrelay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <memory>
#include <utility>

namespace finhub::test {

namespace {
/// The first whole answer in the bytes is taken out of them; empty while it is not whole. The sandbox always
/// says how long one is.
QByteArray takeAnswer(QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const QByteArray head = bytes.left(end).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype length =
        at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    if (bytes.size() < end + 4 + length)
        return {};
    const QByteArray answer = bytes.left(end + 4 + length);
    bytes.remove(0, answer.size());
    return answer;
}
} // namespace

RewritingRelay::RewritingRelay(const QUrl& server, Exchange exchange)
    : m_serverUrl(server)
    , m_exchange(std::move(exchange))
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* near = m_listener.nextPendingConnection())
            take(near);
    });
    if (!m_listener.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("cannot listen on loopback");
}

QUrl RewritingRelay::url() const
{
    QUrl url = m_serverUrl;
    url.setPort(m_listener.serverPort());
    return url;
}

void RewritingRelay::take(QTcpSocket* near)
{
    auto* far = new QTcpSocket(near);
    const auto answers = std::make_shared<QByteArray>();
    connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
    connect(far, &QTcpSocket::readyRead, near, [this, near, far, answers] {
        answers->append(far->readAll());
        for (QByteArray answer = takeAnswer(*answers); !answer.isEmpty(); answer = takeAnswer(*answers))
            near->write(rewritten(answer));
    });
    connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    far->connectToHost(m_serverUrl.host(), quint16(m_serverUrl.port()));
}

QByteArray RewritingRelay::rewritten(const QByteArray& answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QJsonDocument document = QJsonDocument::fromJson(answer.mid(end + 4));
    if (!document.isObject())
        return answer;
    const QJsonObject other = rewritten(QString(), document.object()).toObject();
    const QByteArray body = QJsonDocument(other).toJson(QJsonDocument::Compact);
    QByteArray head;
    const QList<QByteArray> lines = answer.left(end).split('\n');
    for (const QByteArray& line : lines) {
        if (!line.toLower().startsWith("content-length:"))
            head += line.trimmed() + "\r\n";
    }
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QJsonValue RewritingRelay::rewritten(const QString& member, const QJsonValue& value)
{
    if (value.isString()) {
        const QString text = value.toString();
        QString other = m_exchange(member, text);
        m_exchanged += other == text ? 0 : 1;
        return other;
    }
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray old = value.toArray();
        for (const QJsonValue& element : old)
            list.append(rewritten(member, element));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object;
        const QJsonObject old = value.toObject();
        for (auto it = old.begin(); it != old.end(); ++it)
            object.insert(it.key(), rewritten(it.key(), it.value()));
        return object;
    }
    return value;
}

} // namespace finhub::test
