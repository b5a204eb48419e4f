#pragma once

#include <sys/resource.h>

namespace finhub::test {

/// What the processes that this one has started, and that have ended, have used of the computer.
struct ChildrenUsage {
    double cpuSeconds = 0;    ///< of all of them together
    double mostMegabytes = 0; ///< of the one that has held most at once

    static ChildrenUsage now()
    {
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        const auto seconds = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        };
        return {.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
                .mostMegabytes = static_cast<double>(usage.ru_maxrss) / 1024};
    }
};

} // namespace finhub::test
