#pragma once

#include "core/requests.h"
#include "core/result.h"

namespace finhub::api {

/// 2.9, 3.9: none for an approval, 1 to 10 different ones for a negative verdict.
bool reasonsFit(Verdict verdict, const QStringList& codes);

/// Why a decision is not acceptable before it is sent (2.9, 3.4): ErrorKind::Refused with the member in
/// `technical`, or nothing.
std::optional<Error> faultOf(const DecisionRequest& request);

/// 2.9's body; the acting officer is named as the session knows them.
QByteArray writeDecision(const DecisionRequest& request, const SessionInfo& officer);

/// 2.9's answer. Only `status` has to be there and has to be the verdict's; a verification that is named has
/// to be the one that was decided. Everything else is read as far as it goes.
Result<DecisionAnswer> readDecisionAnswer(const QByteArray& body, const DecisionRequest& sent);

} // namespace finhub::api
