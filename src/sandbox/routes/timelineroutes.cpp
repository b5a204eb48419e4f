#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"

namespace finhub::sandbox {

namespace {
/// 3.6: newest first.
Outcome timeline(RequestContext& context)
{
    const ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    const QList<EventRecord>& events = context.file.events;
    Json page = Json::array();
    for (qint64 i = query.offset(); i < events.size() && qint64(page.size()) < query.size(); ++i)
        page.push_back(eventView(events.at(events.size() - 1 - i)));
    Answer answer;
    answer.data = Json{{"events", std::move(page)}, {"pagination", query.paginationView(events.size())}};
    return answer;
}
} // namespace

QList<Route> timelineRoutes()
{
    return {{"GET", "/api/v2.1/customer/individual/{customerId}/timeline", Access::Admin, Resource::Customer,
             BodyUse::None, false, Extension::Timeline, timeline}};
}

} // namespace finhub::sandbox
