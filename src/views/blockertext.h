#pragma once

#include "core/lifecycle.h"

#include <QString>

namespace finhub::views {

/// Why an action is not possible, as a sentence that names what is missing.
QString blockerText(Blocker blocker, const CaseFacts& facts);
/// All of them as one text, the most important first; empty for none.
QString blockersText(const QList<Blocker>& blockers, const CaseFacts& facts);

} // namespace finhub::views
