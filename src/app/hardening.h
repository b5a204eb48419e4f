#pragma once

namespace finhub::app {

/// Keeps other programs out of the memory of this one, as far as a program can do that by itself: no core
/// dumps, and no debugger of the same user (Linux: RLIMIT_CORE 0, not dumpable). First thing in main(), in
/// release builds; nothing fails when the system does not have it.
void hardenProcess();

/// Overwrites what earlier calls have left below the present end of the stack, and the vector registers. Called
/// when secrets have gone, from as near to the event loop as can be.
void scrubStack();

} // namespace finhub::app
