#include "review/outbox/findings.h"

#include "core/lifecycle.h"
#include "review/evidence/casesnapshot.h"
#include "review/outbox/decisionnotes.h"

namespace finhub::review {

namespace {
bool hasOurVerdict(const Intent& intent, const Verification& current)
{
    return current.status.text() == WireValue<Verdict>::nameOf(intent.verdict);
}

/// Where nobody's notes are shown.
bool looksLikeOurs(const Intent& intent, const StateReading& reading)
{
    if (reading.byReadiness)
        return true; // it was open when this decision was sent and has its verdict now
    if (intent.verdict == Verdict::RequestResubmission)
        return reading.current.reasonCodes == intent.reasonCodes;
    return reading.current.decidedBy == intent.officer.text();
}

bool isAsShown(const Intent& intent, const StateReading& reading)
{
    const Verification& current = reading.current;
    if (reading.byReadiness)
        return current.status == intent.shownStatus && current.level == intent.shownLevel;
    return caseDigest(current) == intent.shownCase;
}
} // namespace

QByteArray caseDigest(const Verification& verification)
{
    return CaseSnapshot(verification).digest();
}

Finding findingOf(const Intent& intent, const StateReading& reading)
{
    const Verification& current = reading.current;
    const std::optional<NotesTag> tag = readNotesTag(current.notes);
    if (tag && tag->intent == shortIntent(intent.id))
        return hasOurVerdict(intent, current) || intent.verdict == Verdict::RequestResubmission
                   ? Finding::Ours
                   : Finding::Unclear;
    if (isAsShown(intent, reading))
        return Finding::Unchanged;
    // A status that is unknown allows no conclusion (R4).
    if (!current.status.isKnown())
        return Finding::Unclear;
    if (hasOurVerdict(intent, current) && current.notes.isEmpty() && looksLikeOurs(intent, reading))
        return Finding::Ours;

    const bool decided = isClosed(current.status.value());
    const bool asked = current.status.value() == VerificationStatus::ResubmissionRequested;
    if (intent.verdict != Verdict::RequestResubmission)
        return decided ? Finding::Theirs : Finding::Moved; // an open one can still take it
    // Uploads leave the notes alone; a decision after a first request for a resubmission replaces them.
    if (decided)
        return !reading.byReadiness && current.round == intent.shownRound ? Finding::Theirs
                                                                          : Finding::Unclear;
    if (asked && (reading.byReadiness || current.round <= intent.shownRound + 1))
        return Finding::Theirs;
    return !reading.byReadiness && current.round == intent.shownRound ? Finding::Moved : Finding::Unclear;
}

} // namespace finhub::review
