#pragma once

#include "sandbox/json.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/store/cases.h"

/// How things are written on the wire.
namespace finhub::sandbox {

/// 2.4: the shape of a registration.
Json registrationView(const CaseFile& file);
/// 3.1: everything about one customer.
Json customerView(const CaseFile& file);
/// 3.1: a row of the directory.
Json directoryItemView(const DirectoryItem& item);

/// 2.6: the answer to a verification that has been started.
Json startedView(const CaseFile& file, const VerificationRecord& verification);
/// 3.2, without `documents`.
Json verificationView(const CaseFile& file, const VerificationRecord& verification);
/// 3.2: size and hash must be known.
Json documentView(const DocumentRecord& document);
/// 2.10.
Json consentView(const CaseFile& file, const ConsentRecord& consent);
/// 3.8: `by`, `since` and `expiresAt`; null for a free verification.
Json claimView(const ClaimRecord* claim);
/// 3.8: adds `claim` to a verification of 3.1 or 3.2, where claims are offered.
void addClaim(const RequestContext& context, const VerificationRecord& verification, Json& view);
/// 3.8 to 3.10: id and name.
Json officerView(const OfficerName& officer);
/// 3.6.
Json eventView(const EventRecord& event);
/// 2.12: the first eight members, which errors carry too.
Json readinessView(const CaseFile& file);

/// 3.5: `"v2"`, quotes included.
QByteArray etagOf(const VerificationRecord& verification);

} // namespace finhub::sandbox
