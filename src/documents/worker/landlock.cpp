#include "documents/worker/landlock.h"

#include <QtGlobal>

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace finhub::documents {

namespace {

// As of version 6; the headers of the system may be older than its kernel. A kernel that does not know the
// later members takes the structure as long as they are zero.
struct Ruleset {
    quint64 fileSystem;
    quint64 network;
    quint64 scoped;
};

quint64 firstBits(int count)
{
    return (quint64(1) << count) - 1;
}

// Everything that this version can refuse.
quint64 fileSystemRights(int version)
{
    if (version >= 5)
        return firstBits(16); // + ioctl on devices
    if (version >= 3)
        return firstBits(15); // + truncating
    if (version >= 2)
        return firstBits(14); // + linking and renaming between directories
    return firstBits(13);
}

Ruleset rulesetOf(int version)
{
    return {.fileSystem = fileSystemRights(version),
            .network = version >= 4 ? firstBits(2) : 0, // binding and connecting TCP
            .scoped = version >= 6 ? firstBits(2) : 0}; // abstract sockets and signals
}

} // namespace

std::optional<int> closeFileSystem()
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0UL, LANDLOCK_CREATE_RULESET_VERSION);
    if (version <= 0)
        return errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM ? std::optional<int>(0)
                                                                        : std::nullopt;
    const Ruleset ruleset = rulesetOf(static_cast<int>(version));
    const long descriptor = syscall(SYS_landlock_create_ruleset, &ruleset, sizeof ruleset, 0U);
    if (descriptor < 0)
        return std::nullopt;
    // Without a single rule: nothing is allowed.
    const bool closed = syscall(SYS_landlock_restrict_self, static_cast<int>(descriptor), 0U) == 0;
    close(static_cast<int>(descriptor));
    return closed ? std::optional<int>(static_cast<int>(version)) : std::nullopt;
}

} // namespace finhub::documents
