#pragma once

#include <optional>

namespace finhub::documents {

/// Shuts this process off from every file system for the rest of its life, and, where the kernel can, from
/// TCP and from sending signals to anybody outside. What is open stays open. It holds for this thread and
/// those that it makes afterwards. Needs "no new privileges".
///
/// The version of Landlock that does it, asked of the kernel that is running; 0 when it has none, or has been
/// told to do without. Nothing when it has Landlock and it still could not be done.
std::optional<int> closeFileSystem();

} // namespace finhub::documents
