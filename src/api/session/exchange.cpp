#include "api/session/exchange.h"

#include "api/codecs/errorcodec.h"
#include "api/http/requestheaders.h"
#include "api/http/workstationaddress.h"
#include "api/session/outcome.h"
#include "api/session/session.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
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
    wipe(m_request.body);
}

void Exchange::start()
{
    if (m_request.authorized && m_session->isRefreshing())
        m_session->refresh(this);
    else
        send();
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
    // A copy of its own: it is wiped when it has been sent, and W4 may need the body again.
    raw.body = QByteArray(m_request.body.constData(), m_request.body.size());
    raw.deadline = m_request.deadline;
    raw.maxBytes = m_request.maxBytes;
    m_clock.start();
    m_job = m_session->transport().send(std::move(raw),
                                        [this](RawAnswer answer) { received(std::move(answer)); });
}

void Exchange::received(RawAnswer answer)
{
    m_job.reset();
    log(answer);
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
    if (ok) {
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
    if (m_request.method != "GET" || m_repeats >= options.maxRepeats || !isRepeatable(answer))
        return false;
    std::chrono::milliseconds pause = std::min(options.firstPause * (1 << m_repeats), options.longestPause);
    if (const auto asked = readErrorAnswer(answer, options.now()).error.retryAfter) {
        if (*asked > options.longestPause)
            return false; // nobody waits that long in front of a placeholder; the error says how long
        pause = *asked;
    }
    // Up to a quarter more, so that the consoles of an office do not come back all at once.
    pause += pause * QRandomGenerator::global()->bounded(250) / 1000;
    ++m_repeats;
    m_pause.start(pause);
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
    m_session->leave(this);
    m_session = nullptr;
    wipe(m_request.body);
    // The receiver may delete this exchange.
    const Receiver receiver = std::exchange(m_receiver, {});
    receiver(std::move(outcome));
}

/// No id, no header, no body: what a log may keep (W5). A word that the contract does not know might be
/// anything.
void Exchange::log(const RawAnswer& answer) const
{
    QString word = answer.technical;
    if (answer.status >= 400) {
        const WireValue<ErrorWord> said = readErrorAnswer(answer, {}).error.word;
        word = said.isKnown() ? said.text() : QString();
    }
    qCInfo(finhubApi).noquote() << m_request.method << m_request.path.pattern() << answer.status
                                << m_clock.elapsed() << "ms" << word;
}

} // namespace finhub::api
