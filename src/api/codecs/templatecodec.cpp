#include "api/codecs/templatecodec.h"

#include "api/codecs/consentcodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/textlimits.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

namespace {
/// R22, the other way round.
QString shortForm(ConsentType type)
{
    switch (type) {
    case ConsentType::TermsAndConditions:
        return QStringLiteral("TERMS");
    case ConsentType::PrivacyPolicy:
        return QStringLiteral("PRIVACY");
    case ConsentType::DataProcessing:
        return QStringLiteral("DATA_PROCESSING");
    case ConsentType::Unknown:
        break;
    }
    return {};
}

void overwrite(QString& text, const JsonPlace& place)
{
    if (place.isPresent())
        text = place.text();
}

ConsentTemplate readTemplate(const JsonPlace& place, ConsentTemplate text = {})
{
    text.id = place.firstOf({"consentId", "id"}).required().idText();
    if (const JsonPlace type = place.firstOf({"type", "consentType"}); type.isPresent())
        text.type = readConsentType(type);
    overwrite(text.version, place.member("version"));
    text.status = place.member("status").word<TemplateStatus>();
    if (const JsonPlace date = place.member("effectiveDate"); date.isPresent())
        text.effectiveDate = date.date();
    const JsonPlace content = place.member("content");
    overwrite(text.title, content.member("title"));
    overwrite(text.body, content.member("body"));
    overwrite(text.locale, content.member("locale"));
    return text;
}
} // namespace

std::optional<Error> faultOf(const ConsentTemplate& text)
{
    const auto refused = [](const char* member) {
        return Error::of(ErrorKind::Refused, QLatin1String(member));
    };
    if (!text.type.isKnown())
        return refused("type");
    if (!isText(text.version, MaxConsentVersion))
        return refused("version");
    if (!text.effectiveDate.isValid())
        return refused("effectiveDate");
    if (!isText(text.title))
        return refused("content.title");
    if (text.body.trimmed().isEmpty())
        return refused("content.body");
    if (!isOptionalText(text.locale))
        return refused("content.locale");
    return std::nullopt;
}

QByteArray writeConsentTemplate(const ConsentTemplate& text)
{
    return JsonBody()
        .text("type", shortForm(text.type.value()))
        .text("version", text.version)
        .text("effectiveDate", text.effectiveDate.toString(Qt::ISODate))
        .object("content")
        .text("title", text.title)
        .text("body", text.body)
        .textOptional("locale", text.locale)
        .take();
}

Result<QList<ConsentTemplate>> readConsentTemplates(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    const JsonPlace list = payload.isArray() ? payload : payload.member("templates").required();
    QList<ConsentTemplate> templates;
    for (const JsonPlace& entry : list.elements())
        templates.append(readTemplate(entry.required()));
    return envelope->checked(templates);
}

Result<ConsentTemplate> readSavedTemplate(const QByteArray& body, const ConsentTemplate& sent)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    ConsentTemplate saved = readTemplate(payload, sent);
    if (saved.type != sent.type)
        payload.member("type").noteFault("not the type that was sent");
    if (!sent.id.isEmpty() && saved.id != sent.id)
        payload.firstOf({"consentId", "id"}).noteFault("not the template that was changed");
    return envelope->checked(saved);
}

} // namespace finhub::api
