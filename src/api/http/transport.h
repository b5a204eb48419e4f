#pragma once

#include "api/http/httpmessage.h"
#include "api/servertrust.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace finhub::api {

class OneShotBody;
class Transport;

/// One request under way. Hands its answer over exactly once, from the event loop and with nothing of Qt's or
/// of this class left on the stack, so that the receiver may delete everything. Deleting the job aborts the
/// request; nobody is called.
class TransportJob final : public QObject {
public:
    using Receiver = std::function<void(RawAnswer)>;

    TransportJob(Transport& transport, RawRequest request, Receiver receiver);
    ~TransportJob() override;

    /// Whether any byte of the request may have reached the server by now.
    bool anythingSent() const;

private:
    friend class Transport;

    void begin(QNetworkAccessManager& manager);
    void checkKey();
    void noteReading();
    void readMore();
    bool takeBytes();
    void stop(TransportFault fault);
    void complete();
    void describe();

    Transport& m_transport;
    RawRequest m_request;             ///< until it begins
    QNetworkReply* m_reply = nullptr; ///< null while it waits for a connection
    OneShotBody* m_body = nullptr;    ///< a child of the reply, since it has to outlive the reply's work
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

/// Puts requests on the wire over network managers of its own. Deleting it drops them with every copy of a
/// token that Qt keeps in them (docs/architecture.md, "Secrets"); its jobs have to go first. GUI thread.
///
/// With a pinned key every request has a manager and a connection to itself: Qt tells of a handshake only
/// when a request is waiting for it, and opens connections ahead whose handshake nobody hears of.
class Transport {
public:
    /// As many as Qt has for one host.
    static constexpr std::size_t MaxConnections = 6;

    explicit Transport(ServerTrust trust);
    ~Transport();

    std::unique_ptr<TransportJob> send(RawRequest request, TransportJob::Receiver receiver);

private:
    friend class TransportJob;

    /// One request that is under way on a manager of its own.
    struct Line {
        TransportJob* job;
        std::unique_ptr<QNetworkAccessManager> manager;
    };

    void enter(TransportJob& job);
    void leave(TransportJob& job);

    const ServerTrust m_trust;
    const QSslConfiguration m_tls;
    std::unique_ptr<QNetworkAccessManager> m_shared; ///< null with a pinned key
    std::vector<Line> m_lines;
    std::deque<TransportJob*> m_waiting;
};

} // namespace finhub::api
