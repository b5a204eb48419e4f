#pragma once

#include <QPainterPath>

class QPainter;
class QRectF;

namespace finhub::sandbox {

/// The word SPECIMEN as outlines, 100 high from y = 0, starting at x = 0. The letters are our own: Qt takes
/// those of large text from FreeType in a state that depends on what was drawn before, by 1/64 of a pixel,
/// and the same request has to give the same bytes.
QPainterPath specimenOutline();

/// The large mark across a document, as wide as `area`, in outline so that what is below stays readable.
void drawSpecimenMark(QPainter& painter, const QRectF& area, double angle);

} // namespace finhub::sandbox
