#pragma once

class QWidget;

namespace finhub::views {

/// What a label's colour says; the property `ink` of the style sheet (see ThemeManager).
enum class Ink { Text, Secondary, Accent, Good, Soon, Bad };

/// Sets the property and repolishes.
void setInk(QWidget* label, Ink ink);

} // namespace finhub::views
