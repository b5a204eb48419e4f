#pragma once

#include "core/values.h"

namespace finhub {

/// The customer as a row of the directory (3.1). The stage is what the customer says of it, absent or not.
DirectoryEntry entryOf(const Customer& customer);

} // namespace finhub
