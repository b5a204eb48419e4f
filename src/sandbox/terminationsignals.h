#pragma once

#include <functional>

namespace finhub::sandbox {

/// Calls from the event loop when the process is asked to end (SIGTERM, SIGINT). Once per process, on the
/// thread of the application object.
void onTerminationSignal(std::function<void()> end);

} // namespace finhub::sandbox
