#include "sandbox/store/casework.h"

#include "core/requireddocuments.h"
#include "sandbox/json.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/store/casefacts.h"

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
void addEvent(CaseFile& file, const QString& type, const QString& summary, const Json& data,
              const Stamp& stamp)
{
    file.events.append({stamp.ids(IdKind::Event), type, stamp.at, stamp.actor.type, stamp.actor.id,
                        stamp.actor.name, summary, jsonBytes(data)});
    file.customer.updatedAt = stamp.at;
}

Json caseData(const VerificationRecord& verification)
{
    return Json{{"verificationId", verification.id.text().toStdString()}};
}

QString documentName(DocumentType type)
{
    switch (type) {
    case DocumentType::Passport:
        return QStringLiteral("Passport");
    case DocumentType::NationalId:
        return QStringLiteral("National ID");
    case DocumentType::IdCard:
        return QStringLiteral("ID card");
    case DocumentType::DriversLicense:
        return QStringLiteral("Driver's license");
    case DocumentType::GovernmentId:
        return QStringLiteral("Government ID");
    case DocumentType::ProofOfAddress:
        return QStringLiteral("Proof of address");
    case DocumentType::SourceOfFunds:
        return QStringLiteral("Source of funds");
    case DocumentType::BankStatement:
        return QStringLiteral("Bank statement");
    case DocumentType::IncomeProof:
        return QStringLiteral("Proof of income");
    case DocumentType::BeneficialOwnership:
        return QStringLiteral("Beneficial ownership declaration");
    case DocumentType::PepDeclaration:
        return QStringLiteral("PEP declaration");
    case DocumentType::Selfie:
        return QStringLiteral("Selfie");
    case DocumentType::Unknown:
        break;
    }
    return QStringLiteral("Document");
}

QString consentName(ConsentType type)
{
    switch (type) {
    case ConsentType::TermsAndConditions:
        return QStringLiteral("Terms and conditions accepted");
    case ConsentType::PrivacyPolicy:
        return QStringLiteral("Privacy policy accepted");
    case ConsentType::DataProcessing:
        return QStringLiteral("Data processing accepted");
    case ConsentType::Unknown:
        break;
    }
    return QStringLiteral("Consent accepted");
}

/// ISO 13616: a Lithuanian IBAN (bank 73000) with the right check digits.
QString ibanOf(quint64 accountNumber)
{
    const QString account =
        QStringLiteral("73000%1").arg(accountNumber % 100'000'000'000ULL, 11, 10, QLatin1Char('0'));
    return QStringLiteral("LT%1%2")
        .arg(98 - ibanRemainder(QStringLiteral("LT00") + account), 2, 10, QLatin1Char('0'))
        .arg(account);
}

struct DecisionWords {
    QLatin1String event;
    QLatin1String summary;
};
DecisionWords wordsOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
        return {QLatin1String("verification.approved"), QLatin1String("Verification approved")};
    case Verdict::Reject:
        return {QLatin1String("verification.rejected"), QLatin1String("Verification rejected")};
    case Verdict::RequestResubmission:
    case Verdict::Unknown:
        break;
    }
    return {QLatin1String("verification.resubmission_requested"), QLatin1String("Resubmission requested")};
}
} // namespace

Actor customerActor(const CaseFile& file)
{
    return {ActorType::Customer, file.customer.userId.text(), file.customer.person.fullName()};
}

CaseFile registerCustomer(CustomerRecord customer, const Stamp& stamp)
{
    CaseFile file;
    customer.id = CustomerId(stamp.ids(IdKind::Customer));
    customer.userId = UserId(stamp.ids(IdKind::User));
    customer.createdAt = stamp.at;
    file.customer = std::move(customer);
    Stamp registered = stamp;
    if (registered.actor.id.isEmpty())
        registered.actor = customerActor(file);
    addEvent(file, QStringLiteral("customer.registered"), QStringLiteral("Customer registered"),
             Json{{"customerId", file.customer.id.text().toStdString()}}, registered);
    return file;
}

void recordLogin(CaseFile& file, const QString& type, const QString& summary, const Stamp& stamp)
{
    if (type == QLatin1String("session.created"))
        file.customer.hadSession = true;
    addEvent(file, type, summary, Json{{"userId", file.customer.userId.text().toStdString()}}, stamp);
}

