#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// PROOF_OF_ADDRESS: a bill for electricity, water or internet, one or two pages.
Paper utilityBill(const SpecimenRequest& request);

} // namespace finhub::sandbox
