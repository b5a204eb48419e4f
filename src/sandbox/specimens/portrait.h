#pragma once

#include "sandbox/specimens/face.h"

#include <QRectF>

class QPainter;

namespace finhub::sandbox {

/// The part of the drawing's own coordinates that is shown: head and shoulders with some air above.
constexpr QRectF PortraitFrame{20, 62, 260, 328};

/// Draws head and shoulders in PortraitFrame, without background; the painter's transform places it.
void drawPortrait(QPainter& painter, const Face& face, const Outfit& outfit);

/// The same, with PortraitFrame mapped to `target`.
void drawPortraitIn(QPainter& painter, const QRectF& target, const Face& face, const Outfit& outfit);

} // namespace finhub::sandbox
