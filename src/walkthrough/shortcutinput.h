#pragma once

#include <QKeySequence>
#include <QWidget>

namespace finhub::walkthrough {

/// Does what the keyboard does before a key press reaches a widget: finds the shortcut, menu action or button
/// mnemonic in the window of the widget with the focus that this key belongs to there, and activates it.
/// False when there is none. Qt offers no public way to send a key through its own shortcut map.
bool activateShortcut(QWidget* focus, const QKeySequence& key);

} // namespace finhub::walkthrough
