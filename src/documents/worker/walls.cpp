#include "documents/worker/walls.h"

#include "documents/worker/landlock.h"
#include "documents/worker/namespaces.h"
#include "documents/workerprotocol.h"

#include <linux/capability.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace finhub::documents {

namespace {

#ifdef FINHUB_SANITIZED
constexpr bool Sanitized = true;
#else
constexpr bool Sanitized = false;
#endif

constexpr rlim_t MaxAddressSpace = 512UL * 1024 * 1024;
constexpr rlim_t MaxCpuSeconds = 5;
constexpr rlim_t MaxDescriptors = 16; // those of Qt, and the two that come with the order

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit limits{most, most};
    return setrlimit(resource, &limits) == 0;
}

bool setOuterLimits()
{
    if (!Sanitized && (!limit(RLIMIT_AS, MaxAddressSpace) || !limit(RLIMIT_NOFILE, MaxDescriptors)))
        return false;
    // A warning that cannot be written must not end the process as a growing file would.
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR)
        return false;
    return limit(RLIMIT_CPU, MaxCpuSeconds) && limit(RLIMIT_CORE, 0);
}

bool setInnerLimits(rlim_t answerSize)
{
    return (Sanitized || (limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_NPROC, 0))) &&
           limit(RLIMIT_FSIZE, answerSize);
}

// Somebody may have started the console as root.
bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    return syscall(SYS_capset, &header, none.data()) == 0;
}

bool gainNoPrivileges()
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

bool setProcessFlags()
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
}

// What allocators, sorting (the C library asks how much memory there is), threads that exist already and the
// end of the process need.
constexpr int AllowedCalls[] = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),         SCMP_SYS(mremap),          SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(sched_yield),    SCMP_SYS(getrandom),       SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(getpid),         SCMP_SYS(gettid),          SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(restart_syscall), SCMP_SYS(close),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),     SCMP_SYS(sysinfo),
};

// Looking for files that may as well be absent: time zones, logging rules, system fonts.
constexpr int RefusedCalls[] = {
    SCMP_SYS(open),   SCMP_SYS(openat), SCMP_SYS(stat),       SCMP_SYS(lstat),      SCMP_SYS(newfstatat),
    SCMP_SYS(statx),  SCMP_SYS(access), SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(statfs), SCMP_SYS(getcwd), SCMP_SYS(readlinkat),
};

bool addRules(scmp_filter_ctx filter)
{
    for (const int call : AllowedCalls) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0)
            return false;
    }
    for (const int call : RefusedCalls) {
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0) != 0)
            return false;
    }
    // Memory may be made, but none that can be executed.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
            return false;
    }
    // The answer, whose size is sealed, and warnings of the libraries, which lead nowhere in daily use.
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(pwrite64), 1, SCMP_A0(SCMP_CMP_EQ, AnswerFd)) ==
               0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                            SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO)) == 0;
}

bool filterCalls()
{
    if (Sanitized)
        return true;
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_KILL_PROCESS),
                                                                  seccomp_release);
    return filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 && addRules(filter.get()) &&
           seccomp_load(filter.get()) == 0;
}

} // namespace

std::optional<OuterWalls> raiseOuterWalls()
{
    if (!gainNoPrivileges())
        return std::nullopt;
    OuterWalls walls;
    walls.namespaces = !Sanitized && enterNamespaces();
    // Afterwards: in a user namespace of its own a process has all capabilities, and its flags are reset.
    if (!setProcessFlags() || !dropCapabilities() || !setOuterLimits())
        return std::nullopt;
    if (Sanitized)
        return walls;
    const std::optional<int> landlock = closeFileSystem();
    if (!landlock)
        return std::nullopt;
    walls.landlock = *landlock;
    return walls;
}

bool raiseInnerWalls(qint64 answerSize)
{
    return setInnerLimits(static_cast<rlim_t>(answerSize)) && filterCalls();
}

} // namespace finhub::documents
