#pragma once

#include "api/finhub.h"

namespace finhub::api {

/// What a session creation or a refresh hands out.
struct SessionGrant {
    SessionInfo info;
    Secret token;
    Secret refreshToken; ///< empty when the server gives none
};

/// 2.1's body; tenant key and secret are sent when there are any. The caller wipes it.
QByteArray writeSignIn(const ConnectionProfile& profile, const SignInSecrets& secrets);
/// 2.2's body. The caller wipes it.
QByteArray writeRefresh(const Secret& refreshToken);
/// The answer of 2.1, 2.2 and 2.5. R11: where the token stands and when it expires. ErrorKind::BadAnswer when
/// there is no token, when it cannot be put into a header, or when it is said to be for another customer than
/// the given one (2.5; empty: an officer's session).
Result<SessionGrant> readSessionAnswer(const QByteArray& body, const ConnectionProfile& profile,
                                       const CustomerId& customer, const QDateTime& now);

/// 2.15's body.
QByteArray writeLoginReset(const UserId& user, const QString& reason);
/// 2.15's answer, which says no more than that it was done.
Result<Done> readLoginResetAnswer(const QByteArray& body);

/// Section 3's list; unknown names are ignored.
Result<QList<Extension>> readExtensions(const QByteArray& body);

} // namespace finhub::api
