#pragma once

#include "sandbox/routes/requestcontext.h"

namespace finhub::sandbox {

/// A decision as it was sent (2.9).
struct SentDecision {
    DecisionRecord decision;
    QString approvedBy; ///< display name; empty when none was sent
};

/// 2.9, 3.4: reads and checks the values; VALIDATION_FAILED when the status is not offered, a code is
/// unknown, or codes are missing or not allowed.
tl::expected<SentDecision, Refusal> readDecision(const RequestContext& context);

} // namespace finhub::sandbox
