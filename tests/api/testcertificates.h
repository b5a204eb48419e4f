#pragma once

#include <QByteArray>
#include <QSslConfiguration>

namespace finhub::test {

/// A file of tests/data/tls, all of which its script makes.
QByteArray tlsFile(const QByteArray& name);

/// How a server shows this certificate ("good", "expired", ...). `key` is "server" or "other".
QSslConfiguration tlsServer(const QByteArray& certificate, const QByteArray& key = "server");

/// The same, restricted to versions and ciphers of OpenSSL's names that nobody offers any more.
QSslConfiguration oldTlsServer(const QByteArray& protocol, const QByteArray& ciphers);

/// A client that talks to anybody in any old way: the proof that such a server works.
QSslConfiguration carelessClient();

} // namespace finhub::test
