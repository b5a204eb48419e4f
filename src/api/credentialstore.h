#pragma once

#include "core/secret.h"

namespace finhub::api {

/// Where the secrets of the session live, and nowhere else: in memory, each a Secret. Belongs to the client;
/// GUI thread.
class CredentialStore {
public:
    void setTokens(Secret token, Secret refreshToken);
    bool hasToken() const { return !m_token.isEmpty(); }
    bool hasRefreshToken() const { return !m_refreshToken.isEmpty(); }
    const Secret& token() const { return m_token; }
    const Secret& refreshToken() const { return m_refreshToken; }
    /// Wipes everything.
    void clear();

private:
    Secret m_token;
    Secret m_refreshToken;
};

} // namespace finhub::api
