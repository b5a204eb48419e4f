#pragma once

#include "sandbox/specimens/headshape.h"

class QPainter;

namespace finhub::sandbox {

/// What falls behind face and neck; drawn before them.
void drawHairBehind(QPainter& painter, const Face& face, const HeadShape& head);
/// What lies on the forehead and the sides; drawn after the face.
void drawHairInFront(QPainter& painter, const Face& face, const HeadShape& head);
/// Beard or moustache; drawn before the mouth.
void drawFacialHair(QPainter& painter, const Face& face, const HeadShape& head);

} // namespace finhub::sandbox
