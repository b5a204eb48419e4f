#pragma once

#include "api/clientoptions.h"

#include <chrono>
#include <optional>

namespace finhub::api {

/// W3, R20: how long to wait before a read is sent again after so many repetitions, and after the server has
/// asked for a pause or not; nullopt: it is not sent again. Up to a quarter longer than necessary, at random,
/// so that the consoles of an office do not come back all at once.
std::optional<std::chrono::milliseconds>
pauseBefore(int repetitions, std::optional<std::chrono::seconds> asked, const ClientOptions& options);

} // namespace finhub::api
