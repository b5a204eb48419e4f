#pragma once

#include "core/enums.h"
#include "sandbox/routes/answer.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace finhub::sandbox {

class RequestContext;

/// 1.5: who may call.
enum class Access {
    Anyone,      ///< no token
    Admin,       ///< admins; writes only with a role that may write
    OwnCustomer, ///< as Admin, and the customer's own token
    OwnSession,  ///< as Admin, and everybody for their own session
};

/// The thing in the path that has to exist before values are looked at (1.4, order of checks).
enum class Resource {
    None,
    Customer,
    Login,
    Session,
    Verification,
    Document,
    ConsentTemplate,
    Subscription,
    Delivery
};

enum class BodyUse { None, Optional, Required };

/// One row of the route table.
struct Route {
    QByteArray method;
    QByteArray pattern; ///< segments, `{name}` for one that is a value
    Access access = Access::Admin;
    Resource resource = Resource::None;
    BodyUse body = BodyUse::None;
    bool idempotent = false;            ///< 3.7 names it
    std::optional<Extension> extension; ///< the extension that brings the route
    Outcome (*handle)(RequestContext&) = nullptr;
};

} // namespace finhub::sandbox
