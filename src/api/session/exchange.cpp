#include "api/session/exchange.h"

#include "api/codecs/errorcodec.h"
#include "api/http/requestheaders.h"
#include "api/http/workstationaddress.h"
#include "api/session/outcome.h"
#include "api/session/recordof.h"
#include "api/session/repetition.h"
#include "api/session/session.h"

#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(finhubApi, "finhub.api", QtInfoMsg)

namespace finhub::api {

Exchange::Exchange(Session& session, ApiRequest request, Receiver receiver)
    : m_session(&session)
    , m_request(std::move(request))
    , m_receiver(std::move(receiver))
{
    m_session->enter(this);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Exchange::send);
}

Exchange::~Exchange()
{
    if (m_session)
        m_session->leave(this);
}

void Exchange::start()
{
    if (!m_session)
        return;
    if (m_request.authorized && m_session->isRefreshing())
        m_session->refresh(this);
    else
        send();
}

void Exchange::start(RequestBody body)
{
    m_request.body = std::move(body);
    start();
}

void Exchange::send()
{
    m_generation = m_session->generation();
    const HeaderSources sources{m_session->options(),
                                m_session->profile().tenantId,
                                m_request.authorized ? &m_session->credentials().token() : nullptr,
                                m_request.accept,
                                !m_request.body.isEmpty(),
                                workstationAddress()};
    Result<HeaderList> headers = requestHeaders(sources, m_request.further);
    if (!headers) {
        // Known at once, but never told inside the function that starts the call.
        QMetaObject::invokeMethod(
            this, [this, error = headers.error()] { finish(failure(error)); }, Qt::QueuedConnection);
        return;
    }
    RawRequest raw;
    raw.method = m_request.method;
    raw.url = m_request.path.on(m_session->profile().baseUrl);
    raw.headers = std::move(*headers);
    raw.body = m_request.body;
    raw.progress = m_request.progress;
    raw.deadline = m_request.deadline;
    raw.maxBytes = m_request.maxBytes;
    m_clock.start();
    m_sentAt = m_session->options().now();
    m_job = m_session->transport().send(std::move(raw),
                                        [this](RawAnswer answer) { received(std::move(answer)); });
}

void Exchange::received(RawAnswer answer)
{
    m_job.reset();
    note(answer);
    m_session->noteReachable(answer);

    if (answer.status == 401 && m_request.authorized) {
        received401(answer);
        return;
    }
    if (m_request.ownRoute != Extension::Unknown && saysAbsent(answer)) {
        m_session->markAbsent(m_request.ownRoute);
        Error error = Error::of(ErrorKind::NotOffered);
        error.status = answer.status;
        error.extension = m_request.ownRoute;
        finish(failure(std::move(error)));
        return;
    }
    if (repeatLater(answer))
        return;
    if (std::optional<Error> error = failureOf(answer, m_request.effect, m_session->options().now()))
        finish(failure(std::move(*error)));
    else
        finish(std::move(answer));
}

/// W4. A 401 says that the request was not carried out, so even a write may be repeated, once.
void Exchange::received401(const RawAnswer& answer)
{
    m_refusal = answer;
    if (m_repeatedAfter401) {
        refreshed(false);
        return;
    }
    m_repeatedAfter401 = true;
    if (m_generation != m_session->generation())
        send(); // somebody else's refresh was faster than this answer
    else
        m_session->refresh(this);
}

void Exchange::refreshed(bool ok)
{
    if (!m_session)
        return;
    // Who has only waited for a refresh ahead of the end has not been refused.
    if (ok || !m_repeatedAfter401) {
        send();
        return;
    }
    // While the session is being opened a refused discovery is an answer like any other (section 3).
    if (m_session->isOpening()) {
        finish(failure(readErrorAnswer(m_refusal, m_session->options().now()).error));
        return;
    }
    m_session->expire(); // abandons this exchange with all others
}

/// W3, R20.
bool Exchange::repeatLater(const RawAnswer& answer)
{
    const ClientOptions& options = m_session->options();
    if (m_request.method != "GET" || !isRepeatable(answer))
        return false;
    const auto pause =
        pauseBefore(m_repeats, readErrorAnswer(answer, options.now()).error.retryAfter, options);
    if (!pause)
        return false;
    ++m_repeats;
    m_pause.start(*pause);
    return true;
}

void Exchange::abandon()
{
    const bool unknown = m_request.effect == Effect::Write && m_job && m_job->anythingSent();
    m_job.reset();
    m_pause.stop();
    finish(failure(Error::of(unknown ? ErrorKind::OutcomeUnknown : ErrorKind::SessionEnded)));
}

void Exchange::finish(Result<RawAnswer> outcome)
{
    if (!m_session)
        return;
    if (!outcome)
        outcome.error().asCustomer = m_session->isCustomers();
    m_session->leave(this);
    m_session = nullptr;
    m_request.body = {};
    // The receiver may delete this exchange.
    const Receiver receiver = std::exchange(m_receiver, {});
    receiver(std::move(outcome));
}

/// For the call log, and without the ids for the program's log: no header, no body (W5).
void Exchange::note(const RawAnswer& answer) const
{
    CallRecord record = recordOf(m_request.method, m_request.path.withIds(), answer);
    record.at = m_sentAt;
    record.duration = std::chrono::milliseconds(m_clock.elapsed());
    record.asCustomer = m_session->isCustomers();
    qCInfo(finhubApi).noquote() << m_request.method << m_request.path.pattern() << answer.status
                                << record.duration.count() << "ms"
                                << (answer.status >= 400 ? record.word.text() : record.technical);
    m_session->noteTransmission(record);
}

} // namespace finhub::api
