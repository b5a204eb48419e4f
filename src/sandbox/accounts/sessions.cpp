#include "sandbox/accounts/sessions.h"

#include "sandbox/accounts/accounts.h"
#include "sandbox/accounts/jwt.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <utility>

namespace finhub::sandbox {

namespace {
constexpr qint64 RefreshSeconds = 24 * 60 * 60;

QByteArray drawKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char*>(words.data()), qsizetype(sizeof(words))};
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}
} // namespace

Sessions::Sessions(std::chrono::seconds tokenTtl)
    : m_tokenTtl(tokenTtl)
    , m_key(drawKey())
{
}

IssuedTokens Sessions::open(Caller caller, const QDateTime& now)
{
    const SessionId id(freshId());
    caller.session = id;
    Session& session = m_sessions[id];
    session.caller = std::move(caller);
    return issue(session, now);
}

std::optional<IssuedTokens> Sessions::refresh(const SessionId& id, const QString& refreshToken,
                                              const QDateTime& now)
{
    const auto session = m_sessions.find(id);
    if (session == m_sessions.end() || session->refreshToken != refreshToken || now >= session->refreshUntil)
        return std::nullopt;
    return issue(*session, now);
}

const Caller* Sessions::find(const SessionId& id) const
{
    const auto session = m_sessions.constFind(id);
    return session == m_sessions.constEnd() ? nullptr : &session->caller;
}

Sessions::Verdict Sessions::check(const QByteArray& token, const QDateTime& now) const
{
    const auto claims = readJwt(token, m_key);
    if (!claims)
        return {};
    const auto session = m_sessions.constFind(m_tokens.value(textOf(claims->value("jti", Json()))));
    if (session == m_sessions.constEnd())
        return {};
    const QDateTime expiry = QDateTime::fromSecsSinceEpoch(claims->value("exp", qint64(0)), Qt::UTC);
    if (now >= expiry)
        return {std::nullopt, TokenFault::Expired, expiry};
    return {session->caller, TokenFault::Invalid, {}};
}

IssuedTokens Sessions::issue(Session& session, const QDateTime& now)
{
    const Caller& caller = session.caller;
    session.refreshToken = QStringLiteral("r-") + freshId();
    session.refreshUntil = now.addSecs(RefreshSeconds);
    const QString tokenId = freshId();
    m_tokens.insert(tokenId, caller.session);

    const qint64 issuedAt = now.toSecsSinceEpoch();
    const qint64 expiry = issuedAt + m_tokenTtl.count();
    const QString owner = caller.isAdmin ? sandboxOrganization().text() : caller.customer.text();
    const Json claims{{"iss", "bff"},
                      {"aud", "bff-clients"},
                      {"sub", jsonText(caller.user.text())},
                      {"iat", issuedAt},
                      {"exp", expiry},
                      {"tenantId", jsonText(caller.tenant.text())},
                      {"customerId", jsonText(owner)},
                      {"userId", jsonText(caller.user.text())},
                      {"userType", caller.isAdmin ? "ADMIN" : "CONSUMER"},
                      {"roles", jsonTexts(caller.roles)},
                      {"jti", jsonText(tokenId)}};
    return {caller.session, makeJwt(claims, m_key), session.refreshToken,
            QDateTime::fromSecsSinceEpoch(expiry, Qt::UTC)};
}

} // namespace finhub::sandbox
