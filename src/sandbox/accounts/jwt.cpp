#include "sandbox/accounts/jwt.h"

#include <QMessageAuthenticationCode>

namespace finhub::sandbox {

namespace {
constexpr auto UrlBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signatureOf(const QByteArray& signedPart, const QByteArray& key)
{
    return QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256).toBase64(UrlBase64);
}
} // namespace

QByteArray makeJwt(const Json& claims, const QByteArray& key)
{
    const QByteArray header = QByteArrayLiteral(R"({"alg":"HS256","typ":"JWT"})").toBase64(UrlBase64);
    const QByteArray signedPart = header + '.' + jsonBytes(claims).toBase64(UrlBase64);
    return signedPart + '.' + signatureOf(signedPart, key);
}

std::optional<Json> readJwt(const QByteArray& token, const QByteArray& key)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || parts.at(2) != signatureOf(parts.at(0) + '.' + parts.at(1), key))
        return std::nullopt;
    return parseJsonObject(QByteArray::fromBase64(parts.at(1), UrlBase64));
}

} // namespace finhub::sandbox
