#include "api/codecs/recommendationcodec.h"

#include "api/codecs/claimcodec.h"
#include "api/codecs/decisioncodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/pagecodec.h"
#include "api/json/jsonbody.h"

#include <algorithm>
#include <limits>

namespace finhub::api {

namespace {
constexpr qsizetype DigestLength = 64;

bool isDigest(const QByteArray& text)
{
    return text.size() == DigestLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Recommendation readRecommendation(const JsonPlace& place)
{
    Recommendation recommendation;
    recommendation.id = place.member("id").required().idText();
    recommendation.verificationId = place.member("verificationId").id<VerificationId>();
    recommendation.round = place.member("round").smallInteger(1, std::numeric_limits<int>::max()).value_or(1);
    recommendation.by = readOfficer(place.member("by"));
    recommendation.at = place.member("at").time();
    recommendation.withheld = place.member("withheld").flag().value_or(false);
    // What a host says in spite of it is not looked at: blind is blind.
    if (recommendation.withheld)
        return recommendation;
    recommendation.verdict = place.member("verdict").word<Verdict>();
    recommendation.reasonCodes = place.member("reasonCodes").texts();
    recommendation.notes = place.member("notes").text();
    recommendation.snapshot = place.member("snapshot").text().toLatin1();
    return recommendation;
}
} // namespace

std::optional<Error> faultOf(const RecommendationRequest& request)
{
    const auto refused = [](const char* member) {
        return Error::of(ErrorKind::Refused, QLatin1String(member));
    };
    if (request.verdict == Verdict::Unknown)
        return refused("verdict");
    if (!reasonsFit(request.verdict, request.reasonCodes))
        return refused("reasonCodes");
    if (request.notes.size() > MaxNoteLength)
        return refused("notes");
    if (!isDigest(request.snapshot))
        return refused("snapshot");
    return std::nullopt;
}

QByteArray writeRecommendation(const RecommendationRequest& request)
{
    return JsonBody()
        .text("verdict", WireValue<Verdict>::nameOf(request.verdict))
        .textsOptional("reasonCodes", request.reasonCodes)
        .textOptional("notes", request.notes)
        .text("snapshot", QString::fromLatin1(request.snapshot))
        .take();
}

Result<Recommendation> readRecommendationAnswer(const QByteArray& body, const RecommendationRequest& sent)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    Recommendation recommendation = readRecommendation(payload);
    if (recommendation.verificationId.isEmpty())
        recommendation.verificationId = sent.verificationId;
    else if (recommendation.verificationId != sent.verificationId)
        payload.member("verificationId").noteFault("not the verification that was recommended upon");
    if (recommendation.verdict.isAbsent())
        recommendation.verdict = sent.verdict;
    else if (recommendation.verdict.value() != sent.verdict)
        payload.member("verdict").noteFault("not the verdict that was sent");
    return envelope->checked(recommendation);
}

Result<Page<Recommendation>> readRecommendationPage(const QByteArray& body, int page, int size)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return envelope->checked(
        readPage<Recommendation>(envelope->payload(), "recommendations", page, size, readRecommendation));
}

} // namespace finhub::api
