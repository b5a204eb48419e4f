#pragma once

#include <signal.h>
#include <sys/prctl.h>

namespace finhub::test {

/// Makes this process one that others may trace and signal, where the system leaves that to it, so that only
/// walls can keep them from it; counts the SIGUSR1 that it hears. One at a time.
class HeardSignals {
public:
    HeardSignals()
    {
        s_count = 0;
        signal(SIGUSR1, [](int) { s_count = s_count + 1; });
        prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0); // fails where nobody needs it
    }
    ~HeardSignals() { signal(SIGUSR1, SIG_DFL); }
    HeardSignals(const HeardSignals&) = delete;
    HeardSignals& operator=(const HeardSignals&) = delete;

    int count() const { return s_count; }

private:
    static inline volatile sig_atomic_t s_count = 0;
};

} // namespace finhub::test
