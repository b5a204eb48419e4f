#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"

namespace finhub::sandbox {

namespace {
/// 2.1: the members of a login that both kinds of session share.
struct Credentials {
    QString username;
    QString password;
};

tl::expected<Credentials, Refusal> readCredentials(const RequestContext& context)
{
    Fields fields(context.body);
    Credentials credentials{fields.text("username", Need::Required), fields.password("password")};
    for (const char* name : {"tenantKey", "tenantSecret", "ipAddress", "userAgent", "platform", "deviceId",
                             "role", "organizationType"})
        fields.text(name, Need::Optional);
    if (fields.has("tenantKey") != fields.has("tenantSecret"))
        fields.fault(fields.has("tenantKey") ? "tenantSecret" : "tenantKey",
                     QStringLiteral("tenantKey and tenantSecret are sent together"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return credentials;
}

/// 401 in its two documented forms.
Refusal loginRefused(const RequestContext& context, const Lockouts::State& state)
{
    const bool locked = state.isLocked();
    Json data{{"success", false},
              {"errorType", "AUTHENTICATION"},
              {"message", locked ? "Account locked due to multiple failed login attempts"
                                 : "Invalid username or password"},
              {"attempts", state.attempts},
              {"maxAttempts", Lockouts::MaxAttempts},
              {"lockoutTime", jsonTime(state.lockedUntil)}};
    if (locked)
        data["lockoutDuration"] = jsonText(context.state.lockouts->durationText());
    Refusal refusal = refuse(ErrorWord::Authentication, data);
    if (locked)
        refusal.message = QStringLiteral("Account locked");
    return refusal;
}

Json sessionView(const RequestContext& context, const Caller& caller, const IssuedTokens& issued)
{
    Json view{{"sessionId", jsonText(issued.session.text())},
              {"userId", jsonText(caller.user.text())},
              {"token", issued.token.toStdString()},
              {"tokenType", "Bearer"},
              {"expiresIn", context.state.sessions.tokenTtl().count()},
              {"expiresAt", jsonTime(issued.expiresAt)},
              {"refreshToken", jsonText(issued.refreshToken)},
              {"roles", jsonTexts(caller.roles)},
              {"success", true},
              {"message", "Session created successfully"},
              {"errorType", "NONE"}};
    if (!caller.isAdmin)
        view["customerId"] = jsonText(caller.customer.text());
    return view;
}

Outcome createAdminSession(RequestContext& context)
{
    const auto credentials = readCredentials(context);
    if (!credentials)
        return tl::unexpected(credentials.error());
    const AdminAccount& account = *context.account;
    Lockouts& lockouts = *context.state.lockouts;
    const Lockouts::State state = lockouts.stateOf(account.id, context.now);
    if (state.isLocked())
        return tl::unexpected(loginRefused(context, state));
    if (credentials->username.compare(account.username, Qt::CaseInsensitive) != 0 ||
        credentials->password != account.password)
        return tl::unexpected(loginRefused(context, lockouts.recordFailure(account.id, context.now)));
    lockouts.clear(account.id);
    const Caller caller{{}, account.id, account.name, account.roles, true, {}, context.tenant};
    Answer answer;
    answer.data = sessionView(context, caller, context.state.sessions.open(caller, context.now));
    return answer;
}

std::optional<Refusal> recordAndCommit(RequestContext& context, const QString& type, const QString& summary,
                                       const Actor& actor)
{
    recordLogin(context.file, type, summary, {context.now, actor, freshId});
    return context.commit();
}

Outcome refuseCustomer(RequestContext& context)
{
    const UserId& user = context.file.customer.userId;
    const Lockouts::State state = context.state.lockouts->recordFailure(user, context.now);
    recordLogin(context.file, QStringLiteral("session.failed"), QStringLiteral("Login failed"),
                {context.now, customerActor(context.file), freshId});
    if (state.isLocked())
        recordLogin(context.file, QStringLiteral("session.locked"),
                    QStringLiteral("Login locked after failed attempts"),
                    {context.now, {ActorType::System, {}, {}}, freshId});
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    return tl::unexpected(loginRefused(context, state));
}

Outcome createCustomerSession(RequestContext& context)
{
    const auto credentials = readCredentials(context);
    if (!credentials)
        return tl::unexpected(credentials.error());
    const CustomerRecord& customer = context.file.customer;
    Lockouts& lockouts = *context.state.lockouts;
    const Lockouts::State state = lockouts.stateOf(customer.userId, context.now);
    if (state.isLocked())
        return tl::unexpected(loginRefused(context, state));
    if (credentials->username.compare(customer.person.email, Qt::CaseInsensitive) != 0 ||
        passwordHash(customer.userId, credentials->password) != customer.passwordHash)
        return refuseCustomer(context);
    lockouts.clear(customer.userId);
    if (const auto refusal =
            recordAndCommit(context, QStringLiteral("session.created"), QStringLiteral("Customer logged in"),
                            customerActor(context.file)))
        return tl::unexpected(*refusal);
    const Caller caller{
        {},          customer.userId, customer.person.fullName(), {QStringLiteral("USER")}, false,
        customer.id, context.tenant};
    Answer answer;
    answer.data = sessionView(context, caller, context.state.sessions.open(caller, context.now));
    return answer;
}

Outcome refreshSession(RequestContext& context)
{
    Fields fields(context.body);
    const QString refreshToken = fields.text("refreshToken", Need::Required);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    const SessionId id(context.pathValue("sessionId"));
    const auto issued = context.state.sessions.refresh(id, refreshToken, context.now);
    if (!issued)
        return tl::unexpected(refuse(ErrorWord::InvalidToken));
    Answer answer;
    answer.data = sessionView(context, *context.state.sessions.find(id), *issued);
    return answer;
}

Outcome closeSession(RequestContext& context)
{
    context.state.sessions.close(SessionId(context.pathValue("sessionId")));
    Answer answer;
    answer.message = QStringLiteral("Session closed");
    return answer;
}

/// 2.15.
Outcome resetLogin(RequestContext& context)
{
    Fields fields(context.body);
    const UserId user(fields.text("userId", Need::Required, 128));
    fields.text("reason", Need::Optional);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    if (!findAccount(user)) {
        auto file = context.state.cases->byUser(user);
        if (!file)
            return tl::unexpected(userNotFound(user.text()));
        context.file = std::move(*file);
        if (const auto refusal = recordAndCommit(context, QStringLiteral("session.reset"),
                                                 QStringLiteral("Login reset"), context.actor()))
            return tl::unexpected(*refusal);
    }
    context.state.lockouts->clear(user);
    return administrativeAnswer(Json{{"message", "Credentials reset successfully"}});
}
} // namespace

QList<Route> sessionRoutes()
{
    const QByteArray admin = "/api/v2.1/admin/organization/{organizationId}/users/{userId}/sessions";
    const QByteArray customer = "/api/v2.1/customer/individual/{customerId}/users/{userId}/sessions";
    QList<Route> routes{
        {"POST", admin, Access::Anyone, Resource::Login, BodyUse::Required, false, {}, createAdminSession},
        {"POST",
         customer,
         Access::Anyone,
         Resource::Login,
         BodyUse::Required,
         false,
         {},
         createCustomerSession},
        {"POST",
         "/api/v2.1/admin/users/login/reset",
         Access::Admin,
         Resource::None,
         BodyUse::Required,
         false,
         {},
         resetLogin},
    };
    for (const QByteArray& prefix : {admin, customer}) {
        const QByteArray session = prefix + "/{sessionId}";
        routes.append({"PUT",
                       session,
                       Access::Anyone,
                       Resource::Session,
                       BodyUse::Required,
                       false,
                       {},
                       refreshSession});
        routes.append({"DELETE",
                       session,
                       Access::OwnSession,
                       Resource::Session,
                       BodyUse::None,
                       false,
                       {},
                       closeSession});
    }
    return routes;
}

} // namespace finhub::sandbox
