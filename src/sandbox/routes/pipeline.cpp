#include "sandbox/routes/pipeline.h"

#include "sandbox/routes/resources.h"
#include "sandbox/routes/routetable.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace finhub::sandbox {

namespace {
struct DemandedHeader {
    const char* name;
    std::array<const char*, 2> aliases;
    bool strictOnly;
};
/// 1.2. `Authorization` and `Content-Type` have errors of their own.
constexpr DemandedHeader Demanded[] = {
    {"X-Tenant-ID", {}, false},
    {"X-Forwarded-For", {}, true},
    {"X-Forwarded-From", {}, true},
    {"User-Agent", {}, true},
    {"platform", {"sec-ch-ua-platform", nullptr}, true},
    {"deviceId", {"X-Device-Id", "device-id"}, true},
};

bool isPresent(const HttpRequest& request, const DemandedHeader& header)
{
    bool present = !request.header(header.name).trimmed().isEmpty();
    for (const char* alias : header.aliases)
        present = present || (alias && !request.header(alias).trimmed().isEmpty());
    return present;
}

Refusal permissionRefused(const Caller& caller, bool reading)
{
    QStringList required{QStringLiteral("ADMIN"), QStringLiteral("ADMIN_USER"),
                         QStringLiteral("COMPLIANCE_OFFICER"), QStringLiteral("MASTER_ADMIN")};
    if (reading)
        required << QStringLiteral("VIEWER");
    return refuse(ErrorWord::InsufficientPermissions,
                  Json{{"requiredRoles", jsonTexts(required)}, {"roles", jsonTexts(caller.roles)}});
}

bool isJson(const QByteArray& contentType)
{
    return contentType.split(';').first().trimmed().compare("application/json", Qt::CaseInsensitive) == 0;
}
} // namespace

Pipeline::Pipeline(SandboxState& state)
    : m_state(state)
    , m_router(routeTable(), state.options.extensions)
{
}

Pipeline::Handled Pipeline::handle(const HttpRequest& request)
{
    const HttpReply storeFailed = replyOf(refuse(ErrorWord::InternalError));
    if (!m_state.isIntact() && !m_state.recover())
        return storeFailed;
    if (request.method == "GET") {
        Handled handled = carryOut(request);
        return m_state.isIntact() ? handled : storeFailed;
    }
    Transaction transaction(m_state.store->database());
    if (!m_state.isIntact())
        return storeFailed;
    Handled handled = carryOut(request);
    return transaction.commit() ? handled : storeFailed;
}

Pipeline::Handled Pipeline::carryOut(const HttpRequest& request)
{
    RequestContext context(m_state, request);
    if (const Check refused = checkAll(context))
        return replyOf(*refused);
    const Idempotency::Scope scope = scopeOf(context);
    if (m_state.idempotency->isRunning(scope)) {
        Refusal refusal = refuse(ErrorWord::IdempotencyInProgress);
        refusal.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1")});
        return replyOf(refusal);
    }
    const QByteArray bodyHash = scope.isEmpty() ? QByteArray() : Idempotency::hashOf(request.body);
    if (const auto known = m_state.idempotency->find(scope)) {
        if (known->bodyHash != bodyHash)
            return replyOf(refuse(ErrorWord::IdempotencyKeyReused));
        HttpReply again = known->reply;
        again.headers.append({QByteArrayLiteral("Idempotent-Replayed"), QByteArrayLiteral("true")});
        return again;
    }
    const Outcome outcome = context.route->handle(context);
    if (outcome && !outcome->drawFirst.empty())
        return tl::unexpected(outcome->drawFirst);
    const HttpReply reply = replyOf(outcome);
    if (outcome && !scope.isEmpty())
        m_state.idempotency->store(scope, bodyHash, reply, context.now);
    return reply;
}

Idempotency::Scope Pipeline::hold(const HttpRequest& request)
{
    RequestContext context(m_state, request);
    if (checkAll(context))
        return {};
    Idempotency::Scope scope = scopeOf(context);
    if (scope.isEmpty() || m_state.idempotency->isRunning(scope) || m_state.idempotency->find(scope))
        return {};
    m_state.idempotency->setRunning(scope);
    return scope;
}

void Pipeline::release(const Idempotency::Scope& held)
{
    m_state.idempotency->setDone(held);
}

Pipeline::Check Pipeline::checkAll(RequestContext& context) const
{
    for (const auto check : {&Pipeline::checkRoute, &Pipeline::checkHeaders, &Pipeline::checkToken,
                             &Pipeline::checkTenant, &Pipeline::checkRole, &Pipeline::checkBody,
                             &Pipeline::checkResource, &Pipeline::checkIdempotencyKey}) {
        if (auto refusal = (this->*check)(context))
            return refusal;
    }
    return std::nullopt;
}

Pipeline::Check Pipeline::checkRoute(RequestContext& context) const
{
    if (context.http.method.isEmpty())
        return validationFailed(
            {{QStringLiteral("request"), QStringLiteral("is not a readable HTTP request")}});
    Router::Match match = m_router.find(context.http.method, context.http.path);
    if (match.route) {
        context.route = match.route;
        context.path = std::move(match.values);
        return std::nullopt;
    }
    if (match.otherMethods.isEmpty())
        return notFound(QStringLiteral("route"));
    Refusal refusal = refuse(ErrorWord::MethodNotAllowed);
    refusal.headers.append({QByteArrayLiteral("Allow"), match.otherMethods.join(", ")});
    return refusal;
}

