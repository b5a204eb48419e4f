#include "views/words.h"

#include "core/reasoncode.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views::words {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::words", text);
}

/// A value that we have no word for, as the server wrote it.
QString raw(const QString& text)
{
    return text.isEmpty() ? tr("Unknown") : displayText(text);
}
} // namespace

QString stage(Stage stage)
{
    switch (stage) {
    case Stage::Categorization:
        return tr("Categorization");
    case Stage::Registration:
        return tr("Registration");
    case Stage::Session:
        return tr("Session");
    case Stage::Verification:
        return tr("Verification");
    case Stage::Documents:
        return tr("Documents");
    case Stage::Approval:
        return tr("Approval");
    case Stage::Consents:
        return tr("Consents");
    case Stage::Activation:
        return tr("Activation");
    case Stage::Active:
        return tr("Active");
    case Stage::Rejected:
        return tr("Rejected");
    case Stage::Unknown:
        return tr("Unknown");
    }
    return {};
}

QString stage(const WireValue<Stage>& value)
{
    return value.isKnown() ? stage(value.value()) : raw(value.text());
}

QString phase(Stage value)
{
    return value == Stage::Categorization ? tr("Category") : stage(value);
}

QString status(const WireValue<VerificationStatus>& status)
{
    switch (status.value()) {
    case VerificationStatus::None:
        return tr("Not started");
    case VerificationStatus::Pending:
    case VerificationStatus::Initiated:
        return tr("Started");
    case VerificationStatus::PendingDocuments:
        return tr("Waiting for documents");
    case VerificationStatus::InProgress:
        return tr("In review");
    case VerificationStatus::ResubmissionRequested:
        return tr("Resubmission requested");
    case VerificationStatus::Approved:
        return tr("Approved");
    case VerificationStatus::Rejected:
        return tr("Rejected");
    case VerificationStatus::Unknown:
        return raw(status.text());
    }
    return {};
}

QString risk(const WireValue<RiskLevel>& risk)
{
    switch (risk.value()) {
    case RiskLevel::Low:
        return tr("Low");
    case RiskLevel::Medium:
        return tr("Medium");
    case RiskLevel::High:
        return tr("High");
    case RiskLevel::Unknown:
        return raw(risk.text());
    }
    return {};
}

QString riskLong(const WireValue<RiskLevel>& risk)
{
    switch (risk.value()) {
    case RiskLevel::Low:
        return tr("Low risk");
    case RiskLevel::Medium:
        return tr("Medium risk");
    case RiskLevel::High:
        return tr("High risk");
    case RiskLevel::Unknown:
        return tr("Risk: %1").arg(raw(risk.text()));
    }
    return {};
}

QString documentType(const WireValue<DocumentType>& type)
{
    switch (type.value()) {
    case DocumentType::Passport:
        return tr("Passport");
    case DocumentType::NationalId:
        return tr("National ID");
    case DocumentType::IdCard:
        return tr("Identity card");
    case DocumentType::DriversLicense:
        return tr("Driving licence");
    case DocumentType::GovernmentId:
        return tr("Government ID");
    case DocumentType::ProofOfAddress:
        return tr("Proof of address");
    case DocumentType::SourceOfFunds:
        return tr("Source of funds");
    case DocumentType::BankStatement:
        return tr("Bank statement");
    case DocumentType::IncomeProof:
        return tr("Proof of income");
    case DocumentType::BeneficialOwnership:
        return tr("Beneficial ownership");
    case DocumentType::PepDeclaration:
        return tr("PEP declaration");
    case DocumentType::Selfie:
        return tr("Selfie");
    case DocumentType::Unknown:
        return raw(type.text());
    }
    return {};
}

QString requirement(const WireValue<Requirement>& requirement)
{
    switch (requirement.value()) {
    case Requirement::GovernmentId:
        return tr("Government ID");
    case Requirement::ProofOfAddress:
        return tr("Proof of address");
    case Requirement::SourceOfFunds:
        return tr("Source of funds");
    case Requirement::BeneficialOwnership:
        return tr("Beneficial ownership");
    case Requirement::PepDeclaration:
        return tr("PEP declaration");
    case Requirement::Unknown:
        return raw(requirement.text());
    }
    return {};
}

QString requirements(const QList<WireValue<Requirement>>& requirements)
{
    QStringList names;
    for (const WireValue<Requirement>& value : requirements)
        names << requirement(value);
    return QLocale().createSeparatedList(names);
}

