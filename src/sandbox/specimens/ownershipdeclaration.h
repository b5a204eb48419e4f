#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// BENEFICIAL_OWNERSHIP: on whose behalf the customer acts and which companies they own, two pages.
Paper beneficialOwnership(const SpecimenRequest& request);

} // namespace finhub::sandbox