VerificationRecord& startVerification(CaseFile& file, const NewVerification& wanted, const Stamp& stamp)
{
    VerificationRecord verification;
    verification.id = VerificationId(stamp.ids(IdKind::Verification));
    verification.type = wanted.type;
    verification.status = wanted.firstStatus;
    const VerificationLevel needed = levelFor(file.customer.risk);
    verification.level = satisfiesLevel(wanted.requestedLevel, needed) ? wanted.requestedLevel : needed;
    verification.initiatedBy = UserId(stamp.actor.id);
    verification.startedAt = stamp.at;
    verification.updatedAt = stamp.at;
    verification.notes = wanted.notes;
    verification.request = wanted.request;
    addEvent(file, QStringLiteral("verification.initiated"), QStringLiteral("Verification started"),
             caseData(verification), stamp);
    file.verifications.append(std::move(verification));
    return file.verifications.last();
}

DocumentRecord& addDocument(CaseFile& file, VerificationRecord& verification, DocumentRecord document,
                            const Stamp& stamp)
{
    document.id = DocumentId(stamp.ids(IdKind::Document));
    document.verificationId = verification.id;
    document.round = verification.round;
    document.uploadedAt = stamp.at;
    document.uploadedBy = UserId(stamp.actor.id);
    file.documents.append(std::move(document));
    DocumentRecord& added = file.documents.last();

    Json data = caseData(verification);
    data["documentId"] = added.id.text().toStdString();
    addEvent(file, QStringLiteral("document.uploaded"),
             documentName(added.type) + QStringLiteral(" uploaded"), data, stamp);

    const bool complete = missingDocuments(file, verification.id).isEmpty();
    const VerificationStatus next =
        statusAfter(verification.status, complete ? CaseEvent::UploadComplete : CaseEvent::UploadIncomplete)
            .value_or(verification.status);
    if (next == VerificationStatus::InProgress && verification.status != next) {
        verification.submittedAt = stamp.at;
        addEvent(file, QStringLiteral("verification.submitted"),
                 QStringLiteral("Required documents are complete"), caseData(verification), stamp);
    }
    verification.status = next;
    verification.version += 1;
    verification.updatedAt = stamp.at;
    return added;
}

CaseEvent eventOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
        return CaseEvent::Approved;
    case Verdict::Reject:
        return CaseEvent::Rejected;
    case Verdict::RequestResubmission:
    case Verdict::Unknown:
        break;
    }
    return CaseEvent::ResubmissionRequested;
}

void decide(CaseFile& file, VerificationRecord& verification, const DecisionRecord& decision,
            const Stamp& stamp)
{
    const auto next = statusAfter(verification.status, eventOf(decision.verdict));
    if (!next)
        return;
    verification.status = *next;
    verification.version += 1;
    verification.updatedAt = stamp.at;
    verification.reasonCodes = decision.reasonCodes;
    verification.comment = decision.comment;
    if (!decision.notes.isEmpty())
        verification.notes = decision.notes;
    if (isClosed(*next)) {
        verification.decidedAt = stamp.at;
        verification.decidedBy = stamp.actor.id;
    } else {
        verification.round += 1;
    }
    if (*next == VerificationStatus::Approved) {
        for (DocumentRecord& document : file.documents) {
            if (document.verificationId == verification.id)
                document.verified = true;
        }
    }
    Json data = caseData(verification);
    data["status"] = jsonWord(*next);
    if (!decision.reasonCodes.isEmpty())
        data["reasonCodes"] = jsonTexts(decision.reasonCodes);
    const DecisionWords words = wordsOf(decision.verdict);
    addEvent(file, words.event, words.summary, data, stamp);
}

ConsentRecord& acceptConsent(CaseFile& file, ConsentRecord consent, const Stamp& stamp)
{
    consent.id = stamp.ids(IdKind::Consent);
    consent.grantedAt = stamp.at;
    consent.expiresAt = stamp.at.addYears(1);
    addEvent(file, QStringLiteral("consent.accepted"), consentName(consent.type),
             Json{{"consentType", jsonWord(consent.type)}, {"version", consent.version.toStdString()}},
             stamp);
    const auto former = std::find_if(file.consents.begin(), file.consents.end(),
                                     [&consent](const auto& c) { return c.type == consent.type; });
    if (former != file.consents.end()) {
        *former = std::move(consent);
        return *former;
    }
    file.consents.append(std::move(consent));
    return file.consents.last();
}

void activate(CaseFile& file, quint64 accountNumber, const Stamp& stamp)
{
    file.customer.activatedAt = stamp.at;
    file.customer.iban = ibanOf(accountNumber);
    file.customer.walletId = stamp.ids(IdKind::Wallet);
    addEvent(file, QStringLiteral("customer.activated"), QStringLiteral("Account activated"),
             Json{{"customerId", file.customer.id.text().toStdString()},
                  {"walletId", file.customer.walletId.toStdString()}},
             stamp);
}

SpecimenPerson specimenPerson(const Person& person)
{
    return {person.firstName,   person.lastName, person.dateOfBirth,
            person.nationality, person.gender,   person.placeOfBirth};
}

} // namespace finhub::sandbox
