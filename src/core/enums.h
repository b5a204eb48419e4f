#pragma once

#include "core/wirevalue.h"

#include <array>

/// The enumerations of the contract with their wire names. `Unknown` is what a newer or different host may
/// send.
namespace finhub {

/// Where a customer waits (4.1); the first eight are the seed's phases, in their order.
enum class Stage {
    Categorization,
    Registration,
    Session,
    Verification,
    Documents,
    Approval,
    Consents,
    Activation,
    Active,
    Rejected,
    Unknown
};
template <>
struct WireNames<Stage> {
    static constexpr std::array<std::pair<Stage, const char*>, 10> table{
        {{Stage::Categorization, "CATEGORIZATION"},
         {Stage::Registration, "REGISTRATION"},
         {Stage::Session, "SESSION"},
         {Stage::Verification, "VERIFICATION"},
         {Stage::Documents, "DOCUMENTS"},
         {Stage::Approval, "APPROVAL"},
         {Stage::Consents, "CONSENTS"},
         {Stage::Activation, "ACTIVATION"},
         {Stage::Active, "ACTIVE"},
         {Stage::Rejected, "REJECTED"}}};
};

/// 4.2. `None` is the directory's and the readiness check's word for "no verification exists".
enum class VerificationStatus {
    None,
    Pending,
    Initiated,
    PendingDocuments,
    InProgress,
    ResubmissionRequested,
    Approved,
    Rejected,
    Unknown
};
template <>
struct WireNames<VerificationStatus> {
    static constexpr std::array<std::pair<VerificationStatus, const char*>, 8> table{
        {{VerificationStatus::None, "NONE"},
         {VerificationStatus::Pending, "PENDING"},
         {VerificationStatus::Initiated, "INITIATED"},
         {VerificationStatus::PendingDocuments, "PENDING_DOCUMENTS"},
         {VerificationStatus::InProgress, "IN_PROGRESS"},
         {VerificationStatus::ResubmissionRequested, "RESUBMISSION_REQUESTED"},
         {VerificationStatus::Approved, "APPROVED"},
         {VerificationStatus::Rejected, "REJECTED"}}};
};

/// 2.7.
enum class VerificationType {
    Identity,
    Document,
    EnhancedDueDiligence,
    Sanctions,
    CustomerDueDiligence,
    Unknown
};
template <>
struct WireNames<VerificationType> {
    static constexpr std::array<std::pair<VerificationType, const char*>, 5> table{
        {{VerificationType::Identity, "IDENTITY_VERIFICATION"},
         {VerificationType::Document, "DOCUMENT_VERIFICATION"},
         {VerificationType::EnhancedDueDiligence, "ENHANCED_DUE_DILIGENCE"},
         {VerificationType::Sanctions, "SANCTIONS_CHECK"},
         {VerificationType::CustomerDueDiligence, "CUSTOMER_DUE_DILIGENCE"}}};
};

/// 2.7 and R16.
enum class VerificationLevel { Tenant, PowerTenant, Finhub, Unknown };
template <>
struct WireNames<VerificationLevel> {
    static constexpr std::array<std::pair<VerificationLevel, const char*>, 3> table{
        {{VerificationLevel::Tenant, "TENANT_VERIFIED"},
         {VerificationLevel::PowerTenant, "POWER_TENANT_VERIFIED"},
         {VerificationLevel::Finhub, "FINHUB_VERIFIED"}}};
};

/// 2.4, 3.1: a customer's risk.
enum class RiskLevel { Low, Medium, High, Unknown };
template <>
struct WireNames<RiskLevel> {
    static constexpr std::array<std::pair<RiskLevel, const char*>, 3> table{
        {{RiskLevel::Low, "LOW"}, {RiskLevel::Medium, "MEDIUM"}, {RiskLevel::High, "HIGH"}}};
};

/// 2.8; the wire also knows a leading `DT_`, which the codecs strip (R9).
enum class DocumentType {
    Passport,
    NationalId,
    IdCard,
    DriversLicense,
    GovernmentId,
    ProofOfAddress,
    SourceOfFunds,
    BankStatement,
    IncomeProof,
    BeneficialOwnership,
    PepDeclaration,
    Selfie,
    Unknown
};
template <>
struct WireNames<DocumentType> {
    static constexpr std::array<std::pair<DocumentType, const char*>, 12> table{
        {{DocumentType::Passport, "PASSPORT"},
         {DocumentType::NationalId, "NATIONAL_ID"},
         {DocumentType::IdCard, "ID_CARD"},
         {DocumentType::DriversLicense, "DRIVERS_LICENSE"},
         {DocumentType::GovernmentId, "GOVERNMENT_ID"},
         {DocumentType::ProofOfAddress, "PROOF_OF_ADDRESS"},
         {DocumentType::SourceOfFunds, "SOURCE_OF_FUNDS"},
         {DocumentType::BankStatement, "BANK_STATEMENT"},
         {DocumentType::IncomeProof, "INCOME_PROOF"},
         {DocumentType::BeneficialOwnership, "BENEFICIAL_OWNERSHIP"},
         {DocumentType::PepDeclaration, "PEP_DECLARATION"},
         {DocumentType::Selfie, "SELFIE"}}};
};

/// 4.4: what a risk level asks for.
enum class Requirement {
    GovernmentId,
    ProofOfAddress,
    SourceOfFunds,
    BeneficialOwnership,
    PepDeclaration,
    Unknown
};
template <>
struct WireNames<Requirement> {
    static constexpr std::array<std::pair<Requirement, const char*>, 5> table{
        {{Requirement::GovernmentId, "GOVERNMENT_ID"},
         {Requirement::ProofOfAddress, "PROOF_OF_ADDRESS"},
         {Requirement::SourceOfFunds, "SOURCE_OF_FUNDS"},
         {Requirement::BeneficialOwnership, "BENEFICIAL_OWNERSHIP"},
         {Requirement::PepDeclaration, "PEP_DECLARATION"}}};
};

/// 3.2.
enum class DocumentStatus { Uploaded, Processing, Verified, Unknown };
template <>
struct WireNames<DocumentStatus> {
    static constexpr std::array<std::pair<DocumentStatus, const char*>, 3> table{
        {{DocumentStatus::Uploaded, "UPLOADED"},
         {DocumentStatus::Processing, "PROCESSING"},
         {DocumentStatus::Verified, "VERIFIED"}}};
};

/// 2.8: the kinds of file that FinHub takes.
enum class MimeType { Pdf, Jpeg, Png, Unknown };
template <>
struct WireNames<MimeType> {
    static constexpr std::array<std::pair<MimeType, const char*>, 3> table{
        {{MimeType::Pdf, "application/pdf"}, {MimeType::Jpeg, "image/jpeg"}, {MimeType::Png, "image/png"}}};
};

/// 2.10; the short forms `TERMS` and `PRIVACY` are read by the codecs (R22).
enum class ConsentType { TermsAndConditions, PrivacyPolicy, DataProcessing, Unknown };
template <>
struct WireNames<ConsentType> {
    static constexpr std::array<std::pair<ConsentType, const char*>, 3> table{
        {{ConsentType::TermsAndConditions, "TERMS_AND_CONDITIONS"},
         {ConsentType::PrivacyPolicy, "PRIVACY_POLICY"},
         {ConsentType::DataProcessing, "DATA_PROCESSING"}}};
};

/// 4.3.
enum class ConsentStatus { Pending, Accepted, Unknown };
template <>
struct WireNames<ConsentStatus> {
    static constexpr std::array<std::pair<ConsentStatus, const char*>, 2> table{
        {{ConsentStatus::Pending, "PENDING"}, {ConsentStatus::Accepted, "ACCEPTED"}}};
};

/// 2.14.
enum class TemplateStatus { Active, Inactive, Unknown };
template <>
struct WireNames<TemplateStatus> {
    static constexpr std::array<std::pair<TemplateStatus, const char*>, 2> table{
        {{TemplateStatus::Active, "ACTIVE"}, {TemplateStatus::Inactive, "INACTIVE"}}};
};

/// 2.6: `verificationType`; stored only.
enum class DueDiligence { Standard, Enhanced, Simplified, Unknown };
template <>
struct WireNames<DueDiligence> {
    static constexpr std::array<std::pair<DueDiligence, const char*>, 3> table{
        {{DueDiligence::Standard, "STANDARD"},
         {DueDiligence::Enhanced, "ENHANCED"},
         {DueDiligence::Simplified, "SIMPLIFIED"}}};
};

/// 2.7: `additionalData.priority`.
enum class Priority { Low, Normal, Medium, High, Unknown };
template <>
struct WireNames<Priority> {
    static constexpr std::array<std::pair<Priority, const char*>, 4> table{{{Priority::Low, "LOW"},
                                                                            {Priority::Normal, "NORMAL"},
                                                                            {Priority::Medium, "MEDIUM"},
                                                                            {Priority::High, "HIGH"}}};
};

/// 1.5.
enum class Role {
    Admin,
    AdminUser,
    ComplianceOfficer,
    MasterAdmin,
    PowerTenant,
    Viewer,
    AccountOwner,
    User,
    Unknown
};
template <>
struct WireNames<Role> {
    static constexpr std::array<std::pair<Role, const char*>, 8> table{
        {{Role::Admin, "ADMIN"},
         {Role::AdminUser, "ADMIN_USER"},
         {Role::ComplianceOfficer, "COMPLIANCE_OFFICER"},
         {Role::MasterAdmin, "MASTER_ADMIN"},
         {Role::PowerTenant, "POWER_TENANT"},
         {Role::Viewer, "VIEWER"},
         {Role::AccountOwner, "ACCOUNT_OWNER"},
         {Role::User, "USER"}}};
};

/// 3.6.
enum class ActorType { Admin, Customer, System, Unknown };
template <>
struct WireNames<ActorType> {
    static constexpr std::array<std::pair<ActorType, const char*>, 3> table{
        {{ActorType::Admin, "ADMIN"}, {ActorType::Customer, "CUSTOMER"}, {ActorType::System, "SYSTEM"}}};
};

/// 2.9, 3.4: what an officer can decide; the wire names are the `status` values of the call.
enum class Verdict { Approve, Reject, RequestResubmission, Unknown };
template <>
struct WireNames<Verdict> {
    static constexpr std::array<std::pair<Verdict, const char*>, 3> table{
        {{Verdict::Approve, "APPROVED"},
         {Verdict::Reject, "REJECTED"},
         {Verdict::RequestResubmission, "RESUBMISSION_REQUESTED"}}};
};

/// Section 3's table.
enum class Extension {
    CustomerDirectory,
    VerificationRead,
    DocumentContent,
    VerificationReject,
    ConditionalDecision,
    IdempotentDecision,
    Timeline,
    Claims,
    Recommendations,
    Notes,
    Unknown
};
template <>
struct WireNames<Extension> {
    static constexpr std::array<std::pair<Extension, const char*>, 10> table{
        {{Extension::CustomerDirectory, "customer-directory"},
         {Extension::VerificationRead, "verification-read"},
         {Extension::DocumentContent, "document-content"},
         {Extension::VerificationReject, "verification-reject"},
         {Extension::ConditionalDecision, "conditional-decision"},
         {Extension::IdempotentDecision, "idempotent-decision"},
         {Extension::Timeline, "timeline"},
         {Extension::Claims, "claims"},
         {Extension::Recommendations, "recommendations"},
         {Extension::Notes, "notes"}}};
};

/// 3.1: whose claim a customer's current verification is under, as the directory filters by it.
enum class ClaimFilter { Mine, Free, Others, Unknown };
template <>
struct WireNames<ClaimFilter> {
    static constexpr std::array<std::pair<ClaimFilter, const char*>, 3> table{
        {{ClaimFilter::Mine, "mine"}, {ClaimFilter::Free, "free"}, {ClaimFilter::Others, "others"}}};
};

} // namespace finhub
