#pragma once

#include "core/enums.h"
#include "core/secret.h"
#include "core/values.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// 2.4: what a new customer is registered with.
namespace finhub {

/// The values of the AML parametrization (feature `ENHANCED_AML_MONITORING`).
enum class AmlRisk { Low, Medium, High, Critical, Unknown };
template <>
struct WireNames<AmlRisk> {
    static constexpr std::array<std::pair<AmlRisk, const char*>, 4> table{{{AmlRisk::Low, "LOW"},
                                                                           {AmlRisk::Medium, "MEDIUM"},
                                                                           {AmlRisk::High, "HIGH"},
                                                                           {AmlRisk::Critical, "CRITICAL"}}};
};

enum class PepCategory { Domestic, Foreign, RelativeOrCloseAssociate, InternationalOrganization, Unknown };
template <>
struct WireNames<PepCategory> {
    static constexpr std::array<std::pair<PepCategory, const char*>, 4> table{
        {{PepCategory::Domestic, "DOMESTIC_PEP"},
         {PepCategory::Foreign, "FOREIGN_PEP"},
         {PepCategory::RelativeOrCloseAssociate, "RCA"},
         {PepCategory::InternationalOrganization, "HIO"}}};
};

enum class SanctionsScreening { Standard, Enhanced, RealTime, Unknown };
template <>
struct WireNames<SanctionsScreening> {
    static constexpr std::array<std::pair<SanctionsScreening, const char*>, 3> table{
        {{SanctionsScreening::Standard, "STANDARD"},
         {SanctionsScreening::Enhanced, "ENHANCED"},
         {SanctionsScreening::RealTime, "REAL_TIME"}}};
};

enum class Monitoring { Weekly, Daily, RealTime, Unknown };
template <>
struct WireNames<Monitoring> {
    static constexpr std::array<std::pair<Monitoring, const char*>, 3> table{
        {{Monitoring::Weekly, "WEEKLY"}, {Monitoring::Daily, "DAILY"}, {Monitoring::RealTime, "REAL_TIME"}}};
};

/// What `gender` may be; only MALE is documented.
enum class Gender { Male, Female, Other, Unknown };
template <>
struct WireNames<Gender> {
    static constexpr std::array<std::pair<Gender, const char*>, 3> table{
        {{Gender::Male, "MALE"}, {Gender::Female, "FEMALE"}, {Gender::Other, "OTHER"}}};
};

/// The AML parametrization. `Unknown` and empty optionals are not sent.
struct AmlProfile {
    AmlRisk risk = AmlRisk::Unknown; ///< mandatory
    std::optional<int> score;        ///< 0-100
    std::optional<bool> pep;
    PepCategory pepCategory = PepCategory::Unknown; ///< of a PEP only
    SanctionsScreening sanctions = SanctionsScreening::Unknown;
    Monitoring monitoring = Monitoring::Unknown;
    std::optional<bool> enhancedDueDiligence; ///< `edd`

    friend bool operator==(const AmlProfile&, const AmlProfile&) = default;
};

/// 2.4 (P): the highest of the category's risk, the parametrization's (CRITICAL counts as HIGH), and HIGH for
/// a PEP. `Unknown` when the category's is not known and nothing else makes it HIGH.
RiskLevel riskOf(RiskLevel category, const std::optional<AmlProfile>& aml);

/// A registration, ready to be sent. Move-only, since the password is in it.
struct RegistrationRequest {
    Person person;
    Secret password;
    CategoryId categoryId;
    QString categoryName;
    QList<Role> roles; ///< `ACCOUNT_OWNER`, `USER`; empty: the server's default, both
    std::optional<AmlProfile> aml;
    QByteArray idempotencyKey; ///< UUID of the intent, sent where `idempotent-decision` is offered
};

} // namespace finhub
