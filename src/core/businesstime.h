#pragma once

#include <QDateTime>

#include <chrono>

namespace finhub {

inline constexpr std::chrono::seconds BusinessDay = std::chrono::hours(24);

/// The time between two instants without Saturdays and Sundays (UTC), for the review target of one to three
/// business days (4.1). Zero when `to` is before `from` or one of them is unknown.
std::chrono::seconds businessTimeBetween(const QDateTime& from, const QDateTime& to);

} // namespace finhub
