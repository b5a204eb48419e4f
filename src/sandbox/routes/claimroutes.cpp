#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/officerwork.h"

namespace finhub::sandbox {

namespace {
/// 3.8's body.
struct ClaimOrder {
    const AdminAccount* to = nullptr; ///< whom the caller hands it to
    bool takeOver = false;
};

/// Whom the body names. Like 2.7's customer, looked for before the values are.
tl::expected<const AdminAccount*, Refusal> findReceiver(const RequestContext& context)
{
    const auto named = context.body.find("to");
    const QString id = named == context.body.end() ? QString() : textOf(*named).trimmed();
    if (id.isEmpty())
        return nullptr;
    const AdminAccount* account = findAccount(UserId(id));
    if (!account || !mayWrite(account->roles))
        return tl::unexpected(userNotFound(id));
    return account;
}

tl::expected<ClaimOrder, Refusal> readOrder(const RequestContext& context)
{
    ClaimOrder order;
    const auto receiver = findReceiver(context);
    if (!receiver)
        return tl::unexpected(receiver.error());
    order.to = *receiver;
    Fields fields(context.body);
    fields.text("to", Need::Optional, 128);
    order.takeOver = fields.flag("takeOver", Need::Optional).value_or(false);
    if (order.to && order.to->id == context.caller.user)
        fields.fault("to", QStringLiteral("must be somebody else"));
    if (order.takeOver && fields.has("to"))
        fields.fault("takeOver", QStringLiteral("does not go together with to"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return order;
}

std::optional<Refusal> checkTakeOver(const RequestContext& context)
{
    const QString power = WireValue<Role>::nameOf(Role::PowerTenant);
    if (context.caller.roles.contains(power))
        return std::nullopt;
    return refuse(ErrorWord::InsufficientPermissions,
                  Json{{"requiredRoles", jsonTexts({power})}, {"roles", jsonTexts(context.caller.roles)}});
}

std::optional<Refusal> checkState(const RequestContext& context, const ClaimOrder& order)
{
    if (auto decided = alreadyDecided(*context.verification))
        return decided;
    const ClaimRecord* held = liveClaim(*context.verification, context.now);
    if (order.to && !(held && held->by.id == context.caller.user))
        return claimedRefusal(*context.verification, held);
    return order.takeOver ? std::nullopt : claimedByOther(context);
}

Outcome claim(RequestContext& context)
{
    const auto order = readOrder(context);
    if (!order)
        return tl::unexpected(order.error());
    if (order->takeOver) {
        if (const auto refusal = checkTakeOver(context))
            return tl::unexpected(*refusal);
    }
    if (const auto refusal = checkState(context, *order))
        return tl::unexpected(*refusal);
    const OfficerName holder = order->to ? OfficerName{order->to->id, order->to->name}
                                         : OfficerName{context.caller.user, context.caller.name};
    const ClaimRecord& held = claimCase(context.file, *context.verification, holder,
                                        context.state.options.claimTtl, context.stamp());
    Answer answer;
    answer.data =
        Json{{"verificationId", jsonText(context.verification->id.text())}, {"claim", claimView(&held)}};
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    return answer;
}

Outcome release(RequestContext& context)
{
    if (const auto refusal = claimedByOther(context))
        return tl::unexpected(*refusal);
    if (context.verification->claim) {
        releaseCase(context.file, *context.verification, context.stamp());
        if (const auto refusal = context.commit())
            return tl::unexpected(*refusal);
    }
    return Answer{};
}
} // namespace

QList<Route> claimRoutes()
{
    const QByteArray path = "/api/v2.1/verifications/{verificationId}/claim";
    return {{"POST", path, Access::Admin, Resource::Verification, BodyUse::Optional, false, Extension::Claims,
             claim},
            {"DELETE", path, Access::Admin, Resource::Verification, BodyUse::None, false, Extension::Claims,
             release}};
}

} // namespace finhub::sandbox
