#pragma once

#include "core/officers.h"

#include <QString>

namespace finhub::views {

/// The officer's name as plain text, else their id.
QString officerText(const OfficerName& officer);
/// "Simas Senior has this case since 31 Mar 2026, 09:25."
QString claimedByText(const Claim& claim);

} // namespace finhub::views
