#pragma once

#include "api/http/requestpath.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 3.1's query; W1: what is not given is left out. ErrorKind::Refused for a value that the list filters
/// cannot express: they separate alternatives by comma.
Result<QueryItems> writeDirectoryQuery(const DirectoryQuery& query, int page, int size);

/// 3.1's page with its stage counts.
Result<DirectoryPage> readDirectoryPage(const QByteArray& body, int page, int size);

} // namespace finhub::api
