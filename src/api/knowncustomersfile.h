#pragma once

#include "core/knowncustomer.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace finhub::api {

/// The known customers of a connection as a file: a JSON object with `customers[]`, each with `id`, `addedAt`
/// and, where they are known, `userId` and `verifications[]`. Any thread.
inline constexpr qint64 MaxKnownCustomersBytes = 32 * 1024 * 1024;

/// ErrorKind::Refused with the JSON path in `technical` when the text is damaged or larger than the limits. A
/// customer who is there twice is one.
Result<QList<KnownCustomer>> readKnownCustomers(const QByteArray& json);
/// ErrorKind::Refused when nobody could read the file again for its size.
Result<QByteArray> writeKnownCustomers(const QList<KnownCustomer>& customers);

} // namespace finhub::api
