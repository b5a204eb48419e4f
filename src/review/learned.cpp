#include "review/learned.h"

#include "core/directoryentry.h"
#include "core/requireddocuments.h"

#include <algorithm>

namespace finhub::review {

namespace {
template <typename List>
auto findVerification(List& verifications, const VerificationId& id)
{
    return std::find_if(verifications.begin(), verifications.end(),
                        [&id](const Verification& one) { return one.id == id; });
}

/// The verification of this id, made where nothing has been learned of it yet.
Verification& verificationOf(Learned& learned, const VerificationId& id)
{
    const auto there = findVerification(learned.verifications, id);
    if (there != learned.verifications.end())
        return *there;
    Verification fresh;
    fresh.id = id;
    fresh.type = VerificationType::Identity;
    learned.verifications.prepend(fresh);
    return learned.verifications.first();
}

void setStatus(Learned& learned, const WireValue<VerificationStatus>& status)
{
    if (learned.readiness && !status.isAbsent())
        learned.readiness->verificationStatus = status;
}

QList<WireValue<Requirement>> requiredBy(const WireValue<RiskLevel>& risk)
{
    QList<WireValue<Requirement>> required;
    for (const Requirement requirement : requirementsFor(risk.value()))
        required << requirement;
    return required;
}

/// 4.4 over what was uploaded here: nothing missing when that is enough, whoever has sent more; what is
/// missing only where no documents can be there that were not sent from here.
std::optional<QList<WireValue<Requirement>>> missingOf(const Verification& verification, bool startedHere)
{
    if (verification.requiredDocuments.isEmpty())
        return std::nullopt;
    QList<WireValue<Requirement>> missing;
    for (const WireValue<Requirement>& requirement : verification.requiredDocuments) {
        const bool sent = std::any_of(
            verification.documents.begin(), verification.documents.end(), [&](const Document& document) {
                return WireValue<Requirement>(requirementOf(document.type.value())) == requirement;
            });
        if (!sent)
            missing << requirement;
    }
    // By its status the set is complete, so somebody else has sent the rest (4.2).
    const bool complete = verification.status.value() == VerificationStatus::InProgress ||
                          isClosed(verification.status.value());
    if (!missing.isEmpty() && (complete || !startedHere))
        return std::nullopt;
    return missing;
}

std::optional<Verification> currentVerification(const KnownCustomer& known, const Learned& learned)
{
    Verification current;
    if (!known.verifications.isEmpty()) {
        current.id = known.verifications.first();
        const auto there = findVerification(learned.verifications, current.id);
        if (there != learned.verifications.end())
            current = *there;
    }
    current.customerId = known.id;
    current.customerName = learned.customer.person.fullName();
    if (learned.readiness) {
        const Readiness& readiness = *learned.readiness;
        if (readiness.verificationStatus.value() == VerificationStatus::None)
            return std::nullopt;
        current.status = readiness.verificationStatus;
        if (!readiness.level.isAbsent())
            current.level = readiness.level;
        current.risk = readiness.risk;
    }
    if (current.requiredDocuments.isEmpty())
        current.requiredDocuments = requiredBy(current.risk);
    current.missingDocuments = missingOf(current, learned.startedHere.contains(current.id));
    return current;
}

QList<Consent> composedConsents(const Learned& learned)
{
    const auto missing = learned.readiness ? missingConsentsOf(*learned.readiness)
                                           : std::optional<QList<WireValue<ConsentType>>>();
    if (!missing)
        return {};
    QList<Consent> consents;
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        Consent consent;
        consent.type = type;
        const bool accepted = !missing->contains(type);
        if (accepted) {
            for (const Consent& answered : learned.consents) {
                if (answered.type.value() == type)
                    consent = answered;
            }
        }
        consent.status = accepted ? ConsentStatus::Accepted : ConsentStatus::Pending;
        consents << consent;
    }
    return consents;
}

CaseFacts factsOf(const Customer& customer, const Learned& learned)
{
    CaseFacts facts;
    facts.activated = customer.activation.activated;
    if (learned.hadSession)
        facts.hadSession = true;
    if (customer.verification) {
        facts.status = customer.verification->status;
        facts.level = customer.verification->level;
        facts.missingDocuments = customer.verification->missingDocuments;
    }
    facts.risk = customer.risk;
    if (learned.readiness)
        facts.missingConsents = missingConsentsOf(*learned.readiness);
    return facts;
}
} // namespace

