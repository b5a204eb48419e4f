#pragma once

namespace finhub::app {

/// Why the console is locked.
enum class LockReason {
    ByOfficer, ///< by key or button
    Idle,      ///< nobody was at it
    Desktop,   ///< the desktop is locked, or its screen saver runs
    Sleep,     ///< the computer goes to sleep
};

} // namespace finhub::app
