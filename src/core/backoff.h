#pragma once

#include <algorithm>
#include <chrono>

namespace finhub {

/// R20: the pause before another attempt, after so many that failed: doubled every time, at most `longest`,
/// and up to a quarter longer at random, so that the consoles of an office do not come back all at once.
/// `chance` is from 0 up to but not 1.
inline std::chrono::milliseconds jittered(std::chrono::milliseconds pause, double chance)
{
    constexpr double mostExtra = 0.25;
    return pause +
           std::chrono::milliseconds(static_cast<long long>(double(pause.count()) * mostExtra * chance));
}

inline std::chrono::milliseconds backoff(int failed, std::chrono::milliseconds first,
                                         std::chrono::milliseconds longest, double chance)
{
    constexpr int enough = 20; // far beyond any longest pause, and no overflow
    return jittered(std::min(first * (1 << std::clamp(failed, 0, enough)), longest), chance);
}

} // namespace finhub
