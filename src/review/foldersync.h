#pragma once

#include <QString>

namespace finhub::review {

/// Waits until the disk has what was made, renamed or removed in this folder (fsync); false when it cannot be
/// known. Any thread.
bool syncFolder(const QString& folder);

} // namespace finhub::review
