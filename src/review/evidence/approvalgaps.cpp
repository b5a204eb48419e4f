#include "review/evidence/approvalgaps.h"

#include "core/reasoncode.h"
#include "core/requireddocuments.h"

#include <algorithm>

namespace finhub::review {

namespace {
bool satisfies(const Document& document, const WireValue<Requirement>& requirement)
{
    // What the server says of a requirement that the table does not know counts as well (R4).
    return document.requirement == requirement ||
           WireValue<Requirement>(requirementOf(document.type.value())) == requirement;
}

QList<WireValue<Requirement>> requirementsOf(const Verification& verification, RiskLevel risk)
{
    QList<WireValue<Requirement>> requirements = verification.requiredDocuments;
    for (const Requirement requirement : requirementsFor(risk)) {
        if (!requirements.contains(WireValue<Requirement>(requirement)))
            requirements << requirement;
    }
    return requirements;
}

/// What keeps one document from carrying a requirement; nullopt: nothing.
std::optional<EvidenceGap> gapOf(const Document& document, const CaseEvidence& evidence)
{
    if (evidence.verdicts().verdict(document) == DocumentVerdict::NotAccepted)
        return EvidenceGap::NotAccepted;
    if (!evidence.displays().isDisplayed(document))
        return EvidenceGap::NotDisplayed;
    if (evidence.verdicts().verdict(document) == DocumentVerdict::NotJudged)
        return EvidenceGap::NotJudged;
    return std::nullopt;
}

/// Of several documents for one requirement the one that is nearest to carrying it, the newest of equals.
std::optional<ApprovalGap> gapOf(const WireValue<Requirement>& requirement, const QList<Document>& documents,
                                 const CaseEvidence& evidence)
{
    ApprovalGap nearest{.gap = EvidenceGap::NoDocument, .requirement = requirement, .document = {}};
    for (const Document& document : documents) {
        if (!satisfies(document, requirement))
            continue;
        const std::optional<EvidenceGap> gap = gapOf(document, evidence);
        if (!gap)
            return std::nullopt;
        const bool nearer = !nearest.document || *gap > nearest.gap ||
                            (*gap == nearest.gap && document.uploadedAt > nearest.document->uploadedAt);
        if (nearer) {
            nearest.gap = *gap;
            nearest.document = document;
        }
    }
    return nearest;
}

bool isRefusedForGood(const Document& document, const CaseEvidence& evidence)
{
    const QStringList codes = evidence.verdicts().reasonCodes(document);
    return std::any_of(codes.begin(), codes.end(), [](const QString& code) {
        const ReasonCode* reason = findReason(code);
        return reason && reason->disposition == Disposition::Final;
    });
}
} // namespace

QList<ApprovalGap> approvalGaps(const Verification& verification, RiskLevel risk,
                                const CaseEvidence& evidence)
{
    QList<ApprovalGap> gaps;
    for (const Document& document : verification.documents) {
        if (isRefusedForGood(document, evidence))
            gaps << ApprovalGap{EvidenceGap::RefusedForGood, document.requirement, document};
    }
    const QList<WireValue<Requirement>> requirements = requirementsOf(verification, risk);
    for (const WireValue<Requirement>& requirement : requirements) {
        if (const std::optional<ApprovalGap> gap = gapOf(requirement, verification.documents, evidence))
            gaps << *gap;
    }
    if (requirements.isEmpty()) {
        if (verification.documents.isEmpty())
            gaps << ApprovalGap{EvidenceGap::NoDocument, {}, {}};
        for (const Document& document : verification.documents) {
            if (const std::optional<EvidenceGap> gap = gapOf(document, evidence))
                gaps << ApprovalGap{*gap, {}, document};
        }
    }
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const ApprovalGap& a, const ApprovalGap& b) { return a.gap < b.gap; });
    return gaps;
}

} // namespace finhub::review
