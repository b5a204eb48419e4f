#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// R22: `TERMS` and `PRIVACY` are short forms.
WireValue<ConsentType> readConsentType(const JsonPlace& place);
/// R14: entries are texts, or objects with `consentType` or `type`.
QList<WireValue<ConsentType>> readConsentTypes(const JsonPlace& list);
/// 2.10, 3.1. R6: `consentId` or `id`.
Consent readConsent(const JsonPlace& place);

/// 2.10's path segment; empty for an unknown type.
QString consentSegment(ConsentType type);
/// 2.10's body.
QByteArray writeConsent(const QString& version);
/// 2.10's answer; the newest form has nothing but a status, then the type is the one that was sent. R12: the
/// status may be PENDING. Another type than the one that was sent is ErrorKind::BadAnswer.
Result<Consent> readConsentAnswer(const QByteArray& body, ConsentType sent);

} // namespace finhub::api
