#include "attempts.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace finhub::documents {

namespace {

bool opens(const char* path, int flags)
{
    return open(path, flags, 0600) >= 0;
}

bool makesExecutableMemory()
{
    return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool takesMemory()
{
    constexpr size_t Much = 600UL * 1024 * 1024;
    return mmap(nullptr, Much, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool spins()
{
    std::atomic<unsigned long> count = 0;
    for (;;)
        ++count;
}

/// Honest work: the C library asks how much memory there is before it sorts a large array. False when it is
/// done.
bool cannotSort()
{
    std::vector<int> numbers(1'000'000);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<int>(numbers.size() - i);
    std::qsort(numbers.data(), numbers.size(), sizeof(int), [](const void* a, const void* b) {
        return *static_cast<const int*>(a) - *static_cast<const int*>(b);
    });
    return numbers.front() != 1 || numbers.back() != static_cast<int>(numbers.size());
}

bool executes()
{
    static_assert(Escaped == 1);
    execl("/bin/false", "false", nullptr);
    return false;
}

bool opensInThread()
{
    bool opened = false;
    std::thread([&opened] { opened = opens("/etc/passwd", O_RDONLY); }).join();
    return opened;
}

// The kernel chooses the port; nobody hears of it.
bool listens()
{
    const int socketFd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bind(socketFd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool makesManyDescriptors()
{
    for (int i = 0; i < 16; ++i) {
        if (dup(STDERR_FILENO) < 0)
            return false;
    }
    return true;
}

// To itself, over UDP, which Landlock does not know.
bool sendsDatagram()
{
    const int socketFd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return sendto(socketFd, "x", 1, 0, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 1;
}

// Seizing does not stop it.
bool tracesParent()
{
    return ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0;
}

bool readsParentMemory()
{
    return opens(("/proc/" + std::to_string(getppid()) + "/mem").c_str(), O_RDONLY);
}

bool makesThread()
{
    try {
        std::thread([] {}).join();
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

bool seesFile()
{
    struct stat status {};
    return stat("/etc/passwd", &status) == 0;
}

// Only who has a capability for it may.
bool raisesItsLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_max += 1;
    return setrlimit(RLIMIT_CPU, &limit) == 0;
}

bool dumpsCore()
{
    rlimit limit{};
    return prctl(PR_GET_DUMPABLE) != 0 || getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max != 0;
}

} // namespace

bool attempt(const char* what, const char* file)
{
    const auto is = [what](const char* name) { return std::strcmp(what, name) == 0; };
    if (is("nothing"))
        return false;
    if (is("sort"))
        return cannotSort();
    if (is("read-file"))
        return opens("/etc/passwd", O_RDONLY);
    if (is("write-file"))
        return opens(file, O_WRONLY);
    if (is("create-file"))
        return opens(file, O_WRONLY | O_CREAT | O_TRUNC);
    if (is("read-file-in-thread"))
        return opensInThread();
    if (is("list-directory"))
        return opens("/", O_RDONLY | O_DIRECTORY);
    if (is("make-directory"))
        return mkdir((std::string(file) + ".directory").c_str(), 0700) == 0;
    if (is("remove-file"))
        return unlink(file) == 0;
    if (is("truncate-file"))
        return truncate(file, 100) == 0;
    if (is("listen"))
        return listens();
    if (is("trace-parent"))
        return tracesParent();
    if (is("read-parent-memory"))
        return readsParentMemory();
    if (is("send-datagram"))
        return sendsDatagram();
    if (is("make-thread"))
        return makesThread();
    if (is("see-file"))
        return seesFile();
    if (is("many-descriptors"))
        return makesManyDescriptors();
    if (is("raise-its-limit"))
        return raisesItsLimit();
    if (is("dump-core"))
        return dumpsCore();
    if (is("socket"))
        return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    if (is("unix-socket"))
        return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
    if (is("fork"))
        return fork() >= 0;
    if (is("execute"))
        return executes();
    if (is("trace"))
        return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
    if (is("kill-parent"))
        return kill(getppid(), SIGUSR1) == 0;
    if (is("executable-memory"))
        return makesExecutableMemory();
    if (is("memory"))
        return takesMemory();
    if (is("cpu"))
        return spins();
    return true;
}

} // namespace finhub::documents
