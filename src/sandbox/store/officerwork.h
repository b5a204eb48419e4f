#pragma once

#include "sandbox/store/casework.h"

#include <chrono>

/// What officers share about a verification: claims, recommendations and internal notes (3.8 to 3.10). Like
/// casework, without preconditions; none of it changes a version or an updatedAt.
namespace finhub::sandbox {

/// 3.8: the claim that holds at this moment; nullptr when the verification is free or the claim has expired.
const ClaimRecord* liveClaim(const VerificationRecord& verification, const QDateTime& now);

/// 3.8: `holder` has the verification for `ttl` from now on. Whoever holds it already keeps the `since`, and
/// nothing is written to the timeline.
const ClaimRecord& claimCase(CaseFile& file, VerificationRecord& verification, const OfficerName& holder,
                             std::chrono::seconds ttl, const Stamp& stamp);
/// 3.8: the verification is free. Only a claim that still holds is worth an event.
void releaseCase(CaseFile& file, VerificationRecord& verification, const Stamp& stamp);

/// 3.9: id, verification, round, officer and time are added.
const RecommendationRecord& addRecommendation(CaseFile& file, const VerificationRecord& verification,
                                              RecommendationRecord recommendation, const Stamp& stamp);
/// 3.9: the recommendation of this officer in the verification's current round, or nullptr.
const RecommendationRecord* ownRecommendation(const CaseFile& file, const VerificationRecord& verification,
                                              const UserId& officer);

/// 3.10: id, verification, officer and time are added.
const NoteRecord& addNote(CaseFile& file, const VerificationRecord& verification, const QString& text,
                          const Stamp& stamp);

} // namespace finhub::sandbox
