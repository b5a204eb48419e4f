#pragma once

#include "sandbox/specimens/face.h"

class QPainter;

namespace finhub::sandbox {

/// Shoulders and what covers them, in PortraitFrame; drawn after the neck.
void drawClothing(QPainter& painter, const Face& face, const Outfit& outfit);

} // namespace finhub::sandbox
