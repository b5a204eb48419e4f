#pragma once

#include "core/id.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace finhub::sandbox {

/// Whoever a token speaks for.
struct Caller {
    SessionId session;
    UserId user;
    QString name;
    QStringList roles;
    bool isAdmin = false;
    CustomerId customer; ///< of a customer's token
    TenantId tenant;
};

/// What creating or refreshing a session gives out (2.1).
struct IssuedTokens {
    SessionId session;
    QByteArray token;
    QString refreshToken;
    QDateTime expiresAt;
};

/// Sessions and their tokens (2.1, 2.2, section 6): JWTs signed with a key drawn at start, so that a restart
/// ends all of them. One thread.
class Sessions {
public:
    explicit Sessions(std::chrono::seconds tokenTtl);

    std::chrono::seconds tokenTtl() const { return m_tokenTtl; }

    IssuedTokens open(Caller caller, const QDateTime& now);
    /// New tokens for the same session; nullopt when the refresh token is wrong, used or older than 24 h.
    std::optional<IssuedTokens> refresh(const SessionId& id, const QString& refreshToken,
                                        const QDateTime& now);
    /// The session's tokens are worth nothing from now on.
    void close(const SessionId& id) { m_sessions.remove(id); }
    /// The session, nullptr if there is none.
    const Caller* find(const SessionId& id) const;

    enum class TokenFault { Invalid, Expired };
    struct Verdict {
        std::optional<Caller> caller;
        TokenFault fault = TokenFault::Invalid;
        QDateTime expiredAt;
    };
    /// Whom a token speaks for now.
    Verdict check(const QByteArray& token, const QDateTime& now) const;

private:
    struct Session {
        Caller caller;
        QString refreshToken;
        QDateTime refreshUntil;
    };
    IssuedTokens issue(Session& session, const QDateTime& now);

    std::chrono::seconds m_tokenTtl;
    QByteArray m_key;
    QHash<SessionId, Session> m_sessions;
    QHash<QString, SessionId> m_tokens; ///< by `jti`
};

} // namespace finhub::sandbox
