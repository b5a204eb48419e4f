#include "documents/worker/walls.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <vector>

/// Stands behind the worker's walls and tries what a taken-over worker would: `wallprobe ATTEMPT FILE`.
/// Ends with 0 when the attempt was refused (or honest work was done), 1 when it succeeded, 2 when the walls
/// could not be raised.
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

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 3)
        return 2;
    const int openFile = open(argv[2], O_WRONLY | O_APPEND);
    if (openFile < 0 || !finhub::documents::raiseWalls(0))
        return 2;
    _exit(attempt(argv[1], argv[2], openFile) ? 1 : 0);
}
