#include "sandbox/routes/drawing.h"
#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
Json documentsView(const QList<DocumentRecord>& documents)
{
    Json view = Json::array();
    for (const DocumentRecord& document : documents)
        view.push_back(documentView(document));
    return view;
}

Outcome queue(RequestContext& context)
{
    ListQuery query(context.http);
    const auto statuses = query.words<VerificationStatus>("status");
    if (statuses.contains(VerificationStatus::None))
        query.fault("status", QStringLiteral("is not one of the allowed values"));
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const auto hits = context.state.cases->queue(statuses, query.offset(), query.size());
    Json verifications = Json::array();
    for (const VerificationQueue::Entry& entry : hits.entries) {
        auto file = context.state.cases->byNumber(entry.customer);
        if (!file)
            continue;
        if (const auto* verification = findVerification(*file, VerificationId(uuidText(entry.id)))) {
            Json view = verificationView(*file, *verification);
            addClaim(context, *verification, view);
            verifications.push_back(std::move(view));
        }
    }
    Answer answer;
    answer.data =
        Json{{"verifications", std::move(verifications)}, {"pagination", query.paginationView(hits.total)}};
    return answer;
}

Outcome verification(RequestContext& context)
{
    QList<DocumentRecord> documents = documentsOf(context.file, context.verification->id);
    Answer answer;
    answer.drawFirst = fillDigests(context, documents);
    answer.data = verificationView(context.file, *context.verification);
    addClaim(context, *context.verification, answer.data);
    answer.data["documents"] = documentsView(documents);
    // 3.2 itself asks for the ETag, also where decisions do not heed it.
    answer.headers.append({QByteArrayLiteral("ETag"), etagOf(*context.verification)});
    return answer;
}

Outcome documents(RequestContext& context)
{
    ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const QList<DocumentRecord> all = documentsOf(context.file, context.verification->id);
    QList<DocumentRecord> page = all.mid(std::min<qsizetype>(query.offset(), all.size()), query.size());
    Answer answer;
    answer.drawFirst = fillDigests(context, page);
    answer.data = Json{{"documents", documentsView(page)}, {"pagination", query.paginationView(all.size())}};
    return answer;
}
} // namespace

QList<Route> caseReadRoutes()
{
    const QByteArray base = "/api/v2.1/verifications";
    const auto extension = Extension::VerificationRead;
    return {{"GET", base, Access::Admin, Resource::None, BodyUse::None, false, extension, queue},
            {"GET", base + "/{verificationId}", Access::Admin, Resource::Verification, BodyUse::None, false,
             extension, verification},
            {"GET", base + "/{verificationId}/documents", Access::Admin, Resource::Verification,
             BodyUse::None, false, extension, documents}};
}

} // namespace finhub::sandbox
