#pragma once

#include "core/enums.h"
#include "views/timetext.h"
#include "views/widgets/chippainter.h"

/// Which colour says which state; the colour is never alone, a word or a sign stands beside it.
namespace finhub::views {

Tone toneOf(const WireValue<RiskLevel>& risk);
Tone toneOf(Stage stage);
Tone toneOf(VerificationStatus status);
Tone toneOf(Urgency urgency);
ColorRole inkOf(Urgency urgency);

} // namespace finhub::views
