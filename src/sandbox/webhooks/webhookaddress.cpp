#include "sandbox/webhooks/webhookaddress.h"

#include <QUrl>

#include <arpa/inet.h>

namespace finhub::sandbox {

namespace {
constexpr int HttpPort = 80;
constexpr int HttpsPort = 443;
constexpr quint32 LoopbackNet = 127;

bool isHttps(const QUrl& url)
{
    return url.scheme() == QLatin1String("https");
}

bool isPostable(const QUrl& url)
{
    return url.isValid() && (isHttps(url) || url.scheme() == QLatin1String("http")) &&
           !url.host().isEmpty() && url.userInfo().isEmpty() && url.port(HttpPort) > 0;
}

/// Empty for a host that is not this machine, or not certainly.
QByteArray loopbackIp(const QString& host)
{
    if (host == QLatin1String("localhost"))
        return QByteArrayLiteral("127.0.0.1");
    const QByteArray text = host.toLatin1();
    in_addr four{};
    if (::inet_pton(AF_INET, text.constData(), &four) == 1)
        return ntohl(four.s_addr) >> 24 == LoopbackNet ? text : QByteArray();
    in6_addr six{};
    if (::inet_pton(AF_INET6, text.constData(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six))
        return QByteArrayLiteral("::1");
    return {};
}
} // namespace

bool isWebhookUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return isPostable(url) && (isHttps(url) || !loopbackIp(url.host()).isEmpty());
}

std::optional<WebhookAddress> loopbackAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!isPostable(url))
        return std::nullopt;
    WebhookAddress address;
    address.ip = loopbackIp(url.host());
    if (address.ip.isEmpty())
        return std::nullopt;
    address.tls = isHttps(url);
    address.host = url.host().toLatin1();
    address.port = url.port(address.tls ? HttpsPort : HttpPort);
    address.target = url.path(QUrl::FullyEncoded).toLatin1();
    if (!address.target.startsWith('/'))
        address.target.prepend('/');
    if (url.hasQuery())
        address.target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return address;
}

} // namespace finhub::sandbox
