#include "sandbox/routes/categorization.h"

#include "sandbox/accounts/categories.h"

#include <QMap>
#include <QStringList>

#include <algorithm>

namespace finhub::sandbox {

namespace {
/// The values that a key of ENHANCED_AML_MONITORING takes; `riskScore` is a number.
const QMap<QString, QStringList>& allowedValues()
{
    static const QStringList truth{QStringLiteral("true"), QStringLiteral("false")};
    static const QMap<QString, QStringList> allowed{
        {QStringLiteral("riskLevel"),
         {QStringLiteral("LOW"), QStringLiteral("MEDIUM"), QStringLiteral("HIGH"),
          QStringLiteral("CRITICAL")}},
        {QStringLiteral("pep"), truth},
        {QStringLiteral("pepCategory"),
         {QStringLiteral("DOMESTIC_PEP"), QStringLiteral("FOREIGN_PEP"), QStringLiteral("RCA"),
          QStringLiteral("HIO")}},
        {QStringLiteral("sanctionsCheck"),
         {QStringLiteral("STANDARD"), QStringLiteral("ENHANCED"), QStringLiteral("REAL_TIME")}},
        {QStringLiteral("monitoring"),
         {QStringLiteral("WEEKLY"), QStringLiteral("DAILY"), QStringLiteral("REAL_TIME")}},
        {QStringLiteral("edd"), truth},
    };
    return allowed;
}

bool isAllowed(const QString& key, const QString& value)
{
    if (key == QLatin1String("riskScore")) {
        bool ok = false;
        const int score = value.toInt(&ok);
        return ok && score >= 0 && score <= 100;
    }
    const auto allowed = allowedValues().constFind(key);
    return allowed == allowedValues().constEnd() || allowed->contains(value);
}

const Json* member(const Json& object, const char* name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

/// The parametrization of ENHANCED_AML_MONITORING, nullptr when that feature is not switched on.
const Json* monitoringParameters(const Json& individualCustomer)
{
    const Json* categorization = member(individualCustomer, "categorization");
    const Json* relations = categorization ? member(*categorization, "categoryFeatureRelations") : nullptr;
    if (!relations || !relations->is_array())
        return nullptr;
    for (const Json& relation : *relations) {
        const Json* feature = member(relation, "feature");
        const Json* code = feature ? member(*feature, "code") : nullptr;
        const Json* enabled = member(relation, "enabled");
        const bool off = enabled && enabled->is_boolean() && !enabled->get<bool>();
        if (code && textOf(*code) == QLatin1String("ENHANCED_AML_MONITORING") && !off) {
            static const Json none = Json::array();
            const Json* parameters = member(relation, "parametrization");
            return parameters && parameters->is_array() ? parameters : &none;
        }
    }
    return nullptr;
}

Refusal invalidCategorization(const QString& details, const Json& missingKeys, const Json& invalidValues)
{
    return refuse(
        ErrorWord::InvalidCategorization,
        Json{{"details", jsonText(details)}, {"missingKeys", missingKeys}, {"invalidValues", invalidValues}});
}
} // namespace

tl::expected<RiskLevel, Refusal> riskOfRegistration(const CategoryId& id, const Json& individualCustomer)
{
    const SandboxCategory* category = findCategory(id);
    if (!category || !category->forIndividuals) {
        const QString details = category ? QStringLiteral("The category is not for individuals")
                                         : QStringLiteral("The category is unknown");
        return tl::unexpected(invalidCategorization(details, Json::array(), Json::object()));
    }
    const Json* parameters = monitoringParameters(individualCustomer);
    if (!parameters)
        return category->risk;

    QMap<QString, QString> values;
    Json invalid = Json::object();
    for (const Json& parameter : *parameters) {
        const Json* name = member(parameter, "name");
        const Json* value = member(parameter, "value");
        const QString key = name ? textOf(*name) : QString();
        values.insert(key, value ? textOf(*value) : QString());
        if (!value || !value->is_string() || !isAllowed(key, textOf(*value)))
            invalid[key.toStdString()] = value ? *value : Json();
    }
    const QString riskKey = QStringLiteral("riskLevel");
    const Json missing = values.contains(riskKey) ? Json::array() : Json::array({"riskLevel"});
    if (!missing.empty() || !invalid.empty()) {
        return tl::unexpected(invalidCategorization(
            QStringLiteral("The parametrization of ENHANCED_AML_MONITORING is not valid"), missing, invalid));
    }
    RiskLevel risk = WireValue<RiskLevel>::fromWire(values.value(riskKey)).value();
    if (values.value(riskKey) == QLatin1String("CRITICAL") ||
        values.value(QStringLiteral("pep")) == QLatin1String("true"))
        risk = RiskLevel::High;
    return std::max(risk, category->risk);
}

} // namespace finhub::sandbox
