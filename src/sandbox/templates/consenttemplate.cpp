#include "sandbox/templates/consenttemplate.h"

#include "sandbox/json.h"

namespace finhub::sandbox {

QString templateKind()
{
    return QStringLiteral("consent-template");
}

QString templateTypeName(ConsentType type)
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

ConsentType templateTypeOf(const QString& name)
{
    for (const auto& [type, wireName] : WireNames<ConsentType>::table) {
        if (templateTypeName(type) == name)
            return type;
    }
    return ConsentType::Unknown;
}

KeptRecord recordOf(const ConsentTemplate& consent)
{
    const Json value{{"type", jsonText(templateTypeName(consent.type))},
                     {"version", jsonText(consent.version)},
                     {"effectiveDate", jsonText(consent.effectiveDate.toString(Qt::ISODate))},
                     {"title", jsonText(consent.title)},
                     {"body", jsonText(consent.body)},
                     {"locale", jsonText(consent.locale)},
                     {"activated", consent.activated}};
    return {{templateKind(), consent.id}, consent.place, jsonBytes(value)};
}

std::optional<ConsentTemplate> templateOf(const KeptRecord& record)
{
    const auto value = parseJsonObject(record.value);
    if (!value)
        return std::nullopt;
    ConsentTemplate consent;
    consent.id = record.key.id;
    consent.type = templateTypeOf(memberText(*value, "type"));
    consent.version = memberText(*value, "version");
    consent.effectiveDate = QDate::fromString(memberText(*value, "effectiveDate"), Qt::ISODate);
    consent.title = memberText(*value, "title");
    consent.body = memberText(*value, "body");
    consent.locale = memberText(*value, "locale");
    consent.place = record.place;
    consent.activated = memberNumber(*value, "activated");
    return consent;
}

} // namespace finhub::sandbox
