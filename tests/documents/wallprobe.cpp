#include "documents/worker/walls.h"

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
#include <thread>
#include <vector>

/// Stands behind the worker's walls and tries what a taken-over worker would: `wallprobe ATTEMPT FILE RINGS`,
/// where the rings are `outer`, `inner`, `both` or `none`. Ends with 0 when the attempt was refused (or
/// honest work was done), 1 when it succeeded, 2 when the walls could not be raised. FILE is standard output
/// as well.
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
    char* const none[] = {nullptr};
    execve("/bin/true", none, none);
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

bool attempt(const char* what, const char* file, int openFile)
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
    if (is("grow-open-file"))
        return write(openFile, "x", 1) == 1;
    if (is("write-beyond-the-answer"))
        return pwrite(STDOUT_FILENO, "x", 1, 0) == 1;
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
        return ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr) == 0;
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
        return kill(getppid(), 0) == 0;
    if (is("executable-memory"))
        return makesExecutableMemory();
    if (is("memory"))
        return takesMemory();
    if (is("cpu"))
        return spins();
    return true;
}

bool raise(const std::string& rings)
{
    if ((rings == "outer" || rings == "both") && !finhub::documents::raiseOuterWalls())
        return false;
    return rings == "outer" || rings == "none" || finhub::documents::raiseInnerWalls(0);
}

// A child that stands behind the outer walls and lives until somebody kills it; its parent is gone as soon as
// the walls are up. The test holds the other end of a pipe, standard error, and sees when the child goes.
int orphan()
{
    int up[2] = {};
    if (pipe(up) != 0)
        return 2;
    if (fork() == 0) {
        alarm(120); // should nobody do it
        if (!finhub::documents::raiseOuterWalls() || write(up[1], "x", 1) != 1)
            _exit(2);
        for (;;)
            pause();
    }
    char byte = 0;
    return read(up[0], &byte, 1) == 1 ? 0 : 2;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 4)
        return 2;
    if (std::strcmp(argv[1], "orphan") == 0)
        return orphan();
    const int openFile = open(argv[2], O_WRONLY | O_APPEND);
    if (openFile < 0 || dup2(openFile, STDOUT_FILENO) < 0 || !raise(argv[3]))
        return 2;
    _exit(attempt(argv[1], argv[2], openFile) ? 1 : 0);
}
