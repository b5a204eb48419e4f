#pragma once

#include <QNetworkRequest>
#include <QSslConfiguration>

namespace finhub::api {

/// The TLS settings of every request: TLS 1.2 or newer, the peer verified against the given authorities (PEM)
/// or, when there are none, against those of the system. Authorities that cannot be read trust nobody. Set on
/// every request, because a list in Qt's default configuration is not honoured everywhere (CVE-2023-34410).
QSslConfiguration tlsConfiguration(const QByteArray& trustedAuthorities);

/// A request that carries its whole policy: no redirect is followed (Qt's default would carry the token to
/// another origin), HTTP/1.1 only, no cookies, no cache, no reuse of credentials, uploads not buffered.
QNetworkRequest policedRequest(const QUrl& url, const QSslConfiguration& tls);

} // namespace finhub::api
