#pragma once

#include "core/error.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/json.h"

#include <QList>

namespace finhub::sandbox {

/// An error answer (1.4) before it is written down.
struct Refusal {
    ErrorWord word = ErrorWord::InternalError;
    int status = 500;
    QString message;
    Json data = Json::object(); ///< without `error`, which is added last of all but first in the text
    HttpHeaders headers;
};

/// Every error of the sandbox starts here: status and message are the table's, `more` the further members.
Refusal refuse(ErrorWord word, Json more = Json::object());

/// 404; `resource` is a name of 1.4's list, an empty id leaves `id` out.
Refusal notFound(const QString& resource, const QString& id = {});
/// 404 user, which has two members more (D).
Refusal userNotFound(const QString& id);
/// 400 VALIDATION_FAILED with these faults, at least one.
Refusal validationFailed(const QList<FieldFault>& faults);
/// 403 `Tenant access denied`.
Refusal tenantDenied(const QString& tenant);

/// `data.error` as it stands on the wire: two words are written in another way (1.4).
QString wireWord(ErrorWord word);

/// Status line, headers and body.
HttpReply replyOf(const Refusal& refusal);

} // namespace finhub::sandbox
