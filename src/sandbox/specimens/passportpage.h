#pragma once

#include "sandbox/specimens/identityprint.h"

namespace finhub::sandbox {

/// The data page of a passport, 1400 x 985 pixels, transparent outside its rounded corners.
QImage drawPassportPage(const IdentityPrint& print);

} // namespace finhub::sandbox
