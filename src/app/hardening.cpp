#include "app/hardening.h"

#include "core/secret.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>

namespace finhub::app {

namespace {
/// More than any chain of calls of this program goes down.
constexpr std::size_t Depth = 256 * 1024;
} // namespace

void hardenProcess()
{
#ifdef NDEBUG
    const rlimit none{0, 0};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
#endif
}

__attribute__((noinline)) void scrubStack()
{
    std::array<char, Depth> below; // NOLINT(cppcoreguidelines-pro-type-member-init): written next
    wipeMemory(below.data(), below.size());
#if defined(__x86_64__)
    // Whole registers where the processor has wide ones; the lower halves always.
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroall" ::
                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
                           "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
#endif
}

} // namespace finhub::app
