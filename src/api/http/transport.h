#pragma once

#include "api/http/httpmessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace finhub::api {

class OneShotBody;

/// One request under way. Hands its answer over exactly once, from the event loop and with nothing of Qt's or
/// of this class left on the stack, so that the receiver may delete everything. Deleting the job aborts the
/// request; nobody is called.
class TransportJob final : public QObject {
public:
    using Receiver = std::function<void(RawAnswer)>;

    TransportJob(QNetworkAccessManager& manager, const QSslConfiguration& tls, RawRequest request,
                 Receiver receiver);
    ~TransportJob() override;

    /// Whether any byte of the request may have reached the server by now.
    bool anythingSent() const;

private:
    void noteReading();
    void readMore();
    bool takeBytes();
    void stop(TransportFault fault);
    void complete();

    QNetworkReply* m_reply = nullptr;
    OneShotBody* m_body = nullptr; ///< a child of the reply, since it has to outlive the reply's work
    QTimer m_deadline;
    Receiver m_receiver;
    SendProgress m_progress;
    qint64 m_bodyBytes = 0;
    bool m_readingNoted = false; ///< and still to be told
    RawAnswer m_answer;
    qint64 m_maxBytes = 0;
    bool m_requestSent = false;
    bool m_complete = false;
};

/// Puts requests on the wire over a network manager of its own. Deleting it drops the manager with every copy
/// of a token that Qt keeps in it (docs/architecture.md, "Secrets"); its jobs have to go first. GUI thread.
class Transport {
public:
    explicit Transport(const QByteArray& trustedAuthorities);
    ~Transport();

    std::unique_ptr<TransportJob> send(RawRequest request, TransportJob::Receiver receiver);

private:
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QSslConfiguration m_tls;
};

} // namespace finhub::api
