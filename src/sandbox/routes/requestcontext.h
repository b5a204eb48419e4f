#pragma once

#include "sandbox/accounts/accounts.h"
#include "sandbox/routes/fields.h"
#include "sandbox/routes/route.h"
#include "sandbox/sandboxstate.h"
#include "sandbox/store/casework.h"

#include <QHash>

namespace finhub::sandbox {

/// One request on its way through the pipeline, with what the stages before have found out. A handler changes
/// `file` and commits it.
class RequestContext {
public:
    RequestContext(SandboxState& sandboxState, const HttpRequest& request)
        : state(sandboxState)
        , http(request)
        , now(sandboxState.clock.now())
    {
    }

    SandboxState& state;
    const HttpRequest& http;
    const QDateTime now; ///< one instant for the whole request
    const Route* route = nullptr;
    QHash<QString, QString> path; ///< the `{name}` segments
    TenantId tenant;
    Caller caller; ///< empty without a token
    Json body = Json::object();

    CaseFile file;                              ///< Resource::Customer, Verification, Document
    VerificationRecord* verification = nullptr; ///< in `file`
    const DocumentRecord* document = nullptr;   ///< in `file`
    const AdminAccount* account = nullptr;      ///< Resource::Login, Session of an admin

    // What the state holds: valid until it is changed.
    const ConsentTemplate* consentTemplate = nullptr;
    const WebhookSubscription* subscription = nullptr;
    const WebhookDelivery* delivery = nullptr;

    QString pathValue(const char* name) const { return path.value(QLatin1String(name)); }
    /// The caller acting now, with fresh ids.
    Stamp stamp() const;
    Actor actor() const;
    /// 1.2: `X-Forwarded-For`, else the peer's address.
    QString callerAddress() const;
    /// Commits `file` and tells subscribers (2.13) what has happened in it; an error when the store refuses.
    std::optional<Refusal> commit(const std::optional<std::pair<DocumentId, QByteArray>>& upload = {});
};

/// A random UUID.
QString freshId(IdKind kind);

} // namespace finhub::sandbox
