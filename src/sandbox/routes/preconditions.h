#pragma once

#include "sandbox/routes/requestcontext.h"

/// What several routes say about a verification that stands in their way (1.4, 3.5).
namespace finhub::sandbox {

/// `verificationId`, `status`.
Json caseStateView(const VerificationRecord& verification);
/// 409 ALREADY_DECIDED for a verification that is approved or rejected.
std::optional<Refusal> alreadyDecided(const VerificationRecord& verification);
/// 3.8: 409 CLAIMED with the claim as it is, null for none.
Refusal claimedRefusal(const VerificationRecord& verification, const ClaimRecord* claim);
/// 3.8: 409 CLAIMED while somebody else holds the verification; never where claims are not offered.
std::optional<Refusal> claimedByOther(const RequestContext& context);
/// 3.5: 412 when `If-Match` names another version; ignored unless offered.
std::optional<Refusal> checkIfMatch(const RequestContext& context);
/// Whether `If-Match` can be read; checked with the values (7.2).
bool isIfMatchReadable(const RequestContext& context);
/// 3.5: adds the `ETag`, where offered.
void addEtag(const RequestContext& context, const VerificationRecord& verification, Answer& answer);

} // namespace finhub::sandbox
