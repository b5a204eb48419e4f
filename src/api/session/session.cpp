#include "api/session/session.h"

#include "api/http/requestheaders.h"
#include "api/http/workstationaddress.h"
#include "api/session/exchange.h"

#include <algorithm>
#include <utility>

namespace finhub::api {

namespace {
/// How long before its end a session is refreshed. One that is shorter is refreshed when a call is refused.
constexpr std::chrono::milliseconds RefreshAhead = std::chrono::seconds(90);
constexpr std::chrono::milliseconds LongestWatch = std::chrono::hours(24);

/// What the profile says about its server, else what the program was started with.
ServerTrust trustOf(const ConnectionProfile& profile, const ClientOptions& options)
{
    ServerTrust trust = profile.trust;
    if (trust.authorities.isEmpty())
        trust.authorities = options.trustedAuthorities;
    return trust;
}
} // namespace

Session::Session(ConnectionProfile profile, const ClientOptions& options, CustomerId customer)
    : m_profile(std::move(profile))
    , m_options(options)
    , m_customer(std::move(customer))
    , m_transport(std::make_unique<Transport>(trustOf(m_profile, options)))
{
    m_early.setSingleShot(true);
    connect(&m_early, &QTimer::timeout, this, &Session::refreshAhead);
}

Session::~Session()
{
    abandonAll();
}

void Session::begin(SessionGrant grant)
{
    m_credentials.setTokens(std::move(grant.token), std::move(grant.refreshToken));
    m_opening = std::move(grant.info);
    watchExpiry(*m_opening);
}

void Session::open(const QList<Extension>& extensions)
{
    m_extensions = QSet<Extension>(extensions.begin(), extensions.end());
    m_info = std::exchange(m_opening, std::nullopt);
    m_wasOpened = true;
    Q_EMIT opened();
}

void Session::markAbsent(Extension extension)
{
    if (m_extensions.remove(extension))
        Q_EMIT extensionsChanged();
}

Result<RequestPath> Session::sessionsPath() const
{
    if (isCustomers())
        return RequestPath::of("/api/v2.1/customer/individual/{}/users/{}/sessions",
                               {m_customer.text(), m_profile.userId.text()});
    return RequestPath::of("/api/v2.1/admin/organization/{}/users/{}/sessions",
                           {m_profile.organizationId.text(), m_profile.userId.text()});
}

Result<RequestPath> Session::ownPath() const
{
    const std::optional<SessionInfo>& info = m_opening ? m_opening : m_info;
    const QString id = info ? info->id.text() : QString();
    if (isCustomers())
        return RequestPath::of("/api/v2.1/customer/individual/{}/users/{}/sessions/{}",
                               {m_customer.text(), m_profile.userId.text(), id});
    return RequestPath::of("/api/v2.1/admin/organization/{}/users/{}/sessions/{}",
                           {m_profile.organizationId.text(), m_profile.userId.text(), id});
}

/// By the clock of this computer: where it is wrong, the refresh comes too late or not at all, and W4 applies.
void Session::watchExpiry(const SessionInfo& info)
{
    using std::chrono::milliseconds;
    const milliseconds left(m_options.now().msecsTo(info.expiresAt) - RefreshAhead.count());
    m_early.stop();
    if (left > milliseconds::zero() && m_credentials.hasRefreshToken())
        m_early.start(std::min(left, LongestWatch));
}

void Session::refreshAhead()
{
    if (m_refresh || !m_info)
        return;
    // A timer does not reach farther than some weeks, and sleeps with the computer.
    if (m_options.now().addMSecs(RefreshAhead.count()) < m_info->expiresAt)
        watchExpiry(*m_info);
    else
        static_cast<void>(sendRefresh());
}

void Session::refresh(Exchange* waiting)
{
    m_waiting.emplace_back(waiting);
    if (m_refresh || sendRefresh())
        return;
    // Impossible: the exchanges hear of it from the event loop, like of every other outcome.
    QMetaObject::invokeMethod(
        this, [this] { finishRefresh(failure(Error::of(ErrorKind::SessionEnded))); }, Qt::QueuedConnection);
}

bool Session::sendRefresh()
{
    Result<RequestPath> path = ownPath();
    if (!path || !m_credentials.hasRefreshToken())
        return false;
    ApiRequest request;
    request.method = "PUT";
    request.path = std::move(*path);
    request.body = writeRefresh(m_credentials.refreshToken());
    request.effect = Effect::Write;
    request.authorized = false;
    request.deadline = m_options.callDeadline;
    request.maxBytes = m_options.maxAnswerBytes;
    m_refresh = std::make_unique<Exchange>(
        *this, std::move(request), [this](const Result<RawAnswer>& answer) { finishRefresh(answer); });
    m_refresh->start();
    return true;
}

void Session::finishRefresh(const Result<RawAnswer>& answer)
{
    const std::unique_ptr<Exchange> over = std::exchange(m_refresh, nullptr);
    const std::vector<QPointer<Exchange>> waiting = std::exchange(m_waiting, {});
    Result<SessionGrant> grant = failure(Error());
    if (answer) {
        grant = readSessionAnswer(answer->body, m_profile, m_customer, m_options.now());
        QByteArray body = answer->body;
        wipe(body);
    }
    if (grant) {
        m_credentials.setTokens(std::move(grant->token), std::move(grant->refreshToken));
        ++m_generation;
        std::optional<SessionInfo>& info = m_opening ? m_opening : m_info;
        if (info) {
            info->expiresAt = grant->info.expiresAt;
            watchExpiry(*info);
            // What the officer may do can have changed since; the server decides in any case.
            if (!grant->info.roles.isEmpty())
                info->roles = grant->info.roles;
        }
        if (m_info)
            Q_EMIT refreshed();
    }
    for (const QPointer<Exchange>& exchange : waiting) {
        if (exchange)
            exchange->refreshed(grant.has_value());
    }
}

void Session::expire()
{
    if (!m_info)
        return;
    m_info.reset();
    m_early.stop();
    m_credentials.clear();
    Q_EMIT expired();
    abandonAll();
}

std::optional<Session::Parting> Session::part()
{
    abandonAll();
    std::optional<Parting> parting;
    const Result<RequestPath> path = ownPath();
    if (path && m_credentials.hasToken()) {
        const HeaderSources sources{
            m_options, m_profile.tenantId,  &m_credentials.token(), "application/json",
            false,     workstationAddress()};
        if (Result<HeaderList> headers = requestHeaders(sources, {})) {
            parting.emplace();
            parting->transport = std::move(m_transport);
            parting->request.method = "DELETE";
            parting->request.url = path->on(m_profile.baseUrl);
            parting->request.headers = std::move(*headers);
            parting->request.deadline = m_options.farewellDeadline;
            parting->request.maxBytes = m_options.maxAnswerBytes;
        }
    }
    m_early.stop();
    m_credentials.clear();
    m_opening.reset();
    m_info.reset();
    return parting;
}

void Session::noteReachable(const RawAnswer& answer)
{
    // A connection that broke off later did reach the server.
    Q_EMIT reachable(answer.status != 0 || answer.fault == TransportFault::Lost ||
                     answer.fault == TransportFault::Garbled);
}

void Session::abandonAll()
{
    m_waiting.clear();
    m_refresh.reset(); // leaves by itself and tells nobody
    const QSet<Exchange*> exchanges = m_exchanges;
    for (Exchange* exchange : exchanges) {
        // One receiver may have deleted the next exchange.
        if (m_exchanges.contains(exchange))
            exchange->abandon();
    }
}

} // namespace finhub::api
