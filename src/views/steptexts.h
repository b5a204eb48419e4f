#pragma once

#include "review/casefile.h"
#include "views/widgets/stepper.h"

namespace finhub::views {

/// The words of the eight steps of a case: when it was done, what is waited for, what blocks it.
Stepper::Texts stepTexts(const Stepper::Phases& phases, const review::CaseFile& file);

} // namespace finhub::views
