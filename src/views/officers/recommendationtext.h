#pragma once

#include "core/officers.h"

#include <QString>

namespace finhub::views {

/// "Ona Officer, 31 Mar 2026, 09:28: Approve", with reasons and note; what is withheld says that it is.
QString recommendationText(const Recommendation& recommendation);

} // namespace finhub::views
