#include "documents/worker/workermain.h"

#include "documents/mappedmemory.h"
#include "documents/worker/imagepage.h"
#include "documents/worker/orders.h"
#include "documents/worker/pdfpage.h"
#include "documents/worker/rehearsal.h"
#include "documents/worker/walls.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>

namespace finhub::documents {

namespace {

// The document, which nobody can change or shorten while we read it; empty when standard input is not that.
QByteArray sealedDocument()
{
    constexpr int Sealed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    const int seals = fcntl(DocumentFd, F_GET_SEALS);
    struct stat status {};
    if (seals < 0 || (seals & Sealed) != Sealed || fstat(DocumentFd, &status) != 0)
        return {};
    static std::optional<MappedMemory> memory = MappedMemory::of(DocumentFd, status.st_size);
    if (!memory)
        return {};
    return QByteArray::fromRawData(reinterpret_cast<const char*>(memory->data()), memory->size());
}

// Plugins and engines, while files can be opened.
bool prepare()
{
    preparePdf();
    return prepareImages();
}

// For people who want to know what protects them here: what stands, or that nothing does.
[[noreturn]] void report(const std::optional<OuterWalls>& walls)
{
    constexpr qint64 AnyLog = qint64(1) << 40; // where standard error goes, a file may have this size already
    if (!walls || !raiseInnerWalls(AnyLog)) {
        std::fputs("The walls cannot be raised here: no document will be read.\n", stderr);
        leave(WorkerExit::NoWalls);
    }
    std::fputs(
        "No privileges, limits on memory, time, files and processes, filter of system calls: in place.\n",
        stderr);
    if (walls->landlock > 0)
        std::fprintf(stderr, "File system shut off by Landlock, version %d.\n", walls->landlock);
    else
        std::fputs("This kernel has no Landlock; the other walls keep files away.\n", stderr);
    if (walls->namespaces)
        std::fputs("Namespaces of its own: a network without a way out, an empty file system.\n", stderr);
    else
        std::fputs("This system lets nobody make namespaces; the other walls keep files and network away.\n",
                   stderr);
    leave(WorkerExit::Rendered);
}

} // namespace

void leave(WorkerExit exit)
{
    _exit(static_cast<int>(exit));
}

void workerMain(int argc, char* argv[], Work work, void (*prepareMore)())
{
    clearenv();
    if (chdir("/") != 0)
        leave(WorkerExit::NoWalls);
    mallopt(M_ARENA_MAX, 1); // a second arena would take an eighth of the address space for nothing
    std::set_new_handler([] { leave(WorkerExit::OutOfMemory); });

    const QCoreApplication application(argc, argv);
    const bool prepared = prepare();
    if (prepareMore)
        prepareMore();
    const std::optional<OuterWalls> walls = raiseOuterWalls();
    if (argc == 2 && std::strcmp(argv[1], "--report") == 0)
        report(walls);
    if (!prepared || !walls)
        leave(WorkerExit::NoWalls);
    prepareThreads();
    if (!isOrderThere() && !rehearse()) // somebody waits who would gain nothing
        leave(WorkerExit::NoWalls);

    sayReady(walls->landlock);
    const std::optional<WorkerRequest> request = receiveOrder();
    const std::optional<AnswerSheet> sheet = AnswerSheet::open();
    const QByteArray bytes = sealedDocument();
    if (!request || !sheet || bytes.isEmpty())
        leave(WorkerExit::BadRequest);
    if (!raiseInnerWalls(sheet->size()))
        leave(WorkerExit::NoWalls);
    work(*sheet, bytes, *request);
    leave(WorkerExit::Unreadable); // it has had its turn
}

} // namespace finhub::documents
