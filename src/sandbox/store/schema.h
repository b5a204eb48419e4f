#pragma once

#include "sandbox/store/sqldialect.h"

#include <QStringList>

namespace finhub::sandbox {

/// The statements that make an empty store. Times are milliseconds since the epoch; NULL is "not yet".
QStringList storeSchema(const SqlDialect& dialect);

} // namespace finhub::sandbox
