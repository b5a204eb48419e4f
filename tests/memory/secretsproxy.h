#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QUrl>

#include <memory>
#include <thread>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace finhub::test {

/// Stands between a console and a sandbox and gives every session a token and a refresh token of a length that the
/// test wants, and takes a password of the test's for the officer's, so that it knows every secret that the console
/// has held. It also notes what names each customer whose page the console has read.
class SecretsProxy {
public:
    /// The sandbox runs. `password` is the officer's there, `shown` what the console has to send.
    SecretsProxy(const QUrl& sandbox, QByteArray password, QByteArray shown, qsizetype secretLength);
    ~SecretsProxy();
    SecretsProxy(const SecretsProxy&) = delete;
    SecretsProxy& operator=(const SecretsProxy&) = delete;

    int port() const { return m_port; }
    /// Every token and refresh token that was handed out, and the password.
    QByteArrayList secrets() const;
    /// Every e-mail address of a customer who was opened.
    QByteArrayList canaries() const;
    /// While set, every token is refused and cannot be renewed.
    void setRefusing(bool refusing);

    static QByteArray random(qsizetype length);

private:
    void forward(const httplib::Request& request, httplib::Response& response);
    QByteArray shown(QByteArray answer);

    QUrl m_sandbox;
    QByteArray m_password;
    QByteArray m_shownPassword;
    qsizetype m_secretLength;
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_realOf;
    QSet<QByteArray> m_canaries;
    bool m_refusing = false;
    int m_port = 0;
    std::unique_ptr<httplib::Server> m_server;
    std::thread m_thread;
};

} // namespace finhub::test
