#pragma once

#include <QWidget>

namespace finhub::views {

/// Whether somebody has hidden the widget. Before it is shown for the first time every widget calls itself
/// hidden as well; only hide() makes it so.
inline bool isExplicitlyHidden(const QWidget& widget)
{
    return widget.isHidden() && widget.testAttribute(Qt::WA_WState_ExplicitShowHide);
}

} // namespace finhub::views
