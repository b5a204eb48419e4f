#pragma once

#include "views/style/theme.h"

#include <QString>

namespace finhub::views {

/// The application's style sheet, made from the tokens. It dresses what is made of boxes (fields, menus,
/// headers, scroll bars, panes, labels); what needs drawing is BaseStyle's.
QString styleSheet(const Theme& theme);

} // namespace finhub::views
