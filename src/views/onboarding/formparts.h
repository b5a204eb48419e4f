#pragma once

#include <QString>

class QLabel;
class QScrollArea;
class QVBoxLayout;
class QWidget;

/// The parts that the pages of the onboarding share, so that they look like one form.
namespace finhub::views::form {

/// The widest that the content of a page gets, and a half of it beside another one.
inline constexpr int ColumnWidth = 720;
inline constexpr int HalfWidth = 348;

QLabel* title(const QString& text, QWidget* parent);
/// One sentence below the title.
QLabel* explanation(const QString& text, QWidget* parent);
/// The small heading of a group of fields.
QLabel* section(const QString& text, QWidget* parent);

/// Makes the widget a page: surface, margins, one column at the leading edge. Returns the column's layout.
QVBoxLayout* makePage(QWidget* page, int width = ColumnWidth);
/// A scroll area without a frame round a page.
QScrollArea* scrolled(QWidget* page);

} // namespace finhub::views::form
