#pragma once

#include "sandbox/specimens/specimen.h"

#include <QImage>

namespace finhub::sandbox {

/// The face of the identity documents in a room, with other clothes, taken at arm's length.
QImage drawSelfie(const SpecimenRequest& request);

} // namespace finhub::sandbox
