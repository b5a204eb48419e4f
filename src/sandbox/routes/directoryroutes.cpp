#include "core/wiretime.h"
#include "sandbox/accounts/categories.h"
#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
constexpr qsizetype LongestSearch = 100;

/// A date or a time; for an upper limit a date means its last millisecond.
std::optional<qint64> readLimit(ListQuery& query, const char* name, bool upper)
{
    const QString text = query.text(name).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    const QDateTime time = date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC) : parseWireTime(text);
    if (!time.isValid()) {
        query.fault(name, QStringLiteral("must be a date or a time"));
        return std::nullopt;
    }
    const bool wholeDay = upper && date.isValid();
    return (wholeDay ? time.addDays(1).addMSecs(-1) : time).toMSecsSinceEpoch();
}

void readSort(ListQuery& query, DirectorySelection& selection)
{
    QString sort = query.text("sort").trimmed();
    if (sort.isEmpty())
        return;
    selection.descending = sort.startsWith(u'-');
    if (selection.descending)
        sort.remove(0, 1);
    selection.sort = WireValue<DirectorySort>::fromWire(sort).value();
    if (selection.sort == DirectorySort::Unknown)
        query.fault("sort", QStringLiteral("is not one of the allowed values"));
}

DirectorySelection readSelection(ListQuery& query)
{
    DirectorySelection selection;
    selection.search = query.text("search");
    if (selection.search.size() > LongestSearch)
        query.fault("search", QStringLiteral("must have at most 100 characters"));
    selection.stages = query.words<Stage>("stage");
    selection.statuses = query.words<VerificationStatus>("status");
    selection.risks = query.words<RiskLevel>("risk");
    for (const QString& category : query.alternatives("category")) {
        selection.categories << CategoryId(category);
        if (!findCategory(CategoryId(category)))
            query.fault("category", QStringLiteral("is not a category of 2.3"));
    }
    selection.nationalities = query.alternatives("nationality");
    selection.createdFrom = readLimit(query, "createdFrom", false);
    selection.createdTo = readLimit(query, "createdTo", true);
    readSort(query, selection);
    return selection;
}

/// 3.1: whose claim; ignored where there are none.
void readClaims(const RequestContext& context, ListQuery& query, DirectorySelection& selection)
{
    if (!context.state.offers(Extension::Claims))
        return;
    const auto ways = query.words<ClaimFilter>("claim");
    if (!ways.isEmpty())
        selection.among = context.state.cases->claimedAs(ways, context.caller.user, context.now);
}

Json itemView(const RequestContext& context, quint32 number)
{
    const DirectoryItem item = context.state.cases->itemAt(number);
    Json view = directoryItemView(item);
    if (item.verification)
        addClaim(context, *item.verification, view["verification"]);
    return view;
}

Outcome directory(RequestContext& context)
{
    ListQuery query(context.http);
    DirectorySelection selection = readSelection(query);
    readClaims(context, query, selection);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const DirectoryHits hits = context.state.cases->find(selection, query.offset(), query.size());
    Json customers = Json::array();
    for (const quint32 number : hits.rows)
        customers.push_back(itemView(context, number));
    Json stages = Json::object();
    for (const auto& [stage, name] : WireNames<Stage>::table)
        stages[name] = hits.stages[std::size_t(stage)];
    Answer answer;
    answer.data = Json{{"customers", std::move(customers)},
                       {"pagination", query.paginationView(hits.total)},
                       {"facets", {{"stage", stages}}}};
    return answer;
}

Outcome customer(RequestContext& context)
{
    Answer answer;
    answer.data = customerView(context.file);
    if (const VerificationRecord* verification = currentVerification(context.file))
        addClaim(context, *verification, answer.data["verification"]);
    return answer;
}
} // namespace

QList<Route> directoryRoutes()
{
    const QByteArray base = "/api/v2.1/customer/individual";
    return {{"GET", base, Access::Admin, Resource::None, BodyUse::None, false, Extension::CustomerDirectory,
             directory},
            {"GET", base + "/{customerId}", Access::Admin, Resource::Customer, BodyUse::None, false,
             Extension::CustomerDirectory, customer}};
}

} // namespace finhub::sandbox
