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
    const auto abandonSession = [client = QPointer<HttpFinHub>(this), serial = m_d->serial()] {
        if (client && client->m_d->isCurrent(serial))
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

CallPtr<SessionInfo> HttpFinHub::signInCustomer(CustomerLogin)
{
    return Private::failed<SessionInfo>(refused("not built"));
}

void HttpFinHub::leaveCustomer() {}

const std::optional<CustomerSession>& HttpFinHub::customerSession() const
{
    static const std::optional<CustomerSession> none;
    return none;
}

const CallLog& HttpFinHub::callLog() const
{
    static const CallLog none;
    return none;
}

} // namespace finhub::api
