#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 2.11, 3.1: `activationStatus` or `status`; account and wallet at the top or in `wallet`.
Activation readActivation(const JsonPlace& place);

/// 2.11's body.
QByteArray writeActivation(const UserId& user, const QString& code);
/// 2.11's answer. R13: an empty payload counts as activated.
Result<Activation> readActivationAnswer(const QByteArray& body);

} // namespace finhub::api
