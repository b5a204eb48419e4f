#pragma once

namespace finhub::views {

/// How large texts are, in percent of the system's size: 100 to 200. GUI thread.
int textScale();
/// Dresses the application anew; ThemeManager::changed() tells of it.
void setTextScale(int percent);
/// A height that has room for text, as much larger as texts are.
int textScaled(int pixels);

} // namespace finhub::views
