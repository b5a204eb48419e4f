#pragma once

namespace finhub::documents {

/// How a process ends that has got out.
inline constexpr int Escaped = 1;

/// What a worker that has been taken over would try, by name: true when it succeeded. `file` exists, and may
/// be written to where there are no walls. Behind the inner walls most attempts end the process instead. A
/// program that could be executed ends with `Escaped`.
bool attempt(const char* what, const char* file);

/// Those that a hostile document would begin with, in the order in which a test build of the worker is asked
/// for them by page number.
inline constexpr const char* Breakouts[] = {
    "read-file",         "write-file",    "create-file",
    "list-directory",    "remove-file",   "socket",
    "unix-socket",       "send-datagram", "fork",
    "make-thread",       "execute",       "trace",
    "trace-parent",      "kill-parent",   "read-parent-memory",
    "executable-memory",
};

} // namespace finhub::documents
