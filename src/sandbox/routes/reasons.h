#pragma once

#include "sandbox/routes/requestcontext.h"

/// A verdict and its reasons, as decisions (2.9, 3.4) and recommendations (3.9) send them.
namespace finhub::sandbox {

/// The verdict in this member; a fault when it is missing, unknown, or negative and not offered.
Verdict readVerdict(const RequestContext& context, Fields& fields, const char* name);
/// `reasonCodes`: known, each once, 1 to 10 for a negative verdict and none for an approval.
QStringList readReasons(Fields& fields, Verdict verdict);
/// 422 REASON_NOT_RETRYABLE for codes with which nobody may be asked for a resubmission.
std::optional<Refusal> checkRetryable(Verdict verdict, const QStringList& codes);

} // namespace finhub::sandbox
