#pragma once

#include "api/http/transport.h"
#include "api/session/apirequest.h"
#include "core/result.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace finhub::api {

class Session;

/// Carries one request through to its outcome: headers, transmission, the repetitions of W3, the one refresh
/// and repetition of W4, and what the answer means (outcome.h). Deleting it aborts everything.
class Exchange final : public QObject {
public:
    /// Gets a whole 2xx, or the error; once, last thing, from the event loop or from abandon().
    using Receiver = std::function<void(Result<RawAnswer>)>;

    Exchange(Session& session, ApiRequest request, Receiver receiver);
    ~Exchange() override;

    /// Once, unless the session has ended meanwhile; then nothing is sent.
    void start();
    /// For a body that was not there yet when the exchange was made.
    void start(RequestBody body);

    /// The session is over: ends at once with ErrorKind::SessionEnded, or with ErrorKind::OutcomeUnknown when
    /// a write is on its way.
    void abandon();

    /// The refresh that this exchange waited for is over.
    void refreshed(bool ok);

private:
    void send();
    void received(RawAnswer answer);
    void received401(const RawAnswer& answer);
    bool repeatLater(const RawAnswer& answer);
    void finish(Result<RawAnswer> outcome);
    void note(const RawAnswer& answer) const;

    Session* m_session; ///< null once finished
    ApiRequest m_request;
    Receiver m_receiver;
    std::unique_ptr<TransportJob> m_job;
    QTimer m_pause;
    QElapsedTimer m_clock;
    QDateTime m_sentAt;
    int m_repeats = 0;
    int m_generation = -1; ///< of the token that was sent last
    bool m_repeatedAfter401 = false;
    RawAnswer m_refusal; ///< the 401 that a refresh was tried for
};

} // namespace finhub::api
