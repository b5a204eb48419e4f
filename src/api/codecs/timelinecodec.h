#pragma once

#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 3.6's page, in the order of the server (newest first).
Result<Page<TimelineEvent>> readTimelinePage(const QByteArray& body, int page, int size);

} // namespace finhub::api
