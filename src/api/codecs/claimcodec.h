#pragma once

#include "api/json/jsonplace.h"
#include "core/call.h"
#include "core/officers.h"
#include "core/result.h"

namespace finhub::api {

/// 3.8 to 3.10: who did something. The id has to be there, since a name says nothing for certain.
OfficerName readOfficer(const JsonPlace& place);
/// 3.8: a claim wherever one is read.
Claim readClaim(const JsonPlace& place);

/// 3.8's bodies: one's own claim, handed over, or taken from whoever holds it. Never empty: a POST without a
/// body would be sent again by Qt when the connection closes.
QByteArray writeClaim();
QByteArray writeHandOver(const UserId& to);
QByteArray writeTakeOver();

/// 3.8's answer: who holds the verification now. One about another verification is ErrorKind::BadAnswer.
Result<Claim> readClaimAnswer(const QByteArray& body, const VerificationId& asked);
/// 3.8, `DELETE`: says nothing but that it is so.
Result<Done> readReleaseAnswer(const QByteArray& body);

} // namespace finhub::api
