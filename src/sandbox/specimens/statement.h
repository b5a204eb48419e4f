#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// BANK_STATEMENT: one to three months of an account, two to four pages.
Paper bankStatement(const SpecimenRequest& request);

} // namespace finhub::sandbox
