#pragma once

#include <functional>

class QObject;

namespace finhub::views {

/// Sets heights that depend on the size of texts: now, and whenever theme or size are other ones. `context`
/// ends it.
void followTextSize(QObject* context, const std::function<void()>& adapt);

} // namespace finhub::views
