#include "sandbox/store/officerwork.h"

#include "sandbox/json.h"

#include <algorithm>
#include <utility>

namespace finhub::sandbox {

namespace {
/// Not casework's: these events leave the customer's updatedAt alone.
void addEvent(CaseFile& file, const QString& type, const QString& summary, const Json& data,
              const Stamp& stamp)
{
    file.events.append({stamp.ids(IdKind::Event), type, stamp.at, stamp.actor.type, stamp.actor.id,
                        stamp.actor.name, summary, jsonBytes(data)});
}

Json caseData(const VerificationRecord& verification)
{
    return Json{{"verificationId", jsonText(verification.id.text())}};
}

OfficerName officerOf(const Stamp& stamp)
{
    return {UserId(stamp.actor.id), stamp.actor.name};
}
} // namespace

const ClaimRecord* liveClaim(const VerificationRecord& verification, const QDateTime& now)
{
    return verification.claim && now < verification.claim->expiresAt ? &*verification.claim : nullptr;
}

const ClaimRecord& claimCase(CaseFile& file, VerificationRecord& verification, const OfficerName& holder,
                             std::chrono::seconds ttl, const Stamp& stamp)
{
    const QDateTime until = stamp.at.addSecs(ttl.count());
    const ClaimRecord* held = liveClaim(verification, stamp.at);
    if (held && held->by.id == holder.id) {
        verification.claim->expiresAt = until;
        return *verification.claim;
    }
    verification.claim = ClaimRecord{holder, stamp.at, until};
    Json data = caseData(verification);
    data["claimedBy"] = jsonText(holder.id.text());
    addEvent(file, QStringLiteral("verification.claimed"), QStringLiteral("Verification claimed"), data,
             stamp);
    return *verification.claim;
}

void releaseCase(CaseFile& file, VerificationRecord& verification, const Stamp& stamp)
{
    if (liveClaim(verification, stamp.at))
        addEvent(file, QStringLiteral("verification.released"), QStringLiteral("Verification released"),
                 caseData(verification), stamp);
    verification.claim.reset();
}

const RecommendationRecord& addRecommendation(CaseFile& file, const VerificationRecord& verification,
                                              RecommendationRecord recommendation, const Stamp& stamp)
{
    recommendation.id = stamp.ids(IdKind::Recommendation);
    recommendation.verificationId = verification.id;
    recommendation.round = verification.round;
    recommendation.by = officerOf(stamp);
    recommendation.at = stamp.at;
    file.recommendations.append(std::move(recommendation));
    const RecommendationRecord& added = file.recommendations.constLast();
    Json data = caseData(verification);
    data["recommendationId"] = jsonText(added.id);
    data["round"] = added.round;
    addEvent(file, QStringLiteral("verification.recommended"), QStringLiteral("Recommendation recorded"),
             data, stamp);
    return added;
}

const RecommendationRecord* ownRecommendation(const CaseFile& file, const VerificationRecord& verification,
                                              const UserId& officer)
{
    const auto own = std::find_if(file.recommendations.begin(), file.recommendations.end(),
                                  [&](const RecommendationRecord& recommendation) {
                                      return recommendation.verificationId == verification.id &&
                                             recommendation.round == verification.round &&
                                             recommendation.by.id == officer;
                                  });
    return own == file.recommendations.end() ? nullptr : &*own;
}

const NoteRecord& addNote(CaseFile& file, const VerificationRecord& verification, const QString& text,
                          const Stamp& stamp)
{
    file.notes.append({stamp.ids(IdKind::Note), verification.id, text, officerOf(stamp), stamp.at});
    const NoteRecord& added = file.notes.constLast();
    Json data = caseData(verification);
    data["noteId"] = jsonText(added.id);
    addEvent(file, QStringLiteral("note.added"), QStringLiteral("Internal note added"), data, stamp);
    return added;
}

} // namespace finhub::sandbox
