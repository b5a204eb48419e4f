#pragma once

#include "core/requests.h"
#include "core/result.h"

namespace finhub::api {

/// Why the text of a consent cannot be saved (2.14): ErrorKind::Refused with the member in `technical`, or
/// nothing. How long a body may be is the server's business.
std::optional<Error> faultOf(const ConsentTemplate& text);

/// 2.14's body, with the short forms of R22.
QByteArray writeConsentTemplate(const ConsentTemplate& text);

/// 2.14's list, in the order of the server; also as an array without `templates`.
Result<QList<ConsentTemplate>> readConsentTemplates(const QByteArray& body);
/// The answer to a saved text. Members that it leaves out are those that were sent; another type, or another
/// id than the one that was changed, is ErrorKind::BadAnswer.
Result<ConsentTemplate> readSavedTemplate(const QByteArray& body, const ConsentTemplate& sent);

} // namespace finhub::api