QString mimeType(MimeType type)
{
    switch (type) {
    case MimeType::Pdf:
        return tr("PDF");
    case MimeType::Jpeg:
        return tr("JPEG");
    case MimeType::Png:
        return tr("PNG");
    case MimeType::Unknown:
        return tr("unknown kind");
    }
    return {};
}

QString gender(const QString& gender)
{
    if (gender == QLatin1String("MALE"))
        return tr("Male");
    if (gender == QLatin1String("FEMALE"))
        return tr("Female");
    if (gender == QLatin1String("OTHER"))
        return tr("Other");
    return raw(gender);
}

QString consent(const WireValue<ConsentType>& consent)
{
    switch (consent.value()) {
    case ConsentType::TermsAndConditions:
        return tr("Terms and conditions");
    case ConsentType::PrivacyPolicy:
        return tr("Privacy policy");
    case ConsentType::DataProcessing:
        return tr("Data processing");
    case ConsentType::Unknown:
        return raw(consent.text());
    }
    return {};
}

QString role(const WireValue<Role>& role)
{
    switch (role.value()) {
    case Role::Admin:
        return tr("Administrator");
    case Role::AdminUser:
        return tr("Administration");
    case Role::ComplianceOfficer:
        return tr("Compliance");
    case Role::MasterAdmin:
        return tr("Master administrator");
    case Role::PowerTenant:
        return tr("Senior");
    case Role::Viewer:
        return tr("Viewer");
    case Role::AccountOwner:
        return tr("Account owner");
    case Role::User:
        return tr("User");
    case Role::Unknown:
        return raw(role.text());
    }
    return {};
}

QString level(const WireValue<VerificationLevel>& level)
{
    switch (level.value()) {
    case VerificationLevel::Tenant:
        return tr("Tenant");
    case VerificationLevel::PowerTenant:
        return tr("Power tenant");
    case VerificationLevel::Finhub:
        return tr("FinHub");
    case VerificationLevel::Unknown:
        return raw(level.text());
    }
    return {};
}

QString verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
        return tr("Approve");
    case Verdict::Reject:
        return tr("Reject");
    case Verdict::RequestResubmission:
        return tr("Request resubmission");
    case Verdict::Unknown:
        return tr("Unknown");
    }
    return {};
}

QString nextAction(Action action)
{
    switch (action) {
    case Action::ChooseCategory:
        return tr("Choose a category");
    case Action::Register:
        return tr("Enter personal details");
    case Action::LogIn:
        return tr("Customer signs in");
    case Action::StartVerification:
        return tr("Start a verification");
    case Action::UploadDocument:
        return tr("Upload documents");
    case Action::Approve:
    case Action::Reject:
    case Action::RequestResubmission:
    case Action::Recommend:
        return tr("Officer reviews");
    case Action::AcceptConsent:
        return tr("Accept consents");
    case Action::Activate:
        return tr("Activate with code");
    case Action::None:
        return {};
    }
    return {};
}

QString reason(const QString& code)
{
    // The catalogue's codes read well once their underscores are gone; the abbreviations keep their capitals.
    if (!findReason(code))
        return raw(code);
    if (code == QLatin1String("POA_TOO_OLD"))
        return tr("Proof of address too old");
    if (code == QLatin1String("DATA_MISMATCH_DOB"))
        return tr("Data mismatch: date of birth");
    if (code == QLatin1String("PEP_NOT_APPROVED"))
        return tr("PEP not approved");
    QString text = code.toLower().replace(u'_', u' ');
    text.replace(QStringLiteral("data mismatch "), QStringLiteral("data mismatch: "));
    text[0] = text.at(0).toUpper();
    return text;
}

QString extension(Extension extension)
{
    switch (extension) {
    case Extension::CustomerDirectory:
        return tr("a list of customers");
    case Extension::VerificationRead:
        return tr("reading verifications");
    case Extension::DocumentContent:
        return tr("the contents of documents");
    case Extension::VerificationReject:
        return tr("rejecting or asking for a resubmission");
    case Extension::ConditionalDecision:
        return tr("decisions bound to a version");
    case Extension::IdempotentDecision:
        return tr("decisions that can be repeated safely");
    case Extension::Timeline:
        return tr("an activity timeline");
    case Extension::Claims:
        return tr("claiming cases");
    case Extension::Recommendations:
        return tr("recommendations");
    case Extension::Notes:
        return tr("internal notes");
    case Extension::Unknown:
        return tr("this function");
    }
    return {};
}

QString fileSize(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace finhub::views::words
