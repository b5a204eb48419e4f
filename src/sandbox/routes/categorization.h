#pragma once

#include "core/enums.h"
#include "core/id.h"
#include "sandbox/json.h"
#include "sandbox/routes/refusal.h"

#include <tl/expected.hpp>

namespace finhub::sandbox {

/// 2.4: the risk of a customer of this category with what `individualCustomer` says of enhanced monitoring;
/// 400 `Invalid categorization` when the category is not for individuals or the parametrization is wrong.
tl::expected<RiskLevel, Refusal> riskOfRegistration(const CategoryId& category,
                                                    const Json& individualCustomer);

} // namespace finhub::sandbox