void learnVerification(Learned& learned, const Verification& started)
{
    Verification& verification = verificationOf(learned, started.id);
    const QList<Document> documents = verification.documents;
    verification = started;
    if (verification.documents.isEmpty())
        verification.documents = documents;
    if (!learned.startedHere.contains(started.id))
        learned.startedHere << started.id;
    setStatus(learned, started.status);
    if (learned.readiness && !started.level.isAbsent())
        learned.readiness->level = started.level;
}

void learnUpload(Learned& learned, const UploadAnswer& answer)
{
    Verification& verification = verificationOf(learned, answer.document.verificationId);
    const auto there =
        std::find_if(verification.documents.begin(), verification.documents.end(),
                     [&answer](const Document& document) { return document.id == answer.document.id; });
    if (there != verification.documents.end())
        *there = answer.document;
    else
        verification.documents << answer.document;
    if (!answer.verificationStatus.isAbsent())
        verification.status = answer.verificationStatus;
    if (answer.version)
        verification.version = answer.version;
    setStatus(learned, answer.verificationStatus);
}

void learnDecision(Learned& learned, const DecisionAnswer& answer)
{
    Verification& verification = verificationOf(learned, answer.verificationId);
    verification.status = answer.status;
    verification.reasonCodes = answer.reasonCodes;
    verification.version = answer.version;
    verification.etag.clear();
    if (isClosed(answer.status.value())) {
        verification.decidedAt = answer.decidedAt;
        verification.decidedBy = answer.decidedBy;
    }
    setStatus(learned, answer.status);
}

void learnConsent(Learned& learned, const Consent& consent)
{
    learned.consents.removeIf([&consent](const Consent& one) { return one.type == consent.type; });
    learned.consents << consent;
    // R12: pending is not accepted until the readiness check says so.
    if (!learned.readiness || consent.status.value() != ConsentStatus::Accepted)
        return;
    const auto missing = missingConsentsOf(*learned.readiness);
    if (!missing || !missing->contains(consent.type))
        return;
    learned.readiness->missingConsents.removeAll(consent.type);
    if (learned.readiness->missingConsents.isEmpty())
        learned.readiness->consentOk = true;
}

void learnActivation(Learned& learned, const Activation& activation)
{
    learned.activation = activation;
}

QList<Document> uploadedHere(const Learned& learned, const VerificationId& id)
{
    const auto there = findVerification(learned.verifications, id);
    return there == learned.verifications.end() ? QList<Document>() : there->documents;
}

std::optional<bool> activatedBy(const Readiness& readiness)
{
    if (readiness.activationAllowed == true)
        return false;
    if (readiness.verificationOk == false || readiness.consentOk == false ||
        readiness.powerTenantApprovalOk == false)
        return false;
    const bool approved =
        readiness.powerTenantApprovalOk == true || readiness.powerTenantApprovalRequired == false;
    if (readiness.activationAllowed == false && readiness.verificationOk == true &&
        readiness.consentOk == true && approved)
        return true;
    return std::nullopt;
}

std::optional<QList<WireValue<ConsentType>>> missingConsentsOf(const Readiness& readiness)
{
    if (readiness.consentOk == true)
        return QList<WireValue<ConsentType>>();
    if (!readiness.missingConsents.isEmpty())
        return readiness.missingConsents;
    return std::nullopt;
}

Customer composedCustomer(const KnownCustomer& known, const Learned& learned)
{
    Customer customer = learned.customer;
    customer.id = known.id;
    if (!known.userId.isEmpty())
        customer.userId = known.userId;
    if (customer.person.fullName().isEmpty())
        customer.person.lastName = learned.name;
    if (learned.readiness && !learned.readiness->risk.isAbsent())
        customer.risk = learned.readiness->risk;
    customer.verification = currentVerification(known, learned);
    if (customer.verification && customer.verification->risk.isAbsent())
        customer.verification->risk = customer.risk;
    customer.consents = composedConsents(learned);
    customer.activation = learned.activation;
    if (!customer.activation.activated && learned.readiness)
        customer.activation.activated = activatedBy(*learned.readiness);
    const Stage stage = stageOf(factsOf(customer, learned));
    customer.stage = stage == Stage::Unknown ? WireValue<Stage>() : WireValue<Stage>(stage);
    return customer;
}

DirectoryEntry composedEntry(const KnownCustomer& known, const Learned& learned)
{
    DirectoryEntry entry = entryOf(composedCustomer(known, learned));
    entry.createdAt = known.addedAt;
    return entry;
}

} // namespace finhub::review
