#pragma once

#include "core/error.h"

namespace finhub::review {

// What the failure of a decision's transmission says about the decision.

/// Whether nothing of the transmission reached FinHub.
bool saysNothingWasSent(const Error& error);

/// A definite 4xx: everything but 408 and 409, which leave open what became of the decision.
bool isDefiniteRefusal(const Error& error);

/// A 409 in FinHub's own words that this transmission was not carried out. Reading back tells whether another
/// one was.
bool isRefusalByState(const Error& error);

/// The same about a repetition: these are checked after FinHub has looked for an answer under the key (1.4),
/// so there is none, and an earlier transmission that arrives late will be refused as well.
bool isRefusalOfKey(const Error& error);

} // namespace finhub::review
