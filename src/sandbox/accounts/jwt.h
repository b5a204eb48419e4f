#pragma once

#include "sandbox/json.h"

#include <QByteArray>

#include <optional>

namespace finhub::sandbox {

/// A JSON Web Token signed with HS256 (2.1).
QByteArray makeJwt(const Json& claims, const QByteArray& key);
/// The claims of a token that this key has signed; nothing for any other text. Says nothing about `exp`.
std::optional<Json> readJwt(const QByteArray& token, const QByteArray& key);

} // namespace finhub::sandbox
