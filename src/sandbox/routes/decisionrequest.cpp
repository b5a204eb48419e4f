#include "sandbox/routes/decisionrequest.h"

#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/reasons.h"

namespace finhub::sandbox {

tl::expected<SentDecision, Refusal> readDecision(const RequestContext& context)
{
    SentDecision sent;
    DecisionRecord& decision = sent.decision;
    Fields fields(context.body);
    decision.verdict = readVerdict(context, fields, "status");
    fields.mustAgree("verificationId", context.verification->id.text());
    fields.mustAgree("customerId", context.file.customer.id.text());
    fields.word<VerificationType>("verificationType", Need::Optional);
    for (const char* name : {"userId", "approvalReason", "adminNotes", "organizationId"})
        fields.text(name, Need::Optional);
    sent.approvedBy = fields.text("approvedBy", Need::Optional);
    decision.comment = fields.longText("comment", 2000);
    decision.notes = fields.longText("notes", 4000);
    decision.reasonCodes = readReasons(fields, decision.verdict);
    if (!isIfMatchReadable(context))
        fields.fault("If-Match", QStringLiteral("must be an entity tag or *"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return sent;
}

} // namespace finhub::sandbox
