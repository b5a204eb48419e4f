#pragma once

#include "sandbox/specimens/identityprint.h"

namespace finhub::sandbox {

/// The size of a card of 85.6 x 54 mm in pixels.
constexpr QSize CardSize(1300, 820);

/// An identity card with its machine-readable zone, transparent outside its rounded corners.
QImage drawIdentityCard(const IdentityPrint& print);

} // namespace finhub::sandbox
