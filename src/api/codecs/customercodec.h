#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 3.1, `GET …/{customerId}`. An answer about another customer than the one that was asked for is
/// ErrorKind::BadAnswer.
Result<Customer> readCustomerAnswer(const QByteArray& body, const CustomerId& asked);

} // namespace finhub::api
