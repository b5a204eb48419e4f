#include "memory/secretsproxy.h"

#include <QHash>
#include <QMutexLocker>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <httplib.h>

#include <utility>

namespace finhub::test {

namespace {
constexpr const char* Loopback = "127.0.0.1";

QByteArray bytesOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}
} // namespace

QByteArray SecretsProxy::random(qsizetype length)
{
    static constexpr char Alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text(length, ' ');
    for (char& character : text)
        character = Alphabet[QRandomGenerator::system()->bounded(62)];
    return text;
}

SecretsProxy::SecretsProxy(const QUrl& sandbox, QByteArray password, QByteArray shownPassword, qsizetype secretLength)
    : m_sandbox(sandbox)
    , m_password(std::move(password))
    , m_shownPassword(std::move(shownPassword))
    , m_secretLength(secretLength)
    , m_server(std::make_unique<httplib::Server>())
{
    const auto handle = [this](const httplib::Request& request, httplib::Response& response) {
        forward(request, response);
    };
    m_server->Get(".*", handle);
    m_server->Post(".*", handle);
    m_server->Put(".*", handle);
    m_server->Delete(".*", handle);
    m_server->new_task_queue = [] { return new httplib::ThreadPool(16); };
    m_server->set_keep_alive_timeout(1);
    m_port = m_server->bind_to_any_port(Loopback);
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
}

SecretsProxy::~SecretsProxy()
{
    m_server->stop();
    m_thread.join();
}

QByteArrayList SecretsProxy::secrets() const
{
    const QMutexLocker lock(&m_mutex);
    return m_realOf.keys() << m_shownPassword;
}

QByteArrayList SecretsProxy::canaries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_canaries.values();
}

void SecretsProxy::setRefusing(bool refusing)
{
    const QMutexLocker lock(&m_mutex);
    m_refusing = refusing;
}

void SecretsProxy::forward(const httplib::Request& request, httplib::Response& response)
{
    httplib::Request onward;
    onward.method = request.method;
    onward.path = request.target;
    QByteArray body = bytesOf(request.body);
    {
        const QMutexLocker lock(&m_mutex);
        const bool signsIn = request.method == "POST" && request.path.ends_with("/sessions");
        if (m_refusing && !signsIn && request.method != "DELETE") {
            response.status = 401;
            response.set_content(R"({"code":401,"message":"x","data":{"error":"INVALID_TOKEN"}})", "application/json");
            return;
        }
        for (auto real = m_realOf.constBegin(); real != m_realOf.constEnd(); ++real)
            body.replace(real.key(), real.value());
        body.replace(m_shownPassword, m_password);
        for (const auto& [name, value] : request.headers) {
            if (name == "Host" || name == "Content-Length" || name == "Connection" || name == "Accept-Encoding" ||
                name == "REMOTE_ADDR" || name == "REMOTE_PORT" || name == "LOCAL_ADDR" || name == "LOCAL_PORT")
                continue;
            QByteArray onwardValue = bytesOf(value);
            if (name == "Authorization")
                onwardValue = "Bearer " + m_realOf.value(onwardValue.mid(7), "none");
            onward.set_header(name, onwardValue.toStdString());
        }
    }
    onward.body = body.toStdString();
    httplib::Client client(Loopback, m_sandbox.port());
    const httplib::Result answer = client.send(onward);
    if (!answer) {
        response.status = 502;
        return;
    }
    response.status = answer->status;
    std::string kind = "application/json";
    for (const auto& [name, value] : answer->headers) {
        if (name == "Content-Type")
            kind = value;
        else if (name != "Content-Length" && name != "Connection" && name != "Keep-Alive" &&
                 name != "Transfer-Encoding")
            response.set_header(name, value);
    }
    const bool isJson = kind.starts_with("application/json");
    QByteArray shownBody = isJson ? shown(bytesOf(answer->body)) : bytesOf(answer->body);
    static const QRegularExpression customer(QStringLiteral("^/api/v2.1/customer/individual/[0-9a-f-]{36}$"));
    if (isJson && request.method == "GET" && customer.match(QString::fromStdString(request.path)).hasMatch()) {
        static const QRegularExpression mail(QStringLiteral("\"email\":\"([^\"]+)\""));
        const QRegularExpressionMatch found = mail.match(QString::fromUtf8(shownBody));
        const QMutexLocker lock(&m_mutex);
        if (found.hasMatch())
            m_canaries.insert(found.captured(1).toLatin1());
    }
    response.set_content(shownBody.toStdString(), kind);
}

QByteArray SecretsProxy::shown(QByteArray answer)
{
    for (const QByteArray& name : {QByteArray("\"token\":\""), QByteArray("\"refreshToken\":\"")}) {
        const qsizetype at = answer.indexOf(name);
        if (at < 0)
            continue;
        const qsizetype from = at + name.size();
        const qsizetype length = answer.indexOf('"', from) - from;
        const QByteArray secret = random(m_secretLength);
        const QMutexLocker lock(&m_mutex);
        m_realOf.insert(secret, answer.mid(from, length));
        answer.replace(from, length, secret);
    }
    return answer;
}

} // namespace finhub::test
