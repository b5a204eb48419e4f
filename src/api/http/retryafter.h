#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace finhub::api {

/// R20: `Retry-After` as seconds or as an HTTP date in one of its three forms, counted from now and never
/// negative. nullopt when it is absent or cannot be read.
std::optional<std::chrono::seconds> retryAfter(const QByteArray& header, const QDateTime& now);

} // namespace finhub::api
