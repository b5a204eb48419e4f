#pragma once

#include "core/lifecycle.h"
#include "views/style/theme.h"

#include <QRectF>

class QPainter;

/// The pictures of a Stepper. Every state has a shape as well as a colour.
namespace finhub::views {

/// The colour of a step's label.
ColorRole stepInk(PhaseState state);

/// The circle: check, number, exclamation mark, cross or question mark.
void paintStepCircle(QPainter& painter, const QRectF& circle, int number, PhaseState state,
                     const Theme& theme);

/// The line from one circle to the next, to be painted before them; dotted where nobody knows.
void paintStepLine(QPainter& painter, const QRectF& from, const QRectF& to, PhaseState before,
                   PhaseState after, const Theme& theme);

} // namespace finhub::views
