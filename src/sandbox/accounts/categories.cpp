#include "sandbox/accounts/categories.h"

#include <algorithm>
#include <array>

namespace finhub::sandbox {

std::span<const SandboxCategory> sandboxCategories()
{
    static const QString tenant = QStringLiteral("TENANT");
    static const std::array<SandboxCategory, 4> categories{{
        {QStringLiteral("INDIVIDUAL_STANDARD"), CategoryId(QStringLiteral("fs-cat-b2c-low-001")),
         QStringLiteral("Individual Standard"), RiskLevel::Low, tenant, true},
        {QStringLiteral("INDIVIDUAL_VERIFIED"), CategoryId(QStringLiteral("fs-cat-b2c-medium-001")),
         QStringLiteral("Individual Verified"), RiskLevel::Medium, tenant, true},
        {QStringLiteral("HIGH_RISK_INDIVIDUAL"), CategoryId(QStringLiteral("fs-cat-b2c-high-001")),
         QStringLiteral("High Risk Individual"), RiskLevel::High, QStringLiteral("POWER_TENANT"), true},
        {QStringLiteral("B2B_SMALL_BUSINESS"), CategoryId(QStringLiteral("fs-cat-b2b-small-001")),
         QStringLiteral("Small Business"), RiskLevel::Medium, tenant, false},
    }};
    return categories;
}

const SandboxCategory* findCategory(const CategoryId& id)
{
    const auto categories = sandboxCategories();
    const auto found = std::find_if(categories.begin(), categories.end(),
                                    [&id](const SandboxCategory& c) { return c.id == id; });
    return found == categories.end() ? nullptr : &*found;
}

const SandboxCategory& categoryOf(RiskLevel risk)
{
    for (const SandboxCategory& category : sandboxCategories()) {
        if (category.forIndividuals && category.risk == risk)
            return category;
    }
    return sandboxCategories().front();
}

} // namespace finhub::sandbox
