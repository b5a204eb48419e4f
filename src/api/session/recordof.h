#pragma once

#include "api/calllog.h"
#include "api/http/httpmessage.h"

namespace finhub::api {

/// What the call log keeps of a transmission (W5), but for its time and whose token it carried. A word that
/// the contract does not know might be anything, so it is left out.
CallRecord recordOf(const QByteArray& method, const QString& path, const RawAnswer& answer);

} // namespace finhub::api
