#pragma once

#include "api/http/httpmessage.h"
#include "api/json/jsonplace.h"
#include "core/error.h"

#include <QDateTime>

namespace finhub::api {

/// What an error status says (1.4).
struct ErrorAnswer {
    Error error;      ///< ErrorKind::Status
    QString resource; ///< `data.resource` of NOT_FOUND; empty when the body names none
};

/// Reads any answer with an error status; never fails. R18: a body that is empty, HTML or not JSON yields the
/// status alone. R20: `Retry-After` counted from now.
ErrorAnswer readErrorAnswer(const RawAnswer& answer, const QDateTime& now);

/// Adds what the body of a failure says to the error: word (R17), text (R2) and the members of `data` that
/// change what a person is told. What has the wrong type is left out.
void readErrorMembers(const JsonPlace& root, Error& error);

} // namespace finhub::api
