#pragma once

#include "sandbox/store/records.h"

#include <QSqlDatabase>

#include <optional>

/// A case as rows of the tables in schema.cpp.
namespace finhub::sandbox {

std::optional<CaseFile> readCase(const QSqlDatabase& database, qint64 number);
/// Adds the case's rows or replaces them; the caller has a transaction open. False when the database refuses.
bool writeCase(const QSqlDatabase& database, const CaseFile& file);

} // namespace finhub::sandbox
