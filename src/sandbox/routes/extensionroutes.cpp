#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

namespace finhub::sandbox {

namespace {
Outcome extensions(RequestContext& context)
{
    // Section 6: with none switched on the list itself is not there.
    if (context.state.options.extensions.isEmpty())
        return tl::unexpected(notFound(QStringLiteral("route")));
    QList<Extension> offered;
    for (const Extension extension : implementedExtensions()) {
        if (context.state.offers(extension))
            offered << extension;
    }
    Answer answer;
    answer.data = Json{{"extensions", jsonWords(offered)}};
    return answer;
}
} // namespace

QList<Route> extensionRoutes()
{
    return {
        {"GET", "/api/v2.1/extensions", Access::Admin, Resource::None, BodyUse::None, false, {}, extensions}};
}

} // namespace finhub::sandbox
