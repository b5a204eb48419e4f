#pragma once

#include "core/values.h"
#include "models/customertexts.h"

#include <optional>

namespace finhub::models {

/// What the directory sorts by for a column (3.1); nullopt for Verification, which it cannot sort by. Waiting
/// is submittedAt: ascending begins with who waits longest.
std::optional<DirectorySort> sortOf(CustomerColumn column);
/// The column that shows an order; nullopt for orders without a column of their own.
std::optional<CustomerColumn> columnOf(DirectorySort sort);

} // namespace finhub::models
