#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// PEP_DECLARATION: whether the customer or somebody close holds a prominent public function, one page.
Paper pepDeclaration(const SpecimenRequest& request);

} // namespace finhub::sandbox
