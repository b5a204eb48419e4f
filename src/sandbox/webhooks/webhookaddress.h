#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace finhub::sandbox {

/// Where on this machine a webhook is posted to. Nothing in it has to be looked up.
struct WebhookAddress {
    bool tls = false;
    QByteArray host;   ///< as the URL names it, for the Host header
    QByteArray ip;     ///< numeric: of 127.0.0.0/8, or ::1
    int port = 0;      ///< 1 to 65535
    QByteArray target; ///< percent-encoded path and query
};

/// What a subscription's `endpointUrl` may be (2.13): `https`, or `http` to loopback. Without a user name or
/// password in it (W5), since every admin can read it.
bool isWebhookUrl(const QString& url);

/// The address behind a URL whose host is `localhost`, an address of 127.0.0.0/8 or `::1`; nullopt for every
/// other, to which the sandbox posts nothing. `localhost` is taken to be 127.0.0.1, whatever the resolver
/// says.
std::optional<WebhookAddress> loopbackAddress(const QString& url);

} // namespace finhub::sandbox
