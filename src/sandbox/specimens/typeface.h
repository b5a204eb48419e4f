#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace finhub::sandbox {

enum class Typeface { Sans, SansBold, Mono, Serif, SerifBold };

/// A font whose glyphs are placed the same on every device and machine: no hinting, no sub-pixel colours, no
/// ligatures (they would come out of a PDF as one letter).
QFont typeface(Typeface face, int pixelSize, double letterSpacing = 0);

/// A line of text and how it may give way when it is too long.
struct FittedText {
    QString text;
    Typeface face = Typeface::Sans;
    int pixelSize = 24;
    int smallestPixelSize = 12;
    QColor colour = Qt::black;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    double letterSpacing = 0;
};

/// Draws one line inside `box`, smaller when needed, and cut with an ellipsis only below the smallest size.
void drawFitted(QPainter& painter, const QRectF& box, const FittedText& line);

} // namespace finhub::sandbox
