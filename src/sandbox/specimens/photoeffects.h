#pragma once

#include "sandbox/specimens/specimen.h"

#include <QImage>

namespace finhub::sandbox {

/// The picture with the flaw of a bad photo: blurred, cropped, black and white. Other flaws leave it alone.
QImage withPhotoFlaw(const QImage& picture, Flaw flaw, quint64 seed);

} // namespace finhub::sandbox
