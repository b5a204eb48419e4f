#include "api/session/signin.h"

#include "api/session/outcome.h"
#include "api/session/session.h"

#include <utility>

namespace finhub::api {

SignIn::SignIn(Session& session, RequestBody body, Receiver receiver, std::function<void()> dropped)
    : m_session(&session)
    , m_receiver(std::move(receiver))
    , m_dropped(std::move(dropped))
{
    createSession(std::move(body));
}

SignIn::~SignIn()
{
    m_exchange.reset();
    if (m_receiver)
        m_dropped();
}

void SignIn::createSession(RequestBody body)
{
    const ClientOptions& options = m_session->options();
    ApiRequest request;
    request.method = "POST";
    request.path = *m_session->sessionsPath();
    request.body = std::move(body);
    // It creates a session, but a lost one is worth nothing to anybody: a failure is told as a failure.
    request.effect = Effect::Read;
    request.authorized = false;
    request.deadline = options.callDeadline;
    request.maxBytes = options.maxAnswerBytes;
    m_exchange = std::make_unique<Exchange>(*m_session, std::move(request), [this](Result<RawAnswer> answer) {
        if (!answer) {
            finish(failure(answer.error()));
            return;
        }
        Result<SessionGrant> grant = readSessionAnswer(answer->body, m_session->profile(),
                                                       m_session->customer(), m_session->options().now());
        wipe(answer->body);
        if (!grant) {
            Error error = unreadable(grant.error(), Effect::Read, answer->status);
            error.asCustomer = m_session->isCustomers();
            finish(failure(std::move(error)));
            return;
        }
        m_session->begin(std::move(*grant));
        if (m_session->isCustomers()) {
            m_session->open({});
            finish(Done());
        } else {
            discover();
        }
    });
    m_exchange->start();
}

void SignIn::discover()
{
    const ClientOptions& options = m_session->options();
    ApiRequest request;
    request.method = "GET";
    request.path = *RequestPath::of("/api/v2.1/extensions", {});
    request.deadline = options.callDeadline;
    request.maxBytes = options.maxAnswerBytes;
    m_exchange =
        std::make_unique<Exchange>(*m_session, std::move(request), [this](const Result<RawAnswer>& answer) {
            Result<QList<Extension>> extensions =
                answer ? readExtensions(answer->body) : Result<QList<Extension>>(failure(answer.error()));
            // Section 3: 404 means none, and so does any other 4xx that remains after W4.
            const int status = answer ? 0 : answer.error().status;
            if (status >= 400 && status <= 499 && status != 408 && status != 429)
                extensions = QList<Extension>();
            if (!extensions) {
                finish(failure(extensions.error()));
                return;
            }
            m_session->open(*extensions);
            finish(Done());
        });
    m_exchange->start();
}

void SignIn::finish(const Result<Done>& outcome)
{
    const Receiver receiver = std::exchange(m_receiver, {});
    receiver(outcome);
}

} // namespace finhub::api
