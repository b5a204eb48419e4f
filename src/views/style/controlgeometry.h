#pragma once

#include "views/style/buttonkind.h"

#include <QRect>
#include <QSize>
#include <QStyle>

class QStyleOption;

/// Where the parts of a control lie and how large it is.
namespace finhub::views {

/// The side of a check mark and of the icon of a button.
inline constexpr int MarkSize = 16;

/// The column of the chevron, at the trailing end of a field or a button.
QRect arrowRect(const QStyleOption& option);
/// One half of that column.
QRect stepArrowRect(const QStyleOption& option, bool up);
/// What is left for the text of a field with a chevron.
QRect fieldTextRect(const QStyleOption& option);

/// The size of a push button, of a field with a chevron and of an item in a list, around these contents.
QSize buttonSize(const QStyleOption& option, const QSize& contents, ButtonKind kind);
QSize fieldSize(const QSize& contents);
QSize itemSize(const QSize& contents);

} // namespace finhub::views
