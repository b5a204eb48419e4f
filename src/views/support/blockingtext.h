#pragma once

#include "review/casefile.h"

#include <QString>

namespace finhub::views {

/// What blocks this customer, or what happens next, in one sentence: from the lifecycle table, and from the
/// readiness check (2.12) where that has been read.
QString blockingSentence(const review::CaseFile& file);

} // namespace finhub::views
