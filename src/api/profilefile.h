#pragma once

#include "api/connectionprofile.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace finhub::api {

/// Reads one profile as `--profile FILE` gives it: a JSON object with `name`, `baseUrl`, `tenantId`,
/// `organizationId`, `userId`, `username`, all strings, and optionally `certificateAuthority` (PEM) and
/// `publicKeyPins[]` (see pinFrom()). ErrorKind::Refused with the offending JSON path in
/// `technical` otherwise. A member that could be a secret (`password`, `token`, `tenantSecret`, `tenantKey`)
/// is refused too, so that nobody gets used to keeping one there.
Result<ConnectionProfile> readProfile(const QByteArray& json);

/// Reads and writes the list of saved profiles: a JSON object with `profiles[]`.
Result<QList<ConnectionProfile>> readProfiles(const QByteArray& json);
QByteArray writeProfiles(const QList<ConnectionProfile>& profiles);

} // namespace finhub::api
