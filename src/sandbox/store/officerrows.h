#pragma once

#include "sandbox/store/database.h"
#include "sandbox/store/records.h"

/// Claims, recommendations and notes of a case as rows of the tables in schema.cpp.
namespace finhub::sandbox {

/// Adds them to a case whose verifications have been read.
void readOfficerRows(Database& database, CaseFile& file);
/// Replaces the case's rows; the caller has a transaction open. False when the database refuses.
bool writeOfficerRows(Database& database, const CaseFile& file);

} // namespace finhub::sandbox
