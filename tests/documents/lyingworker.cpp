#include "documents/worker/orders.h"
#include "lies.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

using namespace finhub::documents;

/// A worker as somebody would write it who has taken over the real one. It decodes nothing.
namespace {

[[noreturn]] void leave(WorkerExit exit)
{
    _exit(static_cast<int>(exit));
}

off_t answerSize()
{
    struct stat status {};
    return fstat(AnswerFd, &status) == 0 ? status.st_size : 0;
}

char* answerMemory()
{
    void* const memory =
        mmap(nullptr, static_cast<size_t>(answerSize()), PROT_READ | PROT_WRITE, MAP_SHARED, AnswerFd, 0);
    if (memory == MAP_FAILED)
        leave(WorkerExit::BadRequest);
    return static_cast<char*>(memory);
}

// A white PNG of 4 x 4 that needs no scaling.
WorkerAnswer honestAnswer()
{
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    answer.width = 4;
    answer.height = 4;
    answer.stride = 16;
    answer.format = static_cast<quint32>(PixelFormat::Rgb32);
    answer.pageCount = 500;
    answer.pageWidth = 4 * 72 / 150.0;
    answer.pageHeight = 4 * 72 / 150.0;
    return answer;
}

void write(const WorkerAnswer& answer)
{
    char* const memory = answerMemory();
    std::memset(memory + PixelOffset, 0xFF, 64);
    std::memcpy(memory, &answer, sizeof answer);
    munmap(memory, static_cast<size_t>(answerSize()));
}

int openDescriptors()
{
    DIR* const directory = opendir("/proc/self/fd");
    int count = 0;
    while (directory && readdir(directory))
        ++count;
    return count - 3; // the directory itself, `.` and `..`
}

bool hasOnlyWhatItNeeds()
{
    char directory[2] = {};
    const bool atRoot = getcwd(directory, sizeof directory) && std::strcmp(directory, "/") == 0;
    const bool bare = environ && environ[0] && !environ[1] && std::strcmp(environ[0], "LC_ALL=C") == 0;
    const bool documentIsSealed = ::write(DocumentFd, "x", 1) < 0 && ftruncate(DocumentFd, 0) < 0;
    const bool sizeIsSealed = ftruncate(AnswerFd, 0) < 0 && ftruncate(AnswerFd, answerSize() * 2) < 0;
    return atRoot && bare && documentIsSealed && sizeIsSealed && openDescriptors() == 3;
}

void writeWithoutEnd()
{
    const char block[4096] = {};
    while (::write(AnswerFd, block, sizeof block) > 0) {
    }
}

void leaveWriterBehind()
{
    const char* const memory = answerMemory();
    if (fork() == 0) {
        alarm(3); // long enough for the console to look, and then gone
        pause();
        _exit(memory[0]);
    }
}

void tell(Lie lie)
{
    WorkerAnswer answer = honestAnswer();
    switch (lie) {
    case Lie::Census:
        if (!hasOnlyWhatItNeeds())
            leave(WorkerExit::BadRequest);
        break;
    case Lie::SaysNothing:
        return;
    case Lie::ShortAnswer:
        answer.width = answer.height = 30000;
        answer.stride = 120000;
        answer.pageWidth = answer.pageHeight = 30000 * 72 / 150.0;
        break;
    case Lie::WrongSize:
        answer.width = 2;
        answer.stride = 8;
        break;
    case Lie::EndlessAnswer:
        writeWithoutEnd();
        return;
    case Lie::MillionPages:
        answer.pageCount = 1'000'000;
        break;
    case Lie::BlamesPages:
        leave(WorkerExit::TooManyPages);
    case Lie::UnknownExit:
        _exit(42);
    case Lie::LoaderExit:
        _exit(127);
    case Lie::LeavesWriter:
        leaveWriterBehind();
        break;
    case Lie::Hangs:
        pause();
        break;
    case Lie::KillsItself:
        raise(SIGKILL);
        break;
    case Lie::BreaksSystemCall:
        raise(SIGSYS);
        break;
    case Lie::None:
        break;
    }
    write(answer);
}

} // namespace

int main()
{
    sayReady(0);
    const std::optional<WorkerRequest> request = receiveOrder();
    if (!request)
        leave(WorkerExit::BadRequest);
    tell(static_cast<Lie>(request->page));
    leave(WorkerExit::Rendered);
}
