#pragma once

#include "core/id.h"
#include "core/values.h"

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace finhub::api {

/// What a session token says about itself, for display and for the clock of the session only: the signature
/// is the server's business and is never verified here (2.1).
struct JwtClaims {
    QDateTime issuedAt;  ///< `iat`; invalid when absent
    QDateTime expiresAt; ///< `exp`; invalid when absent
    UserId userId;
    QString name;
    QList<WireValue<Role>> roles;
};

/// nullopt when the token is not a JWT that can be read.
std::optional<JwtClaims> readJwtClaims(QByteArrayView token);

} // namespace finhub::api
