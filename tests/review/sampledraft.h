#pragma once

#include "review/registrationdraft.h"

/// The categories of the sandbox and a registration that lacks nothing.
namespace finhub::test {

inline Category sampleCategory(const char* code, const char* id, const char* name, RiskLevel risk,
                               const char* approver)
{
    Category category;
    category.code = QLatin1String(code);
    category.id = CategoryId(QLatin1String(id));
    category.name = QLatin1String(name);
    category.risk = risk;
    category.approver = QLatin1String(approver);
    return category;
}

/// In the order in which the sandbox sends them.
inline QList<Category> sampleCategories()
{
    Category small = sampleCategory("B2B_SMALL_BUSINESS", "fs-cat-b2b-small-001", "Small Business",
                                    RiskLevel::Medium, "TENANT");
    Category high = sampleCategory("HIGH_RISK_INDIVIDUAL", "fs-cat-b2c-high-001", "High Risk Individual",
                                   RiskLevel::High, "POWER_TENANT");
    high.requiredDocuments = {Requirement::GovernmentId, Requirement::ProofOfAddress,
                              Requirement::SourceOfFunds, Requirement::BeneficialOwnership,
                              Requirement::PepDeclaration};
    Category low = sampleCategory("INDIVIDUAL_STANDARD", "fs-cat-b2c-low-001", "Individual Standard",
                                  RiskLevel::Low, "TENANT");
    low.requiredDocuments = {Requirement::GovernmentId};
    Category medium = sampleCategory("INDIVIDUAL_VERIFIED", "fs-cat-b2c-medium-001", "Individual Verified",
                                     RiskLevel::Medium, "TENANT");
    medium.requiredDocuments = {Requirement::GovernmentId, Requirement::ProofOfAddress,
                                Requirement::SourceOfFunds};
    return {small, high, low, medium};
}

inline constexpr const char* SamplePassword = "SecurePass123!";

inline review::RegistrationDraft completeDraft()
{
    using review::DraftField;
    review::RegistrationDraft draft;
    draft.category = sampleCategories().at(2);
    draft.setText(DraftField::FirstName, QStringLiteral("Rasa"));
    draft.setText(DraftField::LastName, QStringLiteral("Vaitkus"));
    draft.setText(DraftField::BirthDate, QStringLiteral("1990-05-15"));
    draft.setText(DraftField::Nationality, QStringLiteral("Lithuania"));
    draft.setText(DraftField::Email, QStringLiteral("rasa@example.com"));
    draft.setText(DraftField::Phone, QStringLiteral("+37060012345"));
    const QString password = QLatin1String(SamplePassword);
    draft.password = review::PasswordFacts::of(password, password, false);
    return draft;
}

} // namespace finhub::test
