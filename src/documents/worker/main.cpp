#include "core/validation.h"
#include "documents/mappedmemory.h"
#include "documents/worker/answersheet.h"
#include "documents/worker/imagepage.h"
#include "documents/worker/pdfpage.h"
#include "documents/worker/pdftext.h"
#include "documents/worker/walls.h"
#include "documents/worker/workerrequest.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <new>

using namespace finhub;
using namespace finhub::documents;

namespace {

// Nothing is tidied up: the process is the tidying up, and a damaged heap is better left alone.
[[noreturn]] void leave(WorkerExit exit)
{
    _exit(static_cast<int>(exit));
}

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

// Plugins, engines and threads, while the doors are open.
bool prepare(MimeType kind)
{
    if (kind != MimeType::Pdf)
        return prepareImages(kind);
    preparePdf();
    return true;
}

Decoding decode(const QByteArray& bytes, const WorkerRequest& request)
{
    if (kindByContent(bytes) != request.kind)
        return refuse(WorkerExit::UnsupportedKind);
    if (request.kind == MimeType::Pdf)
        return decodePdf(bytes, request.page, request.box);
    return decodeImage(bytes, request.kind, request.page, request.box);
}

TextDecoding decodeText(const QByteArray& bytes, int page, TextDetail detail)
{
    if (kindByContent(bytes) != MimeType::Pdf)
        return refuse(WorkerExit::UnsupportedKind);
    return readPdfText(bytes, page, detail);
}

template <typename T>
[[noreturn]] void answer(const AnswerSheet& sheet, const tl::expected<T, Refusal>& decoded)
{
    if (!decoded) {
        sheet.write(decoded.error());
        leave(decoded.error().exit);
    }
    leave(sheet.write(*decoded) ? WorkerExit::Rendered : WorkerExit::OutOfMemory);
}

} // namespace

/// Decodes one page of one document and ends; see workerprotocol.h.
int main(int argc, char* argv[])
{
    clearenv();
    if (chdir("/") != 0)
        leave(WorkerExit::NoWalls);
    mallopt(M_ARENA_MAX, 1); // a second arena would take an eighth of the address space for nothing
    std::set_new_handler([] { leave(WorkerExit::OutOfMemory); });

    const QCoreApplication application(argc, argv);
    const std::optional<WorkerRequest> request = WorkerRequest::fromArguments(argc, argv);
    const std::optional<AnswerSheet> sheet = AnswerSheet::open();
    const QByteArray bytes = sealedDocument();
    if (!request || !sheet || bytes.isEmpty())
        leave(WorkerExit::BadRequest);
    if (!prepare(request->kind) || !raiseWalls(sheet->size()))
        leave(WorkerExit::NoWalls);

    if (request->text)
        answer(*sheet, decodeText(bytes, request->page, *request->text));
    answer(*sheet, decode(bytes, *request));
}
