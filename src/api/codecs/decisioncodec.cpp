#include "api/codecs/decisioncodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/textlimits.h"
#include "api/json/jsonbody.h"

#include <limits>

namespace finhub::api {

namespace {
constexpr qsizetype MaxComment = 2000;
constexpr qsizetype MaxReasons = 10;
} // namespace

bool reasonsFit(Verdict verdict, const QStringList& codes)
{
    if (verdict == Verdict::Approve)
        return codes.isEmpty();
    return !codes.isEmpty() && codes.size() <= MaxReasons &&
           QSet<QString>(codes.begin(), codes.end()).size() == codes.size() && !codes.contains(QString());
}

std::optional<Error> faultOf(const DecisionRequest& request)
{
    const auto refused = [](const char* member) {
        return Error::of(ErrorKind::Refused, QLatin1String(member));
    };
    if (request.verdict == Verdict::Unknown)
        return refused("status");
    if (!request.customerId.isEmpty() && !request.customerId.isValid())
        return refused("customerId");
    if (request.comment.size() > MaxComment)
        return refused("comment");
    if (request.notes.size() > MaxNotes)
        return refused("notes");
    if (!reasonsFit(request.verdict, request.reasonCodes))
        return refused("reasonCodes");
    return std::nullopt;
}

QByteArray writeDecision(const DecisionRequest& request, const SessionInfo& officer)
{
    return JsonBody()
        .text("status", WireValue<Verdict>::nameOf(request.verdict))
        .text("verificationId", request.verificationId.text())
        .textOptional("customerId", request.customerId.text())
        .textOptional("verificationType", request.type.isKnown() ? request.type.text() : QString())
        .textOptional("userId", officer.userId.text())
        .textOptional("approvedBy", officer.displayName)
        .textOptional("comment", request.comment)
        .textOptional("notes", request.notes)
        .textsOptional("reasonCodes", request.reasonCodes)
        .take();
}

Result<DecisionAnswer> readDecisionAnswer(const QByteArray& body, const DecisionRequest& sent)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    DecisionAnswer answer;
    answer.status = payload.member("status").required().word<VerificationStatus>();
    if (answer.status.text() != WireValue<Verdict>::nameOf(sent.verdict))
        payload.member("status").noteFault("not the status of the verdict");
    answer.verificationId = sent.verificationId;
    const JsonPlace verification = payload.firstOf({"verificationId", "id"});
    if (verification.isPresent() && verification.id<VerificationId>() != sent.verificationId)
        verification.noteFault("not the verification that was decided");

    const JsonPlace rest = payload.tolerant();
    answer.decidedAt = rest.firstOf({"decidedAt", "approvedAt"}).time();
    answer.decidedBy = rest.member("decidedBy").idText();
    answer.reasonCodes = rest.member("reasonCodes").texts();
    answer.version = rest.member("version").smallInteger(0, std::numeric_limits<int>::max());
    return envelope->checked(answer);
}

} // namespace finhub::api
