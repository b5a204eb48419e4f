#pragma once

namespace finhub::documents {

/// Moves this process into namespaces of its own, which is what bubblewrap would do from outside: a network
/// without a way out, nobody else's shared memory, and an empty file system that cannot be written to. What
/// is open stays open. Needs a kernel that lets everybody make a user namespace, and a process of one thread.
///
/// False when it could not be done, or not all of it: these walls stand where they can. The parent-death
/// signal and the "dumpable" flag have to be set afterwards, since the kernel resets them.
bool enterNamespaces();

} // namespace finhub::documents
