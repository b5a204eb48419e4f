#include "core/lifecycle.h"
#include "core/requireddocuments.h"
#include "sandbox/routes/decisionrequest.h"
#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/reasons.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/store/casefacts.h"
#include "sandbox/store/officerwork.h"

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

Check checkState(const RequestContext& context, Verdict verdict)
{
    const VerificationRecord& verification = *context.verification;
    if (auto decided = alreadyDecided(verification))
        return decided;
    if (auto claimed = claimedByOther(context))
        return claimed;
    if (statusAfter(verification.status, eventOf(verdict)))
        return std::nullopt;
    Json data = caseStateView(verification);
    data["version"] = verification.version;
    return refuse(ErrorWord::InvalidState, data);
}

/// 3.9: an approval above the tenant's level needs what another officer recommended in this round, whatever
/// it was.
Check checkSecondPerson(const RequestContext& context)
{
    const VerificationRecord& verification = *context.verification;
    if (verification.level == VerificationLevel::Tenant || !context.state.offers(Extension::Recommendations))
        return std::nullopt;
    QStringList officers;
    for (const RecommendationRecord& recommendation : context.file.recommendations) {
        if (recommendation.verificationId != verification.id || recommendation.round != verification.round)
            continue;
        if (recommendation.by.id != context.caller.user)
            return std::nullopt;
        officers << recommendation.by.id.text();
    }
    return refuse(ErrorWord::SecondPersonRequired, Json{{"verificationId", jsonText(verification.id.text())},
                                                        {"requiredLevel", jsonWord(verification.level)},
                                                        {"round", verification.round},
                                                        {"recommendedBy", jsonTexts(officers)}});
}

Check checkRule(const RequestContext& context, const DecisionRecord& decision)
{
    const VerificationRecord& verification = *context.verification;
    if (decision.verdict != Verdict::Approve)
        return checkRetryable(decision.verdict, decision.reasonCodes);
    const QList<Requirement> missing = missingDocuments(context.file, verification.id);
    if (missing.isEmpty())
        return checkSecondPerson(context);
    return refuse(ErrorWord::RequiredDocumentsMissing,
                  Json{{"verificationId", jsonText(verification.id.text())},
                       {"requiredDocuments", jsonWords(requirementsFor(context.file.customer.risk))},
                       {"missingDocuments", jsonWords(missing)}});
}

/// 3.8: every decision ends the claim. One from a time in which claims were offered just goes.
void endClaim(RequestContext& context)
{
    if (context.state.offers(Extension::Claims))
        releaseCase(context.file, *context.verification, context.stamp());
    context.verification->claim.reset();
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
         {checkLevel(context), checkIfMatch(context), checkState(context, sent->decision.verdict),
          checkRule(context, sent->decision)}) {
        if (check)
            return tl::unexpected(*check);
    }
    decide(context.file, *context.verification, sent->decision, context.stamp());
    endClaim(context);
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
