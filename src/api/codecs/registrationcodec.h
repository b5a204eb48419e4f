#pragma once

#include "core/registration.h"
#include "core/result.h"

namespace finhub::api {

/// Why a registration cannot be valid (2.4): ErrorKind::Refused with the member in `technical`, one of the
/// AML parametrization as `parametrization.<name>`; or nothing. What only the server knows is left to it: the
/// category, whether the e-mail is in use, and the age, since its clock is the one that counts.
std::optional<Error> faultOf(const RegistrationRequest& request);

/// 2.4's body. The caller wipes it.
QByteArray writeRegistration(const RegistrationRequest& request, const TenantId& tenant);

/// 2.4's answer; only the customer's id has to be there.
Result<Customer> readRegistrationAnswer(const QByteArray& body);

} // namespace finhub::api
