#pragma once

#include <QPoint>
#include <QPointer>
#include <QRect>
#include <QString>
#include <QWidget>

#include <tl/expected.hpp>

namespace finhub::walkthrough {

/// Where a person would put the mouse to use a widget.
struct Aim {
    QPointer<QWidget> widget; ///< the widget that was named
    QRect area;   ///< the part that is used: the widget, or a row of it; in coordinates of its window
    QPoint point; ///< in the same coordinates
    int row = -1; ///< the row of an item view
};

/// An aim, or why a person could not use the widget now, as words for the report.
using AimResult = tl::expected<Aim, QString>;

/// Aims at the middle of a widget, scrolling it into view where it lies in a scroll area. Refused when it is
/// hidden, disabled, blocked by a dialog or covered there by another widget.
AimResult aimAt(QWidget* widget);

/// The same for a row of an item view, by number or, where that is negative, by a text that it shows.
AimResult aimAtRow(QWidget* widget, int row, const QString& rowText);

/// Points at a visible widget, or a row of it, that only is spoken of; without widget when there is nothing
/// to see.
Aim pointAt(QWidget* widget, int row = -1);

/// Whether an open dialog or popup keeps input away from this window.
bool isBlocked(const QWidget* window);

} // namespace finhub::walkthrough
