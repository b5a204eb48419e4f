#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace finhub::test {

/// Receives webhooks on a real socket of this machine, on threads of its own.
class WebhookReceiver {
public:
    enum class Security { Plain, Tls };
    explicit WebhookReceiver(Security security = Security::Plain);
    /// Lets go of everybody who is held.
    ~WebhookReceiver();

    struct Received {
        QString path;
        QMap<QString, QString> headers; ///< names in lower case
        QByteArray body;
    };

    QString url(const QString& path = QStringLiteral("/hook")) const;

    /// The statuses of the next answers, in turn; after them it is 200 with the body `OK`.
    void answerNext(const QList<int>& statuses);
    /// The body of all answers from now on.
    void answerWith(const QByteArray& body);
    /// From now on a request is received but not answered until release().
    void hold();
    /// As hold(), but a piece of an answer arrives ever again.
    void drip();
    void release();

    QList<Received> received() const;
    qsizetype count() const { return received().size(); }

private:
    enum class Manner { Answer, Hold, Drip };
    void receive(const httplib::Request& request, httplib::Response& response);

    std::unique_ptr<httplib::Server> m_server;
    QString m_scheme;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    Manner m_manner = Manner::Answer;
    QList<int> m_statuses;
    QByteArray m_body{"OK"};
    QList<Received> m_received;
    std::thread m_thread;
};

} // namespace finhub::test
