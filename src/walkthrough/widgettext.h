#pragma once

#include <QAbstractItemView>
#include <QModelIndex>
#include <QStringList>
#include <QWidget>

#include <utility>

/// What a widget shows to a person, as text.
namespace finhub::walkthrough {

/// The texts on a widget: one for labels, fields, buttons and the like, one a cell for item views (limited to
/// a row and a column where those are not negative). A password field shows its dots.
QStringList shownTexts(const QWidget* widget, int row = -1, int column = -1);

/// The number of rows of an item view or combo box; nullopt for other widgets.
std::optional<int> rowCount(const QWidget* widget);

/// The first row with a cell that contains the text; -1 when there is none.
int findRow(const QAbstractItemView* view, const QString& text);

} // namespace finhub::walkthrough
