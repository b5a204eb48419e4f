#pragma once

#include "views/style/theme.h"

class QAbstractButton;

namespace finhub::views {

/// What a button is to the person in front of it; the property `kind` of the style sheet.
enum class ButtonKind {
    Secondary, ///< outlined; the default
    Primary,   ///< filled with the accent: the one next thing to do
    Good,      ///< filled green: a positive decision
    Danger,    ///< outlined, red text: a negative decision
    Flat,      ///< text or icon only, in bars
    Pill       ///< round and small, for filters; shows a chevron when it has a menu
};

/// Sets the property and repolishes.
void setKind(QAbstractButton* button, ButtonKind kind);
ButtonKind kindOf(const QAbstractButton* button);

/// The font of a button's text.
QFont buttonFont(ButtonKind kind);

/// The colour of a button's text; a disabled button keeps 4.5:1 as well.
QColor buttonInk(ButtonKind kind, bool enabled, const Theme& theme, bool checked = false);

} // namespace finhub::views
