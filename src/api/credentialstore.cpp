#include "api/credentialstore.h"

#include <utility>

namespace finhub::api {

void CredentialStore::setTokens(Secret token, Secret refreshToken)
{
    m_token = std::move(token);
    m_refreshToken = std::move(refreshToken);
}

void CredentialStore::clear()
{
    m_token.clear();
    m_refreshToken.clear();
}

} // namespace finhub::api
