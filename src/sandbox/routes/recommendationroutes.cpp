#include "core/lifecycle.h"
#include "sandbox/routes/listquery.h"
#include "sandbox/routes/preconditions.h"
#include "sandbox/routes/reasons.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/officerwork.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
/// 3.9: whether the caller may not see yet what this says. Who cannot recommend (7.7) never may while the
/// verification is open.
bool isWithheld(const RequestContext& context, const RecommendationRecord& recommendation)
{
    const VerificationRecord& verification = *context.verification;
    if (!isOpen(verification.status))
        return false;
    if (!mayWrite(context.caller.roles))
        return true;
    return recommendation.round == verification.round && recommendation.by.id != context.caller.user &&
           !ownRecommendation(context.file, verification, context.caller.user);
}

Json recommendationView(const RecommendationRecord& recommendation, bool withheld)
{
    Json view{{"id", jsonText(recommendation.id)},
              {"verificationId", jsonText(recommendation.verificationId.text())},
              {"round", recommendation.round},
              {"by", officerView(recommendation.by)},
              {"at", jsonTime(recommendation.at)},
              {"withheld", withheld}};
    if (withheld)
        return view;
    view["verdict"] = jsonWord(recommendation.verdict);
    view["reasonCodes"] = jsonTexts(recommendation.reasonCodes);
    view["notes"] = jsonTextOrNull(recommendation.notes);
    view["snapshot"] = jsonText(recommendation.snapshot);
    return view;
}

Outcome recommendations(RequestContext& context)
{
    const ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    qint64 total = 0;
    Json page = Json::array();
    for (const RecommendationRecord& recommendation : std::as_const(context.file.recommendations)) {
        if (recommendation.verificationId != context.verification->id)
            continue;
        if (total >= query.offset() && qint64(page.size()) < query.size())
            page.push_back(recommendationView(recommendation, isWithheld(context, recommendation)));
        ++total;
    }
    Answer answer;
    answer.data = Json{{"recommendations", std::move(page)}, {"pagination", query.paginationView(total)}};
    return answer;
}

bool isDigest(const QString& text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

tl::expected<RecommendationRecord, Refusal> readRecommendation(const RequestContext& context)
{
    RecommendationRecord sent;
    Fields fields(context.body);
    sent.verdict = readVerdict(context, fields, "verdict");
    sent.reasonCodes = readReasons(fields, sent.verdict);
    sent.notes = fields.longText("notes", 4000);
    sent.snapshot = fields.text("snapshot", Need::Required);
    if (!sent.snapshot.isEmpty() && !isDigest(sent.snapshot))
        fields.fault("snapshot", QStringLiteral("must be 64 lower-case hexadecimal digits"));
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return sent;
}

std::optional<Refusal> checkFirst(const RequestContext& context)
{
    const VerificationRecord& verification = *context.verification;
    const auto* own = ownRecommendation(context.file, verification, context.caller.user);
    if (!own)
        return std::nullopt;
    return refuse(ErrorWord::AlreadyRecommended, Json{{"verificationId", jsonText(verification.id.text())},
                                                      {"recommendationId", jsonText(own->id)},
                                                      {"round", own->round}});
}

Outcome recommend(RequestContext& context)
{
    const auto sent = readRecommendation(context);
    if (!sent)
        return tl::unexpected(sent.error());
    for (const auto& check : {alreadyDecided(*context.verification), checkFirst(context),
                              checkRetryable(sent->verdict, sent->reasonCodes)}) {
        if (check)
            return tl::unexpected(*check);
    }
    const auto& recorded = addRecommendation(context.file, *context.verification, *sent, context.stamp());
    Answer answer;
    answer.data = recommendationView(recorded, false);
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    return answer;
}
} // namespace

QList<Route> recommendationRoutes()
{
    const QByteArray path = "/api/v2.1/verifications/{verificationId}/recommendations";
    const auto extension = Extension::Recommendations;
    return {
        {"GET", path, Access::Admin, Resource::Verification, BodyUse::None, false, extension,
         recommendations},
        {"POST", path, Access::Admin, Resource::Verification, BodyUse::Required, true, extension, recommend}};
}

} // namespace finhub::sandbox
