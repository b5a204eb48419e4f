#pragma once

#include "walkthrough/aim.h"

#include <QChar>
#include <QKeyCombination>
#include <QWidget>

/// Mouse and keyboard as a person uses them. The events go to the window, as those of the system do, so that
/// Qt itself finds who receives them; unlike the system's they are not spontaneous. What they cause happens
/// before these functions return, and may delete anything.
namespace finhub::walkthrough {

/// Enters, moves to the point of the aim, presses and releases the left button.
void click(const Aim& aim);
void doubleClick(const Aim& aim);

/// Presses and releases a key combination in a window: whoever has the focus there may claim it, else a
/// shortcut gets it, else it is an ordinary key press.
void pressKey(QWidget* window, QKeyCombination key);
/// Types one character in a window.
void typeCharacter(QWidget* window, QChar character);

} // namespace finhub::walkthrough
