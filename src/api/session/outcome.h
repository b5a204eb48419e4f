#pragma once

#include "api/http/httpmessage.h"
#include "api/session/apirequest.h"
#include "core/error.h"

#include <QDateTime>

#include <optional>

namespace finhub::api {

/// What an answer means, as HttpFinHub's table has it: the failure, or nothing for a whole 2xx, on whose body
/// the codec has the last word.
std::optional<Error> failureOf(const RawAnswer& answer, Effect effect, const QDateTime& now);

/// What it means that the codec cannot read a whole 2xx: for a write its outcome is unknown (R19).
Error unreadable(Error fromCodec, Effect effect, int status);

/// W3: whether a read may be repeated after this answer: timeouts, 408, 429 and 5xx, but not 501, which says
/// that the route does not exist.
bool isRepeatable(const RawAnswer& answer);

/// Section 3: whether this answer of an extension's own route says that the extension is absent: 405, 501, or
/// a 404 that does not name a customer, a verification or another thing that was looked for in vain.
bool saysAbsent(const RawAnswer& answer);

} // namespace finhub::api
