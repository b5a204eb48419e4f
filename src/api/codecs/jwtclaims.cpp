#include "api/codecs/jwtclaims.h"

#include "api/json/jsontext.h"

namespace finhub::api {

namespace {
/// The end of the year 9999, in seconds.
constexpr qint64 LastSecond = 253402300799;
} // namespace

std::optional<JwtClaims> readJwtClaims(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0)
        return std::nullopt;
    QByteArray middle = token.sliced(first + 1, second - first - 1).toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(middle, QByteArray::Base64UrlEncoding |
                                                                    QByteArray::AbortOnBase64DecodingErrors);
    wipe(middle);
    if (!decoded)
        return std::nullopt;
    const Result<JsonText> text = JsonText::parse(*decoded);
    if (!text || !text->root().isObject())
        return std::nullopt;

    const JsonPlace root = text->root().tolerant();
    JwtClaims claims;
    if (const std::optional<qint64> iat = root.member("iat").integer(0, LastSecond))
        claims.issuedAt = QDateTime::fromSecsSinceEpoch(*iat, Qt::UTC);
    if (const std::optional<qint64> exp = root.member("exp").integer(0, LastSecond))
        claims.expiresAt = QDateTime::fromSecsSinceEpoch(*exp, Qt::UTC);
    claims.userId = root.firstOf({"userId", "sub"}).id<UserId>();
    claims.name = root.firstOf({"name", "displayName"}).text();
    claims.roles = root.member("roles").words<Role>();
    return claims;
}

} // namespace finhub::api
