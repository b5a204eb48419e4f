#pragma once

#include "sandbox/specimens/identityprint.h"

namespace finhub::sandbox {

/// A driving licence with the numbered fields of the European model, of the size of an identity card and
/// without a machine-readable zone, which that model does not have.
QImage drawDrivingLicence(const IdentityPrint& print);

} // namespace finhub::sandbox
