#include "core/requireddocuments.h"

#include <array>

namespace finhub {

namespace {
constexpr std::array All{Requirement::GovernmentId, Requirement::ProofOfAddress, Requirement::SourceOfFunds,
                         Requirement::BeneficialOwnership, Requirement::PepDeclaration};
} // namespace

std::span<const Requirement> requirementsFor(RiskLevel risk)
{
    const std::span<const Requirement> all = All;
    switch (risk) {
    case RiskLevel::Low:
        return all.first(1);
    case RiskLevel::Medium:
        return all.first(3);
    case RiskLevel::High:
        return all;
    case RiskLevel::Unknown:
        return {};
    }
    return {};
}

VerificationLevel levelFor(RiskLevel risk)
{
    switch (risk) {
    case RiskLevel::Low:
    case RiskLevel::Medium:
        return VerificationLevel::Tenant;
    case RiskLevel::High:
        return VerificationLevel::PowerTenant;
    case RiskLevel::Unknown:
        return VerificationLevel::Unknown;
    }
    return VerificationLevel::Unknown;
}

Requirement requirementOf(DocumentType type)
{
    switch (type) {
    case DocumentType::Passport:
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::DriversLicense:
    case DocumentType::GovernmentId:
        return Requirement::GovernmentId;
    case DocumentType::ProofOfAddress:
        return Requirement::ProofOfAddress;
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
        return Requirement::SourceOfFunds;
    case DocumentType::BeneficialOwnership:
        return Requirement::BeneficialOwnership;
    case DocumentType::PepDeclaration:
        return Requirement::PepDeclaration;
    case DocumentType::Selfie:
    case DocumentType::Unknown:
        return Requirement::Unknown;
    }
    return Requirement::Unknown;
}

bool satisfiesLevel(VerificationLevel have, VerificationLevel need)
{
    if (have == VerificationLevel::Unknown || need == VerificationLevel::Unknown)
        return false;
    return need == VerificationLevel::Tenant || have != VerificationLevel::Tenant;
}

QList<Requirement> missingRequirements(RiskLevel risk, const QList<DocumentType>& present)
{
    QList<Requirement> missing;
    for (const Requirement requirement : requirementsFor(risk)) {
        bool satisfied = false;
        for (const DocumentType type : present)
            satisfied = satisfied || requirementOf(type) == requirement;
        if (!satisfied)
            missing << requirement;
    }
    return missing;
}

} // namespace finhub
