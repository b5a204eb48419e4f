#pragma once

#include "core/error.h"
#include "core/requests.h"
#include "review/evidence/casesnapshot.h"

#include <optional>

namespace finhub::review {

/// How a decision ended. There is no fourth way.
enum class DecisionEnd {
    Applied, ///< FinHub has recorded it
    Refused, ///< nothing happened: it was not sent, or FinHub refused it
    Unknown, ///< it may or may not have happened (R19), and reading back did not tell
};

/// Why a decision was refused on this computer, before anything left it.
enum class DecisionStop {
    None,              ///< it was not
    Undone,            ///< by the officer
    NotSent,           ///< the program or the session ended first
    OutboxUnwritable,  ///< the intent could not be written, and nothing is sent that was not
    JournalUnwritable, ///< the same of the journal
    OpenElsewhere,     ///< another window or console decides this verification
    OpenBefore,        ///< an earlier decision of this officer on it is not settled
    NotesTooLong,      ///< no room for the tag (decisionnotes.h)
};

/// The outcome with all that is known about it.
struct DecisionOutcome {
    DecisionEnd end = DecisionEnd::Unknown;
    DecisionAnswer answer = {};               ///< Applied
    Error error = {};                         ///< Refused, Unknown
    bool changedBefore = false;               ///< Refused because the case had changed since it was read
    bool foundByReading = false;              ///< Applied, as the read-back shows; the answer itself was lost
    bool deciderUnknown = false;              ///< the read-back does not say who decided (2.12)
    std::optional<Verification> current = {}; ///< the verification as it was last read, where it was
    /// What had changed, where it stopped because of that.
    QList<SnapshotDifference> differences = {};
    DecisionStop stop = DecisionStop::None; ///< Refused
};

} // namespace finhub::review
