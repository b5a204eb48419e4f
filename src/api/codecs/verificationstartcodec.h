#pragma once

#include "core/requests.h"
#include "core/result.h"

namespace finhub::api {

/// Why the start of a verification is not acceptable: ErrorKind::Refused with the member in `technical`, or
/// nothing.
std::optional<Error> faultOf(const StartVerificationRequest& request);
std::optional<Error> faultOf(const CreateVerificationRequest& request);

/// 2.6's body: `{}` when nothing is known. It is optional, but a POST without any would be sent again by Qt
/// when the connection closes.
QByteArray writeStartVerification(const StartVerificationRequest& request);
/// 2.7's body; the admin who asks is named as the session knows them.
QByteArray writeCreateVerification(const CreateVerificationRequest& request, const SessionInfo& officer);

/// The answer of 2.6 and 2.7 with its `ETag`. Customer and type are those of the request where the answer
/// leaves them out; others than these are ErrorKind::BadAnswer.
Result<Verification> readStartedVerification(const QByteArray& body, const QByteArray& etag,
                                             const CustomerId& customer, VerificationType type);

} // namespace finhub::api
