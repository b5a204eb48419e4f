#pragma once

#include "views/style/buttonkind.h"

#include <QRect>

class QPainter;

/// The shapes that controls are made of, for the style and for widgets that paint themselves.
namespace finhub::views {

/// What a control is going through.
struct ControlState {
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool checked = false;
    bool focused = false;
};

/// A ring of two pixels of accent just inside the rectangle.
void paintFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme);

/// Ground, line and focus ring of a button. Nothing is painted behind a flat button at rest.
void paintButtonGround(QPainter* painter, const QRect& rect, ButtonKind kind, const ControlState& state,
                       const Theme& theme);

/// Ground, line and focus ring of a field that something is chosen in.
void paintField(QPainter* painter, const QRect& rect, const ControlState& state, const Theme& theme);

/// The box or the circle of a check mark.
void paintCheckBox(QPainter* painter, const QRect& rect, Qt::CheckState check, const ControlState& state,
                   const Theme& theme);
void paintRadioMark(QPainter* painter, const QRect& rect, const ControlState& state, const Theme& theme);

/// A small chevron in the middle of the rectangle.
void paintChevron(QPainter* painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color);

} // namespace finhub::views
