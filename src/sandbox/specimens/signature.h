#pragma once

#include <QPainterPath>
#include <QString>

class QPainter;
class QRectF;
class QColor;

namespace finhub::sandbox {

/// A handwriting-like line for a name: loops for tall letters, tails for low ones, humps for the others. The
/// same `hand` writes the same line.
QPainterPath signaturePath(const QString& name, quint64 hand);

/// The line scaled into `box` without distortion.
void drawSignature(QPainter& painter, const QRectF& box, const QString& name, quint64 hand,
                   const QColor& ink);

} // namespace finhub::sandbox
