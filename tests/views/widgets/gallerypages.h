#pragma once

#include <QWidget>

/// What the gallery shows; every building block of the views once in every state, with invented data.
namespace finhub::views {

/// An officer at a case, put together from the blocks as in the drawings.
QWidget* makeReviewPage();
/// The customer list while rows load.
QWidget* makeListPage();
/// Buttons, fields, marks, menus, tabs.
QWidget* makeControlsPage();
/// Steppers, canvases and panels in all their states, one of them right to left.
QWidget* makeStatesPage();

} // namespace finhub::views
