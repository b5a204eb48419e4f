#pragma once

#include "core/requests.h"

/// One customer who waits for a review, with the documents that medium risk asks for.
namespace finhub::test {

Document sampleDocument(const QString& id, DocumentType type);
Verification sampleVerification();
Customer sampleCustomer();
DirectoryEntry sampleEntry();
SessionInfo sampleOfficer();
DecisionRequest sampleRequest(Verdict verdict);
DecisionAnswer answerTo(const DecisionRequest& request);

} // namespace finhub::test
