#pragma once

#include "core/requests.h"

/// One customer who waits for a review, with the documents that medium risk asks for.
namespace finhub::test {

Document sampleDocument(const QString& id, DocumentType type);
Verification sampleVerification();
Customer sampleCustomer();
DirectoryEntry sampleEntry();
SessionInfo sampleOfficer();
/// Terms 1.1 (active) and 1.0, privacy 2.0 (active), data processing 1.0 (active).
QList<ConsentTemplate> sampleTemplates();
DecisionRequest sampleRequest(Verdict verdict);
DecisionAnswer answerTo(const DecisionRequest& request);

} // namespace finhub::test
