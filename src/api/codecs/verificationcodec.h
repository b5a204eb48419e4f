#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 3.2. R9: `documentType`/`fileType` without `DT_`, `mimeType`/`contentType`, `uploadedAt`/`uploadDate`.
Document readDocument(const JsonPlace& place);
/// 2.6, 3.1, 3.2: whole or in part. R6: `verificationId`/`id`; R7: `type`, never `verificationType`; R16:
/// `verificationLevel`/`level`.
Verification readVerification(const JsonPlace& place);
/// 3.2, `GET …/{verificationId}` with its `ETag`. An answer about another verification than the one that was
/// asked for is ErrorKind::BadAnswer.
Result<Verification> readVerificationAnswer(const QByteArray& body, const QByteArray& etag,
                                            const VerificationId& asked);

} // namespace finhub::api
