#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

#include <QUuid>

namespace finhub::sandbox {

namespace {
constexpr int LongestVersion = 20; // as a consent's (2.10)
/// The contract leaves the length of a text open: some forty pages have to be enough.
constexpr int LongestBody = 100'000;

Json templateView(const RequestContext& context, const ConsentTemplate& consent)
{
    return Json{{"consentId", jsonText(consent.id)},
                {"type", jsonText(templateTypeName(consent.type))},
                {"version", jsonText(consent.version)},
                {"status", context.state.templates->isActive(consent) ? "ACTIVE" : "INACTIVE"},
                {"effectiveDate", jsonText(consent.effectiveDate.toString(Qt::ISODate))},
                {"content",
                 {{"title", jsonText(consent.title)},
                  {"body", jsonText(consent.body)},
                  {"locale", jsonTextOrNull(consent.locale)}}}};
}

void readContent(Fields& fields, ConsentTemplate& consent)
{
    const Json* content = fields.object("content", Need::Required);
    if (!content)
        return;
    Fields inner(*content, QStringLiteral("content."));
    consent.title = inner.text("title", Need::Required);
    consent.body = inner.text("body", Need::Required, LongestBody);
    consent.locale = inner.text("locale", Need::Optional);
    fields.take(inner);
}

tl::expected<ConsentTemplate, Refusal> readTemplate(const RequestContext& context)
{
    ConsentTemplate consent;
    Fields fields(context.body);
    const QString type = fields.text("type", Need::Required);
    consent.type = templateTypeOf(type);
    if (!type.isEmpty() && consent.type == ConsentType::Unknown)
        fields.fault("type", QStringLiteral("is not one of TERMS, PRIVACY, DATA_PROCESSING"));
    consent.version = fields.text("version", Need::Required, LongestVersion);
    consent.effectiveDate = fields.date("effectiveDate", Need::Required);
    readContent(fields, consent);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    return consent;
}

Outcome put(RequestContext& context, const QString& id)
{
    auto consent = readTemplate(context);
    if (!consent)
        return tl::unexpected(consent.error());
    consent->id = id;
    const ConsentTemplate* kept = context.state.templates->put(std::move(*consent));
    if (!kept)
        return tl::unexpected(refuse(ErrorWord::InternalError));
    return administrativeAnswer(templateView(context, *kept));
}

Outcome createTemplate(RequestContext& context)
{
    return put(context, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Outcome changeTemplate(RequestContext& context)
{
    return put(context, context.consentTemplate->id);
}

/// Oldest first.
Outcome templates(RequestContext& context)
{
    Json views = Json::array();
    for (const ConsentTemplate& consent : context.state.templates->all())
        views.push_back(templateView(context, consent));
    return administrativeAnswer(Json{{"templates", std::move(views)}});
}

Outcome oneTemplate(RequestContext& context)
{
    return administrativeAnswer(templateView(context, *context.consentTemplate));
}

Outcome removeTemplate(RequestContext& context)
{
    if (!context.state.templates->remove(context.pathValue("consentId")))
        return tl::unexpected(refuse(ErrorWord::InternalError));
    return administrativeAnswer();
}
} // namespace

QList<Route> consentTemplateRoutes()
{
    const QByteArray all = "/api/v2.1/admin/consents";
    const QByteArray one = all + "/{consentId}";
    const auto existing = Resource::ConsentTemplate;
    return {
        {"GET", all, Access::Admin, Resource::None, BodyUse::None, false, {}, templates},
        {"POST", all, Access::Admin, Resource::None, BodyUse::Required, false, {}, createTemplate},
        {"GET", one, Access::Admin, existing, BodyUse::None, false, {}, oneTemplate},
        {"PUT", one, Access::Admin, existing, BodyUse::Required, false, {}, changeTemplate},
        {"DELETE", one, Access::Admin, existing, BodyUse::None, false, {}, removeTemplate},
    };
}

} // namespace finhub::sandbox
