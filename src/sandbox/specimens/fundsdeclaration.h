#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// SOURCE_OF_FUNDS: where the money comes from, two pages.
Paper sourceOfFunds(const SpecimenRequest& request);

} // namespace finhub::sandbox
