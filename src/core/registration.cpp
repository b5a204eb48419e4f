#include "core/registration.h"

#include <algorithm>

namespace finhub {

namespace {
RiskLevel riskLevelOf(AmlRisk risk)
{
    switch (risk) {
    case AmlRisk::Low:
        return RiskLevel::Low;
    case AmlRisk::Medium:
        return RiskLevel::Medium;
    case AmlRisk::High:
    case AmlRisk::Critical:
        return RiskLevel::High;
    case AmlRisk::Unknown:
        break;
    }
    return RiskLevel::Unknown;
}
} // namespace

RiskLevel riskOf(RiskLevel category, const std::optional<AmlProfile>& aml)
{
    if (aml && (aml->pep.value_or(false) || riskLevelOf(aml->risk) == RiskLevel::High))
        return RiskLevel::High;
    const RiskLevel declared = aml ? riskLevelOf(aml->risk) : RiskLevel::Unknown;
    if (category == RiskLevel::Unknown || declared == RiskLevel::Unknown)
        return category;
    return std::max(category, declared);
}

} // namespace finhub
