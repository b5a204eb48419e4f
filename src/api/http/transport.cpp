#include "api/http/transport.h"

#include "api/http/oneshotbody.h"
#include "api/http/requestpolicy.h"
#include "api/http/tlsreason.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>
#include <utility>

namespace finhub::api {

namespace {
/// Of the body of an error status: it is parsed on the GUI thread, and nobody is shown more of it than its
/// words.
constexpr qint64 MaxErrorBytes = 64 * 1024;

QString nameOf(QNetworkReply::NetworkError error)
{
    const char* name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return name ? QLatin1String(name) : QString::number(error);
}

/// What a Qt error means where there is no status, or beside a 2xx.
TransportFault faultOf(QNetworkReply::NetworkError error, bool sent)
{
    switch (error) {
    case QNetworkReply::NoError:
        return TransportFault::None;
    case QNetworkReply::SslHandshakeFailedError:
        return sent ? TransportFault::Lost : TransportFault::Tls;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return TransportFault::Garbled;
    default: // Qt may add errors: whatever they are, the connection did not do its work.
        return sent ? TransportFault::Lost : TransportFault::Unreachable;
    }
}

std::unique_ptr<QNetworkAccessManager> newManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    // Straight to the server that the profile names, whatever proxy the rest of the desktop uses.
    manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}
} // namespace

TransportJob::TransportJob(Transport& transport, RawRequest request, Receiver receiver)
    : m_transport(transport)
    , m_request(std::move(request))
    , m_receiver(std::move(receiver))
    , m_progress(std::move(m_request.progress))
    , m_bodyBytes(m_request.body.size())
    , m_maxBytes(m_request.maxBytes)
{
    // Qt's own transfer timeout is an idle limit: one byte a second passes it for ever.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(TransportFault::Timeout); });
    m_deadline.start(m_request.deadline);
    m_transport.enter(*this);
}

void TransportJob::begin(QNetworkAccessManager& manager)
{
    // The headers hold the token: they are not kept for longer than this.
    const RawRequest request = std::exchange(m_request, {});
    QNetworkRequest wire = policedRequest(request.url, m_transport.m_tls);
    for (const auto& [name, value] : request.headers)
        wire.setRawHeader(name, value);

    if (request.body.isEmpty()) {
        m_reply = manager.sendCustomRequest(wire, request.method);
    } else {
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        m_body = new OneShotBody(request.body);
        if (m_progress)
            m_body->setReadNote([this] { noteReading(); });
        m_reply = manager.sendCustomRequest(wire, request.method, m_body);
        m_body->setParent(m_reply);
    }
    if (!m_transport.m_trust.pins.isEmpty())
        connect(m_reply, &QNetworkReply::encrypted, this, &TransportJob::checkKey);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_answer.tls = tlsFaultOf(errors); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &TransportJob::readMore);
    connect(m_reply, &QNetworkReply::readyRead, this, &TransportJob::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &TransportJob::complete);
}

TransportJob::~TransportJob()
{
    if (m_body) {
        m_body->withdraw();
        m_body->setReadNote({});
    }
    // Deleting a reply ends its request. Later, since this may be running inside one of its signals.
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
    }
    m_transport.leave(*this);
}

/// Qt holds the connection until this returns (a blocking signal from its thread), and has sent nothing yet.
void TransportJob::checkKey()
{
    const QByteArray certificate = m_reply->sslConfiguration().peerCertificate().toDer();
    if (m_transport.m_trust.pins.contains(publicKeyPin(certificate)))
        return;
    m_answer.tls = TlsFault::OtherKey;
    stop(TransportFault::Tls);
    m_reply->abort();
}

bool TransportJob::anythingSent() const
{
    return m_requestSent || m_answer.status != 0 || (m_body && m_body->wasRead());
}

// Qt's own progress counts in pieces of its buffer when the body cannot go back. Told from the event loop and
// once for all the readings of a turn, since whoever hears of it may delete this.
void TransportJob::noteReading()
{
    if (std::exchange(m_readingNoted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readingNoted = false;
            const SendProgress progress = m_complete ? SendProgress() : m_progress;
            if (progress)
                progress(m_body->bytesRead(), m_bodyBytes);
        },
        Qt::QueuedConnection);
}

void TransportJob::readMore()
{
    if (!m_complete && !takeBytes())
        stop(TransportFault::TooLarge);
}

bool TransportJob::takeBytes()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool refusal = m_answer.status != 0 && !m_answer.isSuccess();
    const qint64 limit = refusal ? std::min(m_maxBytes, MaxErrorBytes) : m_maxBytes;
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > limit || m_answer.body.size() + m_reply->bytesAvailable() > limit)
        return false;
    m_answer.body.append(m_reply->readAll());
    return true;
}

void TransportJob::stop(TransportFault fault)
{
    if (m_complete)
        return;
    m_answer.fault = fault;
    if (m_reply)
        m_reply->disconnect(this);
    else
        m_transport.leave(*this); // never to begin any more
    // Until the reply is deleted it could still fetch a body that was said not to have been sent.
    if (m_body)
        m_body->withdraw();
    complete();
}

void TransportJob::complete()
{
    if (m_complete)
        return;
    if (m_answer.fault == TransportFault::None && !takeBytes())
        m_answer.fault = TransportFault::TooLarge;
    m_complete = true;
    m_deadline.stop();
    if (m_reply)
        describe();
    QMetaObject::invokeMethod(
        this,
        [this] {
            // The receiver may delete this job.
            const Receiver receiver = std::exchange(m_receiver, {});
            receiver(std::move(m_answer));
        },
        Qt::QueuedConnection);
}

/// What the reply says beside its bytes.
void TransportJob::describe()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        m_answer.headers.append({name, value});
    m_answer.sent = anythingSent();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error != QNetworkReply::NoError)
        m_answer.technical = nameOf(error);
    // An error status is itself reported as an error. Beside a 2xx an error means that the body is not whole.
    if (m_answer.fault == TransportFault::None && (m_answer.status == 0 || m_answer.isSuccess()))
        m_answer.fault = faultOf(error, m_answer.sent);
    if (m_answer.fault == TransportFault::Tls && m_answer.tls == TlsFault::Unknown)
        m_answer.tls = tlsFaultOf(m_reply->errorString());
}

Transport::Transport(ServerTrust trust)
    : m_trust(std::move(trust))
    , m_tls(tlsConfiguration(m_trust.authorities))
    , m_shared(m_trust.pins.isEmpty() ? newManager() : nullptr)
{
}

Transport::~Transport() = default;

std::unique_ptr<TransportJob> Transport::send(RawRequest request, TransportJob::Receiver receiver)
{
    return std::make_unique<TransportJob>(*this, std::move(request), std::move(receiver));
}

void Transport::enter(TransportJob& job)
{
    if (m_shared) {
        job.begin(*m_shared);
        return;
    }
    if (m_lines.size() >= MaxConnections) {
        m_waiting.push_back(&job);
        return;
    }
    m_lines.push_back({&job, newManager()});
    job.begin(*m_lines.back().manager);
}

void Transport::leave(TransportJob& job)
{
    std::erase(m_waiting, &job);
    const auto line =
        std::find_if(m_lines.begin(), m_lines.end(), [&job](const Line& one) { return one.job == &job; });
    if (line == m_lines.end())
        return;
    // Later, since this may be running inside a signal of its reply.
    line->manager.release()->deleteLater();
    m_lines.erase(line);
    if (m_waiting.empty())
        return;
    TransportJob& next = *m_waiting.front();
    m_waiting.pop_front();
    enter(next);
}

} // namespace finhub::api
