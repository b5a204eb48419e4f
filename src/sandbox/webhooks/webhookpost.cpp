#include "sandbox/webhooks/webhookpost.h"

#include <httplib.h>

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
constexpr std::chrono::seconds ConnectPatience{2};
constexpr std::chrono::seconds IdlePatience{10};

std::unique_ptr<httplib::ClientImpl> clientFor(const WebhookErrand& errand)
{
    const WebhookAddress& address = errand.address;
    const std::string host = address.host.toStdString();
    std::unique_ptr<httplib::ClientImpl> client;
    if (address.tls) {
        client = std::make_unique<httplib::SSLClient>(host, address.port);
        client->enable_server_certificate_verification(errand.verifySsl);
    } else {
        client = std::make_unique<httplib::ClientImpl>(host, address.port);
    }
    client->set_hostname_addr_map({{host, address.ip.toStdString()}});
    client->set_follow_location(false);
    client->set_keep_alive(false);
    client->set_decompress(false);
    client->set_url_encode(false);
    client->set_connection_timeout(ConnectPatience);
    client->set_read_timeout(IdlePatience);
    client->set_write_timeout(IdlePatience);
    return client;
}

/// In the delivery's list of attempts, for whoever asks why nothing arrives.
QString sentenceFor(httplib::Error error)
{
    switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::BindIPAddress:
    case httplib::Error::ConnectionTimeout:
        return QStringLiteral("No connection could be made.");
    case httplib::Error::SSLConnection:
        return QStringLiteral("No secure connection could be made.");
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
        return QStringLiteral("The receiver's certificate is not trusted.");
    case httplib::Error::Success:
    case httplib::Error::Unknown:
    case httplib::Error::Read:
    case httplib::Error::Write:
    case httplib::Error::ExceedRedirectCount:
    case httplib::Error::Canceled:
    case httplib::Error::UnsupportedMultipartBoundaryChars:
    case httplib::Error::Compression:
        break;
    }
    return QStringLiteral("The receiver did not give a complete answer in time.");
}

httplib::Request requestFor(const WebhookErrand& errand)
{
    httplib::Request request;
    request.method = "POST";
    request.path = errand.address.target.toStdString();
    request.body = errand.body.toStdString();
    request.set_header("Content-Type", "application/json");
    request.set_header("User-Agent", "finhub-sandbox");
    if (!errand.signature.isEmpty())
        request.set_header("X-FinHub-Signature", errand.signature.toStdString());
    return request;
}
} // namespace

WebhookPost::WebhookPost(WebhookErrand errand)
    : m_errand(std::move(errand))
    , m_client(clientFor(m_errand))
{
}

WebhookPost::~WebhookPost() = default;

WebhookAnswer WebhookPost::run()
{
    WebhookAnswer answer;
    bool isEnough = false;
    httplib::Request request = requestFor(m_errand);
    request.content_receiver = [&](const char* data, std::size_t size, uint64_t, uint64_t) {
        const auto room = std::size_t(MaxAnswerBytes - answer.body.size());
        answer.body.append(data, qsizetype(std::min(size, room)));
        isEnough = answer.body.size() == MaxAnswerBytes;
        return !isEnough;
    };
    httplib::Response response;
    httplib::Error error = httplib::Error::Success;
    const auto begin = std::chrono::steady_clock::now();
    const bool isWhole = m_client->send(request, response, error);
    answer.took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    if (isWhole || isEnough) {
        answer.status = response.status;
    } else {
        answer.body.clear();
        answer.fault = sentenceFor(error);
    }
    return answer;
}

void WebhookPost::cut()
{
    m_client->stop();
}

} // namespace finhub::sandbox
