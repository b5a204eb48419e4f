#pragma once

#include "review/outbox/intent.h"

namespace finhub::review {

/// The SHA-256, in hex, of what makes a verification the same case to decide, as a CaseSnapshot has it.
QByteArray caseDigest(const Verification& verification);

/// What a reading of the state says about a decision whose answer is not known.
enum class Finding {
    Ours,      ///< it is recorded
    Theirs,    ///< it is not, and cannot be any more: another decision stands
    Unchanged, ///< the case is as it was shown; the decision may yet arrive
    Moved,     ///< nothing is decided, but the case has changed
    Unclear,   ///< it was, or another one was, and a later decision has covered the trace
};

/// A reading of the state: by 3.2, or by the readiness check (2.12), which knows status and level alone and
/// nobody's notes.
struct StateReading {
    Verification current = {};
    bool byReadiness = false;
};

/// Compares the two. Our tag in the notes tells for certain, and so does its absence where there are notes and
/// nothing later could have replaced them. A server that shows no notes is believed when it names us as who
/// decided, or, for a resubmission, shows the very reasons.
Finding findingOf(const Intent& intent, const StateReading& reading);

} // namespace finhub::review
