#include "sandbox/routes/preconditions.h"

#include "core/lifecycle.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/officerwork.h"

namespace finhub::sandbox {

namespace {
/// The header, empty when it was not sent or the extension is off.
QByteArray ifMatchOf(const RequestContext& context)
{
    return context.state.offers(Extension::ConditionalDecision) ? context.http.header("If-Match").trimmed()
                                                                : QByteArray();
}
} // namespace

Json caseStateView(const VerificationRecord& verification)
{
    return Json{{"verificationId", jsonText(verification.id.text())},
                {"status", jsonWord(verification.status)}};
}

std::optional<Refusal> alreadyDecided(const VerificationRecord& verification)
{
    if (!isClosed(verification.status))
        return std::nullopt;
    Json data = caseStateView(verification);
    data["version"] = verification.version;
    data["decidedAt"] = jsonTime(verification.decidedAt);
    data["decidedBy"] = jsonTextOrNull(verification.decidedBy);
    return refuse(ErrorWord::AlreadyDecided, data);
}

Refusal claimedRefusal(const VerificationRecord& verification, const ClaimRecord* claim)
{
    return refuse(ErrorWord::Claimed,
                  Json{{"verificationId", jsonText(verification.id.text())}, {"claim", claimView(claim)}});
}

std::optional<Refusal> claimedByOther(const RequestContext& context)
{
    const ClaimRecord* claim = liveClaim(*context.verification, context.now);
    if (!claim || claim->by.id == context.caller.user || !context.state.offers(Extension::Claims))
        return std::nullopt;
    return claimedRefusal(*context.verification, claim);
}

bool isIfMatchReadable(const RequestContext& context)
{
    const QByteArray tag = ifMatchOf(context);
    if (tag.isEmpty() || tag == "*")
        return true;
    return tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"') && tag.count('"') == 2;
}

std::optional<Refusal> checkIfMatch(const RequestContext& context)
{
    const VerificationRecord& verification = *context.verification;
    const QByteArray tag = ifMatchOf(context);
    const QByteArray current = etagOf(verification);
    if (tag.isEmpty() || tag == "*" || tag == current)
        return std::nullopt;
    return refuse(ErrorWord::StaleVersion, Json{{"verificationId", jsonText(verification.id.text())},
                                                {"version", verification.version},
                                                {"etag", current.toStdString()},
                                                {"status", jsonWord(verification.status)},
                                                {"updatedAt", jsonTime(verification.updatedAt)}});
}

void addEtag(const RequestContext& context, const VerificationRecord& verification, Answer& answer)
{
    if (context.state.offers(Extension::ConditionalDecision))
        answer.headers.append({QByteArrayLiteral("ETag"), etagOf(verification)});
}

} // namespace finhub::sandbox
