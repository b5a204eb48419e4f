#include "sandbox/store/casefacts.h"

#include "core/lifecycle.h"
#include "core/requireddocuments.h"

#include <algorithm>

namespace finhub::sandbox {

const VerificationRecord* currentVerification(const CaseFile& file)
{
    const auto newest = std::find_if(file.verifications.rbegin(), file.verifications.rend(),
                                     [](const auto& v) { return v.type == VerificationType::Identity; });
    return newest == file.verifications.rend() ? nullptr : &*newest;
}

VerificationRecord* findVerification(CaseFile& file, const VerificationId& id)
{
    const auto found = std::find_if(file.verifications.begin(), file.verifications.end(),
                                    [&id](const auto& v) { return v.id == id; });
    return found == file.verifications.end() ? nullptr : &*found;
}

const DocumentRecord* findDocument(const CaseFile& file, const VerificationId& verification,
                                   const DocumentId& id)
{
    const auto found = std::find_if(file.documents.begin(), file.documents.end(), [&](const auto& d) {
        return d.id == id && d.verificationId == verification;
    });
    return found == file.documents.end() ? nullptr : &*found;
}

const ConsentRecord* findConsent(const CaseFile& file, ConsentType type)
{
    const auto found = std::find_if(file.consents.begin(), file.consents.end(),
                                    [type](const auto& c) { return c.type == type; });
    return found == file.consents.end() ? nullptr : &*found;
}

QList<DocumentRecord> documentsOf(const CaseFile& file, const VerificationId& verification)
{
    QList<DocumentRecord> documents;
    std::copy_if(file.documents.begin(), file.documents.end(), std::back_inserter(documents),
                 [&verification](const auto& d) { return d.verificationId == verification; });
    return documents;
}

QList<Requirement> missingDocuments(const CaseFile& file, const VerificationId& verification)
{
    QList<DocumentType> present;
    for (const DocumentRecord& document : file.documents) {
        if (document.verificationId == verification)
            present << document.type;
    }
    return missingRequirements(file.customer.risk, present);
}

QList<ConsentType> missingConsents(const CaseFile& file)
{
    QList<ConsentType> missing;
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        if (!findConsent(file, type))
            missing << type;
    }
    return missing;
}

Stage stageOf(const CaseFile& file)
{
    CaseFacts facts;
    facts.activated = isActivated(file);
    facts.hadSession = file.customer.hadSession;
    facts.risk = file.customer.risk;
    if (const VerificationRecord* verification = currentVerification(file)) {
        facts.status = verification->status;
        facts.level = verification->level;
        facts.missingDocuments.emplace();
        for (const Requirement requirement : missingDocuments(file, verification->id))
            facts.missingDocuments->append(requirement);
    }
    facts.missingConsents.emplace();
    for (const ConsentType consent : missingConsents(file))
        facts.missingConsents->append(consent);
    return finhub::stageOf(facts);
}

bool isVerificationOk(const CaseFile& file)
{
    const VerificationRecord* verification = currentVerification(file);
    return verification && verification->status == VerificationStatus::Approved &&
           satisfiesLevel(verification->level, levelFor(file.customer.risk));
}

bool isActivated(const CaseFile& file)
{
    return file.customer.activatedAt.isValid();
}

QString customerStatus(bool activated)
{
    return activated ? QStringLiteral("CS_ACTIVE") : QStringLiteral("CS_REGISTRATION_COMPLETED");
}

} // namespace finhub::sandbox
