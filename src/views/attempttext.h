#pragma once

#include "views/errortext.h"

namespace finhub::views {

/// Whether the attempt was to change something.
bool isWrite(Attempt attempt);
/// What a definite failure means: for a write, that nothing has changed.
QString nothingHappened(Attempt attempt);

} // namespace finhub::views
