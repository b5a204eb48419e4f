#include "core/lifecycle.h"
#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"

namespace finhub::sandbox {

namespace {
/// 4.5: none of this type open, none approved.
std::optional<Refusal> startRefused(const RequestContext& context, VerificationType type)
{
    const VerificationRecord* approved = nullptr;
    for (const VerificationRecord& verification : context.file.verifications) {
        if (verification.type != type)
            continue;
        if (isOpen(verification.status))
            return refuse(ErrorWord::VerificationAlreadyOpen, caseStateView(verification));
        if (verification.status == VerificationStatus::Approved)
            approved = &verification;
    }
    if (approved)
        return refuse(ErrorWord::AlreadyVerified, caseStateView(*approved));
    return std::nullopt;
}

Outcome start(RequestContext& context, const NewVerification& wanted, const QString& message)
{
    if (const auto refusal = startRefused(context, wanted.type))
        return tl::unexpected(*refusal);
    const VerificationRecord& started = startVerification(context.file, wanted, context.stamp());
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    Answer answer;
    answer.message = message;
    answer.data = startedView(context.file, started);
    addEtag(context, started, answer);
    return answer;
}

/// 2.6.
Outcome initiate(RequestContext& context)
{
    Fields fields(context.body);
    const QString kind = fields.text("verificationType", Need::Optional);
    if (!kind.isEmpty() && kind != QLatin1String("STANDARD") && kind != QLatin1String("ENHANCED") &&
        kind != QLatin1String("SIMPLIFIED"))
        fields.fault("verificationType", QStringLiteral("is not one of the allowed values"));
    if (const Json* data = fields.object("verificationData", Need::Optional)) {
        Fields inner(*data, QStringLiteral("verificationData."));
        inner.text("documentType", Need::Optional);
        inner.text("documentNumber", Need::Optional);
        fields.take(inner);
    }
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    NewVerification wanted;
    wanted.firstStatus = VerificationStatus::Initiated;
    wanted.request = jsonBytes(context.body);
    return start(context, wanted, QStringLiteral("Verification initiated successfully"));
}

/// 2.7. The customer is named in the body, so it is looked for here, before the values.
Outcome create(RequestContext& context)
{
    const auto named = context.body.find("customerId");
    const QString customerId = named == context.body.end() ? QString() : textOf(*named).trimmed();
    if (!customerId.isEmpty()) {
        auto file = context.state.cases->byCustomer(CustomerId(customerId));
        if (!file)
            return tl::unexpected(notFound(QStringLiteral("customer"), customerId));
        context.file = std::move(*file);
    }
    Fields fields(context.body);
    fields.text("customerId", Need::Required, 128);
    NewVerification wanted;
    wanted.type = fields.word<VerificationType>("type", Need::Required);
    const auto level = fields.word<VerificationLevel>("requestedLevel", Need::Optional);
    if (level != VerificationLevel::Unknown)
        wanted.requestedLevel = level;
    fields.text("requestedByUserId", Need::Optional, 128);
    fields.text("requestedByTenantId", Need::Optional, 128);
    wanted.notes = fields.longText("notes", 4000);
    if (const Json* data = fields.object("additionalData", Need::Optional)) {
        Fields inner(*data, QStringLiteral("additionalData."));
        static const QStringList priorities{QStringLiteral("LOW"), QStringLiteral("NORMAL"),
                                            QStringLiteral("MEDIUM"), QStringLiteral("HIGH")};
        const QString priority = inner.text("priority", Need::Optional);
        if (!priority.isEmpty() && !priorities.contains(priority))
            inner.fault("priority", QStringLiteral("is not one of the allowed values"));
        inner.text("verificationReason", Need::Optional);
        inner.longText("notes", 4000);
        inner.longText("description", 4000);
        fields.take(inner);
    }
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    wanted.request = jsonBytes(context.body);
    return start(context, wanted, QStringLiteral("Success"));
}
} // namespace

QList<Route> verificationRoutes()
{
    const QByteArray fromCustomer = "/api/v2.1/customer/individual/{customerId}/verification";
    return {{"POST",
             fromCustomer,
             Access::OwnCustomer,
             Resource::Customer,
             BodyUse::Optional,
             false,
             {},
             initiate},
            {"POST",
             fromCustomer + "/initiate",
             Access::OwnCustomer,
             Resource::Customer,
             BodyUse::Optional,
             false,
             {},
             initiate},
            {"POST",
             "/api/v2.1/verifications",
             Access::Admin,
             Resource::None,
             BodyUse::Required,
             false,
             {},
             create}};
}

} // namespace finhub::sandbox
