#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

namespace finhub::walkthrough {

/// Where the caption's bubble goes, all in one system of coordinates: beside the used part, on the first side
/// (right, left, below, above) where it hides nothing of that part and as little as possible of the dialog
/// that the part lies in. It never leaves the area as long as it fits into it.
///
/// `used` may be empty: the bubble then stands at the bottom of the area. `dialog` may be empty.
QPoint placeBubble(const QRect& area, const QRect& used, const QRect& dialog, const QSize& bubble);

} // namespace finhub::walkthrough
