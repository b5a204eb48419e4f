#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 2.4, 3.1: whole or in part. R6: `id`/`customerId`, which has to be there.
Customer readCustomer(const JsonPlace& payload);
/// 3.1, `GET …/{customerId}`. An answer about another customer than the one that was asked for is
/// ErrorKind::BadAnswer.
Result<Customer> readCustomerAnswer(const QByteArray& body, const CustomerId& asked);

} // namespace finhub::api