Pipeline::Check Pipeline::checkHeaders(RequestContext& context) const
{
    Json missing = Json::array();
    for (const DemandedHeader& header : Demanded) {
        if ((!header.strictOnly || m_state.options.strictHeaders) && !isPresent(context.http, header))
            missing.push_back(header.name);
    }
    if (missing.empty())
        return std::nullopt;
    return refuse(ErrorWord::MissingHeaders, Json{{"missing", missing}});
}

Pipeline::Check Pipeline::checkToken(RequestContext& context) const
{
    if (context.route->access == Access::Anyone)
        return std::nullopt;
    const QByteArray authorization = context.http.header("Authorization");
    const bool isBearer = authorization.left(7).compare("Bearer ", Qt::CaseInsensitive) == 0;
    const Sessions::Verdict verdict =
        isBearer ? m_state.sessions.check(authorization.mid(7).trimmed(), context.now) : Sessions::Verdict{};
    if (verdict.caller) {
        context.caller = *verdict.caller;
        return std::nullopt;
    }
    if (verdict.fault == Sessions::TokenFault::Expired)
        return refuse(ErrorWord::TokenExpired, Json{{"expiredAt", jsonTime(verdict.expiredAt)}});
    return refuse(ErrorWord::InvalidToken);
}

Pipeline::Check Pipeline::checkTenant(RequestContext& context) const
{
    const QString tenant = QString::fromUtf8(context.http.header("X-Tenant-ID"));
    context.tenant = TenantId(tenant);
    const bool foreignToken = !context.caller.user.isEmpty() && context.caller.tenant != context.tenant;
    if (!isKnownTenant(tenant) || foreignToken)
        return tenantDenied(tenant);
    // 2.3, 2.12: a tenant in the path has to be the same.
    for (const char* name : {"tenantId", "ownerTenantId"}) {
        if (context.path.contains(QLatin1String(name)) && context.pathValue(name) != tenant)
            return tenantDenied(tenant);
    }
    return std::nullopt;
}

Pipeline::Check Pipeline::checkRole(RequestContext& context) const
{
    const Caller& caller = context.caller;
    const bool reading = context.route->method == "GET";
    const bool asAdmin = caller.isAdmin && (reading || mayWrite(caller.roles));
    switch (context.route->access) {
    case Access::Anyone:
        return std::nullopt;
    case Access::OwnSession:
        if (asAdmin || caller.user.text() == context.pathValue("userId"))
            return std::nullopt;
        break;
    case Access::OwnCustomer:
        if (asAdmin || (!caller.isAdmin && !isForeign(context)))
            return std::nullopt;
        break;
    case Access::Admin:
        if (asAdmin)
            return std::nullopt;
        break;
    }
    return permissionRefused(caller, reading);
}

bool Pipeline::isForeign(const RequestContext& context) const
{
    const CustomerId& own = context.caller.customer;
    if (context.path.contains(QStringLiteral("customerId")))
        return context.pathValue("customerId") != own.text();
    // Only the verification itself says whose it is; one that does not exist is nobody's.
    const auto file = m_state.cases->byVerification(VerificationId(context.pathValue("verificationId")));
    return file && file->customer.id != own;
}

Pipeline::Check Pipeline::checkBody(RequestContext& context) const
{
    const HttpRequest& http = context.http;
    const bool empty = http.body.isEmpty() && http.bodyState == HttpRequest::Body::Whole;
    if (context.route->body == BodyUse::None || (empty && context.route->body == BodyUse::Optional))
        return std::nullopt;
    if (!empty && !isJson(http.header("Content-Type")))
        return refuse(ErrorWord::UnsupportedMediaType);
    if (http.bodyState == HttpRequest::Body::TooLarge)
        return refuse(ErrorWord::PayloadTooLarge, Json{{"maxBytes", HttpRequest::MaxBodyBytes}});
    auto parsed = http.bodyState == HttpRequest::Body::Whole ? parseJsonObject(http.body) : std::nullopt;
    if (!parsed)
        return refuse(ErrorWord::MalformedJson);
    context.body = std::move(*parsed);
    return std::nullopt;
}

Pipeline::Check Pipeline::checkResource(RequestContext& context) const
{
    return findResource(context);
}

Pipeline::Check Pipeline::checkIdempotencyKey(RequestContext& context) const
{
    if (isIdempotent(context) && !Idempotency::isKey(context.http.header("Idempotency-Key")))
        return validationFailed({{QStringLiteral("Idempotency-Key"),
                                  QStringLiteral("must be 1 to 128 visible ASCII characters")}});
    return std::nullopt;
}

bool Pipeline::isIdempotent(const RequestContext& context) const
{
    const auto& headers = context.http.headers;
    const bool sent = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
        return header.first.compare("Idempotency-Key", Qt::CaseInsensitive) == 0;
    });
    return sent && context.route->idempotent && m_state.offers(Extension::IdempotentDecision);
}

Idempotency::Scope Pipeline::scopeOf(const RequestContext& context) const
{
    if (!isIdempotent(context))
        return {};
    return QByteArrayList{context.tenant.text().toUtf8(), context.caller.user.text().toUtf8(),
                          context.http.method, context.http.path, context.http.header("Idempotency-Key")}
        .join('\n');
}

} // namespace finhub::sandbox
