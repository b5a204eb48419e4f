#include "sandbox/specimens/typeface.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace finhub::sandbox {

QFont typeface(Typeface face, int pixelSize, double letterSpacing)
{
    const char* family = "DejaVu Sans";
    QFont::StyleHint hint = QFont::SansSerif;
    bool bold = false;
    switch (face) {
    case Typeface::Sans:
        break;
    case Typeface::SansBold:
        bold = true;
        break;
    case Typeface::Mono:
        family = "DejaVu Sans Mono";
        hint = QFont::Monospace;
        break;
    case Typeface::Serif:
        family = "DejaVu Serif";
        hint = QFont::Serif;
        break;
    case Typeface::SerifBold:
        family = "DejaVu Serif";
        hint = QFont::Serif;
        bold = true;
        break;
    }
    QFont font(QString::fromLatin1(family));
    font.setStyleHint(hint);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setBold(bold);
    font.setPixelSize(std::max(1, pixelSize));
    // Any spacing but zero switches ligatures off.
    font.setLetterSpacing(QFont::AbsoluteSpacing, letterSpacing == 0 ? 0.02 : letterSpacing);
    return font;
}

void drawFitted(QPainter& painter, const QRectF& box, const FittedText& line)
{
    int size = line.pixelSize;
    QFont font = typeface(line.face, size, line.letterSpacing);
    double width = QFontMetricsF(font).horizontalAdvance(line.text);
    if (width > box.width()) {
        size = std::clamp(static_cast<int>(size * box.width() / width), line.smallestPixelSize, size);
        font = typeface(line.face, size, line.letterSpacing * size / line.pixelSize);
        width = QFontMetricsF(font).horizontalAdvance(line.text);
    }
    const QString text = width > box.width() + 0.5
                             ? QFontMetricsF(font).elidedText(line.text, Qt::ElideRight, box.width())
                             : line.text;
    painter.setFont(font);
    painter.setPen(line.colour);
    painter.drawText(box, static_cast<int>(line.alignment) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

} // namespace finhub::sandbox
