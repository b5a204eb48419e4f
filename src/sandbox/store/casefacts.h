#pragma once

#include "sandbox/store/records.h"

/// Questions about a case, answered by the rules of core.
namespace finhub::sandbox {

/// 2.7: the newest verification of type IDENTITY_VERIFICATION, or nullptr.
const VerificationRecord* currentVerification(const CaseFile& file);
/// The verification of this id, or nullptr.
VerificationRecord* findVerification(CaseFile& file, const VerificationId& id);
const DocumentRecord* findDocument(const CaseFile& file, const VerificationId& verification,
                                   const DocumentId& id);
const ConsentRecord* findConsent(const CaseFile& file, ConsentType type);

QList<DocumentRecord> documentsOf(const CaseFile& file, const VerificationId& verification);
/// 4.4; documents of all rounds count.
QList<Requirement> missingDocuments(const CaseFile& file, const VerificationId& verification);
/// 4.3, in the contract's order.
QList<ConsentType> missingConsents(const CaseFile& file);
/// 4.1.
Stage stageOf(const CaseFile& file);

/// 2.12: the current verification is approved at the level that the customer's risk needs.
bool isVerificationOk(const CaseFile& file);
bool isActivated(const CaseFile& file);
/// 2.4: CS_REGISTRATION_COMPLETED or CS_ACTIVE.
QString customerStatus(bool activated);

} // namespace finhub::sandbox
