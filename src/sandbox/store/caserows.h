#pragma once

#include "sandbox/store/database.h"
#include "sandbox/store/records.h"

#include <optional>

/// A case as rows of the tables in schema.cpp.
namespace finhub::sandbox {

std::optional<CaseFile> readCase(Database& database, qint64 number);
/// Adds the case's rows or replaces them; the caller has a transaction open. False when the database refuses.
bool writeCase(Database& database, const CaseFile& file);

} // namespace finhub::sandbox
