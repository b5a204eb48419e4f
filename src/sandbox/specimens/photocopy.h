#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

#include <QImage>

namespace finhub::sandbox {

/// A page with the picture of an identity document or a face, as people scan theirs into a PDF.
Paper photocopy(const SpecimenRequest& request, const QImage& picture);

} // namespace finhub::sandbox
