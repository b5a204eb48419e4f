#pragma once

#include "review/evidence/caseevidence.h"

#include <optional>

namespace finhub::review {

/// Why the evidence does not carry an approval yet. The order is the order in which gaps are named to people.
enum class EvidenceGap {
    RefusedForGood, ///< a document is not accepted for a reason that ends the application
    NoDocument,     ///< nothing that satisfies the requirement
    NotAccepted,    ///< a document is there, and not accepted
    NotDisplayed,   ///< it was not on the screen whole and readable
    NotJudged,      ///< it was, and nobody has said anything about it
};

/// One of them, with what it is about.
struct ApprovalGap {
    EvidenceGap gap = EvidenceGap::NotJudged;
    WireValue<Requirement> requirement = {}; ///< absent: no requirement asks for the document
    std::optional<Document> document = {};   ///< none: NoDocument

    friend bool operator==(const ApprovalGap&, const ApprovalGap&) = default;
};

/// What is still missing before this case can be approved on its evidence: for every document that 4.4 or the
/// server asks for, one that is accepted and was displayed whole; and none that is not accepted for good. A
/// case of which nobody knows what it needs needs all of its documents. Empty: nothing is missing.
QList<ApprovalGap> approvalGaps(const Verification& verification, RiskLevel risk,
                                const CaseEvidence& evidence);

} // namespace finhub::review
