#pragma once

#include <QStringList>

namespace finhub::sandbox {

/// The statements that make an empty store. Times are milliseconds since the epoch; NULL is "not yet".
QStringList storeSchema();

} // namespace finhub::sandbox
