#pragma once

#include "api/connectionprofile.h"

#include <QString>

namespace finhub::api {

/// What the files of a connection have in their names: 32 hex digits of a hash of its address and tenant,
/// whoever signs in. They tell nobody which server it is.
QString connectionKey(const ConnectionProfile& profile);

} // namespace finhub::api
