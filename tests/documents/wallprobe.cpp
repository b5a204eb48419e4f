#include "attempts.h"
#include "documents/worker/landlock.h"
#include "documents/worker/namespaces.h"
#include "documents/worker/walls.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstring>
#include <string>

/// Stands behind the worker's walls and tries what a taken-over worker would: `wallprobe ATTEMPT FILE RINGS`,
/// where the rings are `outer`, `inner`, `both`, `none`, or `landlock` or `namespaces` alone. Ends with 0
/// when the attempt was refused (or honest work was done), 1 when it succeeded, 2 when the walls could not be
/// raised. FILE is standard output as well.
namespace {

bool tryIt(const char* what, const char* file, int openFile)
{
    if (std::strcmp(what, "grow-open-file") == 0)
        return write(openFile, "x", 1) == 1;
    if (std::strcmp(what, "write-beyond-the-answer") == 0)
        return pwrite(STDOUT_FILENO, "x", 1, 0) == 1;
    return finhub::documents::attempt(what, file);
}

bool raise(const std::string& rings)
{
    if (rings == "namespaces")
        return finhub::documents::enterNamespaces();
    if (rings == "landlock")
        return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               finhub::documents::closeFileSystem().value_or(0) > 0;
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
    _exit(tryIt(argv[1], argv[2], openFile) ? finhub::documents::Escaped : 0);
}
