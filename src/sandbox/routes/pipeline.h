#pragma once

#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/router.h"

namespace finhub::sandbox {

/// Takes a request through the contract's checks in their order (1.4): route, headers, token, tenant, role,
/// media type and JSON, resource, idempotency; then the route's handler goes on with values, level, version,
/// state and rule. On the state thread.
class Pipeline {
public:
    explicit Pipeline(SandboxState& state);

    using Handled = tl::expected<HttpReply, std::vector<DocumentToDraw>>;

    /// The answer, or documents that have to be drawn before it can be given. All that a request changes is
    /// kept in one transaction before it is answered; when the store refuses any of it, all of it is taken
    /// back and the answer is 500 INTERNAL_ERROR.
    Handled handle(const HttpRequest& request);

    /// Notes that a request will be carried out later (3.7): until release() the same key is answered with
    /// 409 IDEMPOTENCY_IN_PROGRESS. Empty when the request would not come as far as that.
    Idempotency::Scope hold(const HttpRequest& request);
    void release(const Idempotency::Scope& held);

private:
    Handled carryOut(const HttpRequest& request);

    using Check = std::optional<Refusal>;

    /// Everything before the idempotency key's stored answer.
    Check checkAll(RequestContext& context) const;

    Check checkRoute(RequestContext& context) const;
    Check checkHeaders(RequestContext& context) const;
    Check checkToken(RequestContext& context) const;
    Check checkTenant(RequestContext& context) const;
    Check checkRole(RequestContext& context) const;
    Check checkBody(RequestContext& context) const;
    Check checkResource(RequestContext& context) const;
    Check checkIdempotencyKey(RequestContext& context) const;

    /// Whether a customer's path names another customer, or another's verification.
    bool isForeign(const RequestContext& context) const;
    bool isIdempotent(const RequestContext& context) const;
    /// Empty for a request without a key that counts.
    Idempotency::Scope scopeOf(const RequestContext& context) const;

    SandboxState& m_state;
    Router m_router;
};

} // namespace finhub::sandbox
