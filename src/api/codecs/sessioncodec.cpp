#include "api/codecs/sessioncodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/jwtclaims.h"
#include "api/http/requestheaders.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

namespace {
constexpr qint64 OneHour = 3600;
constexpr qint64 OneYear = 366 * 24 * OneHour;

/// R11: in `data` or at the root, under one of three names.
JsonPlace tokenPlace(const Envelope& envelope)
{
    const JsonPlace inPayload = envelope.payload().firstOf({"token", "accessToken", "access_token"});
    return inPayload.isPresent() ? inPayload
                                 : envelope.root().firstOf({"token", "accessToken", "access_token"});
}

constexpr qint64 OneMinute = 60;

/// When a token that has just been handed out runs out, by the clock of this computer. A token that it takes
/// for expired already, or for one from the future, says that the clocks differ; then what counts is how long
/// it is good for.
QDateTime byThisClock(const JwtClaims& claims, const QDateTime& now)
{
    const bool differ = claims.issuedAt.isValid() && claims.issuedAt < claims.expiresAt &&
                        (claims.expiresAt <= now || claims.issuedAt > now.addSecs(OneMinute));
    return differ ? now.addSecs(claims.issuedAt.secsTo(claims.expiresAt)) : claims.expiresAt;
}

/// R11: `exp`, else `expiresIn`, else `expiresAt`, else one hour.
QDateTime expiryOf(const JsonPlace& payload, const std::optional<JwtClaims>& claims, const QDateTime& now)
{
    if (claims && claims->expiresAt.isValid())
        return byThisClock(*claims, now);
    const JsonPlace tolerant = payload.tolerant();
    if (const auto seconds = tolerant.firstOf({"expiresIn", "expires_in"}).integer(0, OneYear))
        return now.addSecs(*seconds);
    if (const QDateTime at = tolerant.member("expiresAt").time(); at.isValid())
        return at;
    return now.addSecs(OneHour);
}
} // namespace

QByteArray writeSignIn(const ConnectionProfile& profile, const SignInSecrets& secrets)
{
    JsonBody body;
    body.text("username", profile.username).secret("password", secrets.password);
    if (!secrets.tenantKey.isEmpty())
        body.secret("tenantKey", secrets.tenantKey);
    if (!secrets.tenantSecret.isEmpty())
        body.secret("tenantSecret", secrets.tenantSecret);
    return body.take();
}

QByteArray writeRefresh(const Secret& refreshToken)
{
    return JsonBody().secret("refreshToken", refreshToken).take();
}

Result<SessionGrant> readSessionAnswer(const QByteArray& body, const ConnectionProfile& profile,
                                       const CustomerId& customer, const QDateTime& now)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload();
    const JsonPlace tokenAt = tokenPlace(*envelope).required();

    SessionGrant grant;
    grant.token = tokenAt.secret();
    if (tokenAt.isPresent() && !isHeaderValue(grant.token.view()))
        tokenAt.noteFault("not a token");
    const JsonPlace holder = payload.member("customerId");
    if (!customer.isEmpty() && holder.isPresent() && holder.id<CustomerId>() != customer)
        holder.noteFault("not the customer who signed in");
    grant.refreshToken = payload.firstOf({"refreshToken", "refresh_token"}).secret();

    const std::optional<JwtClaims> claims = readJwtClaims(grant.token.view());
    SessionInfo& info = grant.info;
    info.id = payload.firstOf({"sessionId", "id"}).id<SessionId>();
    info.userId = payload.member("userId").id<UserId>();
    info.roles = payload.member("roles").words<Role>();
    if (claims && info.userId.isEmpty())
        info.userId = claims->userId;
    if (claims && info.roles.isEmpty())
        info.roles = claims->roles;
    if (info.userId.isEmpty())
        info.userId = profile.userId;
    info.displayName = claims && !claims->name.isEmpty() ? claims->name : profile.username;
    info.expiresAt = expiryOf(payload, claims, now);
    info.tenantId = profile.tenantId;

    if (const Result<Done> readable = envelope->checked(Done()); !readable)
        return failure(readable.error());
    return grant;
}

QByteArray writeLoginReset(const UserId& user, const QString& reason)
{
    return JsonBody().text("userId", user.text()).textOptional("reason", reason).take();
}

Result<Done> readLoginResetAnswer(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return Done();
}

Result<QList<Extension>> readExtensions(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    QList<Extension> extensions;
    for (const auto& word : envelope->payload().member("extensions").required().words<Extension>()) {
        if (word.isKnown() && !extensions.contains(word.value()))
            extensions.append(word.value());
    }
    return envelope->checked(extensions);
}

} // namespace finhub::api
