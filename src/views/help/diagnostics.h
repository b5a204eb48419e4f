#pragma once

#include "api/finhub.h"

#include <QString>

namespace finhub::views {

/// What helps to find a fault, as plain text for somebody else: versions, system, what the server offers, and
/// the last calls with method, address, status and duration. Never a name, an address, an account, an id, a
/// host or a secret (W5).
QString diagnosticsText(const api::FinHub& finhub);

/// The path of a call; whatever is no word of the interface is {id}.
QString withoutIds(const QString& path);

} // namespace finhub::views
