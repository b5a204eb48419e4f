#include "documents/workerlaunch.h"

#include "documents/workerprotocol.h"

#include <QProcess>

#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace finhub::documents {

namespace {

// The environment of the worker: nothing of the console's. It is not quite empty because QProcess passes the
// own one on when it is.
QProcessEnvironment workerEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

// Between fork and exec: system calls only. Descriptors are marked rather than closed, since QProcess reports
// a failing exec through one of them.
void handOver(int socket)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (dup2(socket, OrderFd) < 0 || close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
        _exit(static_cast<int>(WorkerExit::BadRequest));
}

} // namespace

// What the worker writes to standard error leads nowhere, except for the reports of sanitizers.
void launchWorker(QProcess& process, int socket)
{
    process.setProcessEnvironment(workerEnvironment());
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setChildProcessModifier([socket] { handOver(socket); });
#ifdef FINHUB_SANITIZED
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QIODevice::ReadOnly);
#else
    process.start(QIODevice::NotOpen);
#endif
}

} // namespace finhub::documents
