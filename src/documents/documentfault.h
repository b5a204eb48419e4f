#pragma once

#include "core/result.h"

namespace finhub::documents {

/// ErrorKind::BrokenDocument with what is wrong with it; `technical` is for logs, without personal data.
Error brokenDocument(DocumentFault fault, const QString& technical = {});

} // namespace finhub::documents
