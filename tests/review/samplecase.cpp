#include "review/samplecase.h"

#include "core/directoryentry.h"
#include "core/requireddocuments.h"

namespace finhub::test {

namespace {
QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 3, 31), QTime(9, minute), Qt::UTC);
}
} // namespace

Document sampleDocument(const QString& id, DocumentType type)
{
    Document document;
    document.id = DocumentId(id);
    document.verificationId = VerificationId(QStringLiteral("v-1"));
    document.type = type;
    document.requirement = requirementOf(type);
    document.fileName = id + QStringLiteral(".pdf");
    document.mimeType = MimeType::Pdf;
    document.size = 26;
    document.sha256 = QByteArray(64, 'a');
    document.status = DocumentStatus::Uploaded;
    document.uploadedAt = at(20);
    return document;
}

Verification sampleVerification()
{
    Verification verification;
    verification.id = VerificationId(QStringLiteral("v-1"));
    verification.customerId = CustomerId(QStringLiteral("c-1"));
    verification.customerName = QStringLiteral("Rasa Vaitkus");
    verification.type = VerificationType::Identity;
    verification.status = VerificationStatus::InProgress;
    verification.level = VerificationLevel::Tenant;
    verification.risk = RiskLevel::Medium;
    for (const Requirement requirement : requirementsFor(RiskLevel::Medium))
        verification.requiredDocuments << requirement;
    verification.missingDocuments.emplace();
    verification.startedAt = at(15);
    verification.submittedAt = at(20);
    verification.updatedAt = at(20);
    verification.version = 4;
    verification.etag = "\"v4\"";
    verification.documents = {sampleDocument(QStringLiteral("d-1"), DocumentType::Passport),
                              sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress),
                              sampleDocument(QStringLiteral("d-3"), DocumentType::BankStatement)};
    verification.documentCount = 3;
    return verification;
}

Customer sampleCustomer()
{
    Customer customer;
    customer.id = CustomerId(QStringLiteral("c-1"));
    customer.person.firstName = QStringLiteral("Rasa");
    customer.person.lastName = QStringLiteral("Vaitkus");
    customer.person.email = QStringLiteral("rasa@example.com");
    customer.person.phone = QStringLiteral("+37060012345");
    customer.person.dateOfBirth = QDate(1990, 5, 15);
    customer.person.nationality = QStringLiteral("Lithuania");
    customer.userId = UserId(QStringLiteral("u-1"));
    customer.categoryId = CategoryId(QStringLiteral("fs-cat-b2c-medium-001"));
    customer.categoryName = QStringLiteral("Individual Verified");
    customer.stage = Stage::Approval;
    customer.risk = RiskLevel::Medium;
    customer.verification = sampleVerification();
    customer.verification->documents.clear();
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        Consent consent;
        consent.type = type;
        consent.status = ConsentStatus::Pending;
        customer.consents << consent;
    }
    customer.activation.activated = false;
    customer.createdAt = at(10);
    customer.updatedAt = at(20);
    return customer;
}

DirectoryEntry sampleEntry()
{
    return entryOf(sampleCustomer());
}

SessionInfo sampleOfficer()
{
    SessionInfo session;
    session.id = SessionId(QStringLiteral("s-1"));
    session.userId = UserId(QStringLiteral("o-1"));
    session.displayName = QStringLiteral("Ona Officer");
    session.roles = {Role::Admin, Role::ComplianceOfficer};
    session.expiresAt = QDateTime::currentDateTimeUtc().addSecs(3600);
    session.tenantId = TenantId(QStringLiteral("t-1"));
    return session;
}

QList<ConsentTemplate> sampleTemplates()
{
    const auto text = [](const char* id, ConsentType type, const char* version, TemplateStatus status,
                         const QDate& from) {
        ConsentTemplate one;
        one.id = QLatin1String(id);
        one.type = type;
        one.version = QLatin1String(version);
        one.status = status;
        one.effectiveDate = from;
        one.title = QStringLiteral("Title %1").arg(one.id);
        one.body = QStringLiteral("Body of %1.\nA second line.").arg(one.id);
        one.locale = QStringLiteral("en");
        return one;
    };
    return {text("t-1", ConsentType::TermsAndConditions, "1.0", TemplateStatus::Inactive, {2026, 1, 1}),
            text("t-2", ConsentType::PrivacyPolicy, "2.0", TemplateStatus::Active, {2026, 1, 1}),
            text("t-3", ConsentType::DataProcessing, "1.0", TemplateStatus::Active, {2026, 1, 1}),
            text("t-4", ConsentType::TermsAndConditions, "1.1", TemplateStatus::Active, {2026, 3, 1})};
}

DecisionRequest sampleRequest(Verdict verdict)
{
    DecisionRequest request;
    request.verificationId = VerificationId(QStringLiteral("v-1"));
    request.customerId = CustomerId(QStringLiteral("c-1"));
    request.type = VerificationType::Identity;
    request.verdict = verdict;
    request.comment = QStringLiteral("A sentence for the customer.");
    request.idempotencyKey = "key-1";
    if (verdict == Verdict::Reject)
        request.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
    if (verdict == Verdict::RequestResubmission)
        request.reasonCodes = {QStringLiteral("DOCUMENT_UNREADABLE")};
    return request;
}

DecisionAnswer answerTo(const DecisionRequest& request)
{
    DecisionAnswer answer;
    answer.verificationId = request.verificationId;
    answer.status = WireValue<VerificationStatus>::fromWire(WireValue<Verdict>(request.verdict).text());
    answer.decidedAt = at(30);
    answer.decidedBy = QStringLiteral("o-1");
    answer.reasonCodes = request.reasonCodes;
    answer.version = 5;
    return answer;
}

} // namespace finhub::test
