#include "sandbox/routes/decisionrequest.h"

#include "core/reasoncode.h"
#include "sandbox/routes/preconditions.h"

#include <QSet>

namespace finhub::sandbox {

namespace {
void readReasons(Fields& fields, DecisionRecord& decision)
{
    decision.reasonCodes = fields.texts("reasonCodes", Need::Optional).value_or(QStringList());
    const QStringList& codes = decision.reasonCodes;
    for (const QString& code : codes) {
        if (!findReason(code))
            fields.fault("reasonCodes", QStringLiteral("holds a code that is not in the catalogue"));
    }
    if (QSet<QString>(codes.begin(), codes.end()).size() != codes.size())
        fields.fault("reasonCodes", QStringLiteral("holds a code twice"));
    if (decision.verdict == Verdict::Approve && !codes.isEmpty())
        fields.fault("reasonCodes", QStringLiteral("must be empty for an approval"));
    const bool negative =
        decision.verdict == Verdict::Reject || decision.verdict == Verdict::RequestResubmission;
    if (negative && (codes.isEmpty() || codes.size() > 10))
        fields.fault("reasonCodes", QStringLiteral("must hold 1 to 10 codes"));
}
} // namespace

tl::expected<SentDecision, Refusal> readDecision(const RequestContext& context)
{
    SentDecision sent;
    DecisionRecord& decision = sent.decision;
    Fields fields(context.body);
    decision.verdict = fields.word<Verdict>("status", Need::Required);
    if (decision.verdict != Verdict::Approve && decision.verdict != Verdict::Unknown &&
        !context.state.offers(Extension::VerificationReject))
        fields.fault("status", QStringLiteral("is not one of the allowed values"));
    fields.mustAgree("verificationId", context.verification->id.text());
    fields.mustAgree("customerId", context.file.customer.id.text());
    fields.word<VerificationType>("verificationType", Need::Optional);
    for (const char* name : {"userId", "approvalReason", "adminNotes", "organizationId"})
        fields.text(name, Need::Optional);
    sent.approvedBy = fields.text("approvedBy", Need::Optional);
    decision.comment = fields.longText("comment", 2000);
    decision.notes = fields.longText("notes", 4000);
    readReasons(fields, decision);
    if (!isIfMatchReadable(context))
        fields.fault("If-Match", QStringLiteral("must be an entity tag or *"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return sent;
}

} // namespace finhub::sandbox
