#include "core/lifecycle.h"
#include "core/reasoncode.h"
#include "core/requireddocuments.h"
#include "sandbox/routes/decisionrequest.h"
#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
using Check = std::optional<Refusal>;

/// 1.5: decisions above the tenant's level need POWER_TENANT.
Check checkLevel(const RequestContext& context)
{
    const VerificationLevel level = context.verification->level;
    const QString power = WireValue<Role>::nameOf(Role::PowerTenant);
    if (level == VerificationLevel::Tenant || context.caller.roles.contains(power))
        return std::nullopt;
    return refuse(ErrorWord::LevelNotAllowed,
                  Json{{"requiredLevel", jsonWord(level)}, {"requiredRoles", jsonTexts({power})}});
}

Check checkState(const VerificationRecord& verification, Verdict verdict)
{
    if (auto decided = alreadyDecided(verification))
        return decided;
    if (statusAfter(verification.status, eventOf(verdict)))
        return std::nullopt;
    Json data = caseStateView(verification);
    data["version"] = verification.version;
    return refuse(ErrorWord::InvalidState, data);
}

Check checkRule(const RequestContext& context, const DecisionRecord& decision)
{
    const VerificationRecord& verification = *context.verification;
    if (decision.verdict == Verdict::Approve) {
        const QList<Requirement> missing = missingDocuments(context.file, verification.id);
        if (missing.isEmpty())
            return std::nullopt;
        return refuse(ErrorWord::RequiredDocumentsMissing,
                      Json{{"verificationId", jsonText(verification.id.text())},
                           {"requiredDocuments", jsonWords(requirementsFor(context.file.customer.risk))},
                           {"missingDocuments", jsonWords(missing)}});
    }
    if (decision.verdict != Verdict::RequestResubmission)
        return std::nullopt;
    QStringList offending;
    for (const QString& code : decision.reasonCodes) {
        if (findReason(code)->disposition != Disposition::Retry)
            offending << code;
    }
    if (offending.isEmpty())
        return std::nullopt;
    return refuse(ErrorWord::ReasonNotRetryable, Json{{"reasonCodes", jsonTexts(offending)}});
}

Json decidedView(const RequestContext& context, const SentDecision& sent)
{
    const VerificationRecord& verification = *context.verification;
    Json view{{"verificationId", jsonText(verification.id.text())},
              {"customerId", jsonText(context.file.customer.id.text())},
              {"status", jsonWord(verification.status)},
              {"level", jsonWord(verification.level)}};
    if (verification.status == VerificationStatus::Approved) {
        view["approvedBy"] = jsonText(sent.approvedBy.isEmpty() ? context.caller.name : sent.approvedBy);
        view["approvedAt"] = jsonTime(context.now);
    }
    view["decidedBy"] = jsonText(context.caller.user.text());
    view["decidedAt"] = jsonTime(context.now);
    view["reasonCodes"] = jsonTexts(verification.reasonCodes);
    view["comment"] = jsonTextOrNull(verification.comment);
    view["version"] = verification.version;
    return view;
}

Outcome decideCase(RequestContext& context)
{
    const auto sent = readDecision(context);
    if (!sent)
        return tl::unexpected(sent.error());
    for (const Check& check :
         {checkLevel(context), checkIfMatch(context),
          checkState(*context.verification, sent->decision.verdict), checkRule(context, sent->decision)}) {
        if (check)
            return tl::unexpected(*check);
    }
    decide(context.file, *context.verification, sent->decision, context.stamp());
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    Answer answer;
    answer.data = decidedView(context, *sent);
    addEtag(context, *context.verification, answer);
    return answer;
}
} // namespace

QList<Route> decisionRoutes()
{
    return {{"POST",
             "/api/v2.1/verifications/{verificationId}/approve",
             Access::Admin,
             Resource::Verification,
             BodyUse::Required,
             true,
             {},
             decideCase}};
}

} // namespace finhub::sandbox
