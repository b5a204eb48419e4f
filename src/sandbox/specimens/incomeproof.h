#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// INCOME_PROOF: a salary slip of one page for each of one to three months, or an employer's letter of one
/// page.
Paper incomeProof(const SpecimenRequest& request);

} // namespace finhub::sandbox
