#include "webhookreceiver.h"

#include <httplib.h>

#include <chrono>

namespace finhub::test {

namespace {
constexpr std::chrono::milliseconds DripPause{20};

std::unique_ptr<httplib::Server> serverFor(WebhookReceiver::Security security)
{
    if (security == WebhookReceiver::Security::Plain)
        return std::make_unique<httplib::Server>();
    return std::make_unique<httplib::SSLServer>(FINHUB_TEST_DATA "/http/server.pem",
                                                FINHUB_TEST_DATA "/http/server.key");
}
} // namespace

WebhookReceiver::WebhookReceiver(Security security)
    : m_server(serverFor(security))
    , m_scheme(security == Security::Tls ? QStringLiteral("https") : QStringLiteral("http"))
{
    m_server->Post(R"([\s\S]*)", [this](const httplib::Request& request, httplib::Response& response) {
        receive(request, response);
    });
    m_port = m_server->bind_to_any_port("127.0.0.1");
    if (m_port <= 0)
        qFatal("no receiver for webhooks");
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    while (!m_server->is_running())
        std::this_thread::yield();
}

WebhookReceiver::~WebhookReceiver()
{
    release();
    m_server->stop();
    m_thread.join();
}

QString WebhookReceiver::url(const QString& path) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3").arg(m_scheme).arg(m_port).arg(path);
}

void WebhookReceiver::answerNext(const QList<int>& statuses)
{
    const std::lock_guard lock(m_mutex);
    m_statuses = statuses;
}

void WebhookReceiver::answerWith(const QByteArray& body)
{
    const std::lock_guard lock(m_mutex);
    m_body = body;
}

void WebhookReceiver::hold()
{
    const std::lock_guard lock(m_mutex);
    m_manner = Manner::Hold;
}

void WebhookReceiver::drip()
{
    const std::lock_guard lock(m_mutex);
    m_manner = Manner::Drip;
}

void WebhookReceiver::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_manner = Manner::Answer;
    }
    m_released.notify_all();
}

QList<WebhookReceiver::Received> WebhookReceiver::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

void WebhookReceiver::receive(const httplib::Request& request, httplib::Response& response)
{
    Received received;
    received.path = QString::fromStdString(request.target);
    received.body = QByteArray::fromStdString(request.body);
    for (const auto& [name, value] : request.headers)
        received.headers.insert(QString::fromStdString(name).toLower(), QString::fromStdString(value));

    std::unique_lock lock(m_mutex);
    m_received.append(received);
    m_released.wait(lock, [this] { return m_manner != Manner::Hold; });
    if (m_manner == Manner::Drip) {
        response.set_chunked_content_provider("text/plain", [this](std::size_t, httplib::DataSink& sink) {
            std::unique_lock dripLock(m_mutex);
            if (m_released.wait_for(dripLock, DripPause, [this] { return m_manner != Manner::Drip; }))
                sink.done();
            else
                sink.write(".", 1);
            return true;
        });
        return;
    }
    response.status = m_statuses.isEmpty() ? 200 : m_statuses.takeFirst();
    if (response.status >= 300 && response.status < 400)
        response.set_header("Location", "/elsewhere");
    response.set_content(m_body.toStdString(), "text/plain");
}

} // namespace finhub::test
