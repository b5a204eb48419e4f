#pragma once

#include "views/style/theme.h"

#include <QRect>
#include <QSize>
#include <QString>

class QPainter;

namespace finhub::views {

/// What a chip, a sign or a line of text says by its colour.
enum class Tone { Neutral, Good, Soon, Bad, Accent, Outline };

/// The colour of text in a tone, and the ground behind it (for Outline the colour of the line round it).
ColorRole inkOf(Tone tone);
ColorRole groundOf(Tone tone);

/// The size of a chip with this text.
QSize chipSize(const QString& text);

/// Paints a chip at the leading edge of the rectangle (the right one when the painter's layout runs right to
/// left), centred in its height, elided to its width. Returns the width that it took. The text is plain.
int paintChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone,
              const Theme& theme = Theme::current());

} // namespace finhub::views
