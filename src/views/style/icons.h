#pragma once

#include "views/style/theme.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace finhub::views {

/// The drawings of resources/icons: 16 by 16, one stroke, without a colour of their own.
enum class IconName {
    Search,
    ZoomIn,
    ZoomOut,
    Fit,
    RotateLeft,
    RotateRight,
    Previous,
    Next,
    Copy,
    Refresh,
    Close,
    Warning,
    Lock,
    User,
    Document,
    Check,
    Minus,
    Calendar,
    ChevronDown,
    Contrast,
    SignOut,
    More,
    Loupe,
    Pages
};

/// An icon in the colour of a role. It looks the colour up whenever it is painted, so it follows the theme.
QIcon icon(IconName name, ColorRole role = ColorRole::Text);

/// Paints one drawing into a rectangle, for painters.
void paintIcon(QPainter* painter, const QRectF& rect, IconName name, const QColor& color);

/// The program's own icon, in its own colours.
QIcon applicationIcon();

} // namespace finhub::views
