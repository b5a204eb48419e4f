#include "core/validation.h"
#include "documents/worker/answersheet.h"
#include "documents/worker/imagepage.h"
#include "documents/worker/pdfpage.h"
#include "documents/worker/pdftext.h"
#include "documents/worker/workermain.h"
#include "documents/worker/zonereader.h"

using namespace finhub;
using namespace finhub::documents;

namespace {

Decoding decode(const QByteArray& bytes, const WorkerRequest& request)
{
    if (kindByContent(bytes) != request.kind)
        return refuse(WorkerExit::UnsupportedKind);
    if (request.kind == MimeType::Pdf)
        return decodePdf(bytes, request);
    return decodeImage(bytes, request);
}

TextDecoding decodeText(const QByteArray& bytes, int page, TextDetail detail)
{
    if (kindByContent(bytes) != MimeType::Pdf)
        return refuse(WorkerExit::UnsupportedKind);
    return readPdfText(bytes, page, detail);
}

ZoneDecoding decodeZone(const QByteArray& bytes, const WorkerRequest& request)
{
    const Decoding zone = decode(bytes, request);
    return zone ? readZone(*zone, *request.zone) : tl::unexpected<Refusal>(zone.error());
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

void work(const AnswerSheet& sheet, const QByteArray& bytes, const WorkerRequest& request)
{
    if (request.text)
        answer(sheet, decodeText(bytes, request.page, *request.text));
    if (request.zone)
        answer(sheet, decodeZone(bytes, request));
    answer(sheet, decode(bytes, request));
}

} // namespace

/// Waits for one document, decodes one page of it and ends; see workerprotocol.h and workermain.h.
int main(int argc, char* argv[])
{
    workerMain(argc, argv, work, prepareZoneReader);
}
