#pragma once

#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 2.12. R14: an absent flag is unknown, not false. An answer about another customer is ErrorKind::BadAnswer.
Result<Readiness> readReadinessAnswer(const QByteArray& body, const CustomerId& asked);

} // namespace finhub::api
