#include "api/httpfinhub.h"

#include "api/httpfinhub_p.h"
#include "api/session/signin.h"

#include <QPointer>

#include <utility>

namespace finhub::api {

HttpFinHub::HttpFinHub(ClientOptions options, QObject* parent)
    : FinHub(parent)
    , m_d(std::make_unique<Private>(*this, std::move(options)))
{
}

// The calls under way are completed first, then the session drops its network manager. It is taken out
// before, so that nobody who hears of it finds half a session.
HttpFinHub::~HttpFinHub()
{
    const std::unique_ptr<Session> last = std::exchange(m_d->session, nullptr);
    const std::unique_ptr<Session> customer = std::exchange(m_d->customer, nullptr);
}

CallPtr<SessionInfo> HttpFinHub::signIn(const ConnectionProfile& profile, SignInSecrets secrets)
{
    m_d->leaveSession(m_d->session && !m_d->session->info() ? SessionEnd::Expired : SessionEnd::SignedOut,
                      nullptr);
    if (api::faultOf(profile) != ProfileFault::None)
        return Private::failed<SessionInfo>(refused("profile"));

    Session& session = m_d->newSession(profile);
    auto call = std::make_unique<Call<SessionInfo>>();
    // A sign-in that fails or is dropped takes its session with it, with whatever it has been handed out.
    const auto abandonSession = [client = QPointer<HttpFinHub>(this), own = QPointer<Session>(&session)] {
        if (client && client->m_d->isCurrent(own))
            client->m_d->leaveSession(SessionEnd::SignedOut, nullptr);
    };
    call->setWork(std::make_unique<SignIn>(
        session, writeSignIn(profile, secrets),
        [this, target = call.get(), abandonSession](const Result<Done>& outcome) {
            if (outcome) {
                target->finishLater(*m_d->session->info());
                return;
            }
            abandonSession();
            target->finishLater(failure(outcome.error()));
        },
        abandonSession));
    return call;
}

CallPtr<Done> HttpFinHub::signOut()
{
    auto call = std::make_unique<Call<Done>>();
    m_d->leaveSession(SessionEnd::SignedOut, call.get());
    m_d->endSuspension();
    return call;
}

CallPtr<Done> HttpFinHub::suspend()
{
    auto call = std::make_unique<Call<Done>>();
    m_d->leaveSession(SessionEnd::Expired, call.get());
    return call;
}

const std::optional<SessionInfo>& HttpFinHub::session() const
{
    static const std::optional<SessionInfo> none;
    return m_d->session ? m_d->session->info() : none;
}

const ConnectionProfile& HttpFinHub::profile() const
{
    return m_d->profile;
}

bool HttpFinHub::offers(Extension extension) const
{
    return m_d->session && m_d->session->info() && m_d->session->offers(extension);
}

CallPtr<SessionInfo> HttpFinHub::signInCustomer(CustomerLogin login)
{
    m_d->leaveCustomer();
    if (const auto error = m_d->obstacle())
        return Private::failed<SessionInfo>(*error);
    if (!login.customerId.isValid() || !login.userId.isValid())
        return Private::failed<SessionInfo>(refused(login.userId.isValid() ? "customerId" : "userId"));
    if (login.username.isEmpty() || login.password.isEmpty())
        return Private::failed<SessionInfo>(refused(login.username.isEmpty() ? "username" : "password"));

    Session& session = m_d->newCustomerSession(login.customerId, login.userId, login.username);
    auto call = std::make_unique<Call<SessionInfo>>();
    const auto abandonSession = [client = QPointer<HttpFinHub>(this), own = QPointer<Session>(&session)] {
        if (client && client->m_d->isCurrent(own))
            client->m_d->leaveCustomer();
    };
    call->setWork(std::make_unique<SignIn>(
        session, writeSignIn(session.profile(), {std::move(login.password), {}, {}}),
        [this, target = call.get(), abandonSession](const Result<Done>& outcome) {
            if (outcome) {
                target->finishLater(*m_d->customer->info());
                return;
            }
            abandonSession();
            target->finishLater(failure(outcome.error()));
        },
        abandonSession));
    return call;
}

void HttpFinHub::leaveCustomer()
{
    m_d->leaveCustomer();
}

const std::optional<CustomerSession>& HttpFinHub::customerSession() const
{
    const Session* theirs = session() ? m_d->customer.get() : nullptr;
    m_d->shownCustomer.reset();
    if (theirs && theirs->info())
        m_d->shownCustomer = CustomerSession{theirs->customer(), *theirs->info()};
    return m_d->shownCustomer;
}

const CallLog& HttpFinHub::callLog() const
{
    return m_d->callLog;
}

} // namespace finhub::api
