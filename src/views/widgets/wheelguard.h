#pragma once

class QWidget;

namespace finhub::views {

/// Leaves the wheel to the page as long as a box does not have the focus, so that scrolling changes no value.
void leaveWheelToPage(QWidget* box);

} // namespace finhub::views
