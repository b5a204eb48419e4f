#include "documents/workeranswer.h"

#include "documents/documentfault.h"
#include "documents/pagegeometry.h"
#include "documents/workerprotocol.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace finhub::documents {

namespace {

Error nonsense(const char* what)
{
    return brokenDocument(DocumentFault::WorkerFailed, QLatin1String("answer: ") + QLatin1String(what));
}

Result<WorkerAnswer> readHeader(const SealedMemory& memory)
{
    const std::optional<MappedMemory> head = memory.map(sizeof(WorkerAnswer));
    if (!head)
        return failure(nonsense("no header"));
    WorkerAnswer answer;
    std::memcpy(&answer, head->data(), sizeof answer);
    if (answer.magic != AnswerMagic)
        return failure(nonsense("magic"));
    if (answer.version != AnswerVersion)
        return failure(nonsense("version"));
    return answer;
}

// An image has one page, and whatever is within its limit or cannot be counted is not too many.
Error tooMany(const SealedMemory& memory, DocumentMeasure measure, MimeType kind)
{
    const Result<WorkerAnswer> answer = readHeader(memory);
    if (!answer)
        return answer.error();
    const bool isPages = measure == DocumentMeasure::Pages;
    const quint64 most = isPages ? std::numeric_limits<int>::max() : MaxRefusedNumber;
    if (answer->number <= static_cast<quint64>(limitOf(measure)) || answer->number > most ||
        (isPages && kind != MimeType::Pdf))
        return nonsense("number");
    return oversizedDocument(measure, static_cast<qint64>(answer->number));
}

Error refusal(const SealedMemory& memory, int exitCode, MimeType kind)
{
    switch (static_cast<WorkerExit>(exitCode)) {
    case WorkerExit::NoWalls:
        return brokenDocument(DocumentFault::WorkerMissing, QStringLiteral("no walls"));
    case WorkerExit::UnsupportedKind:
        return brokenDocument(DocumentFault::UnsupportedKind);
    case WorkerExit::Unreadable:
        return brokenDocument(DocumentFault::Unreadable);
    case WorkerExit::NoSuchPage:
        return brokenDocument(DocumentFault::Unreadable, QStringLiteral("no such page"));
    case WorkerExit::TooManyPixels:
        return tooMany(memory, DocumentMeasure::Pixels, kind);
    case WorkerExit::TooManyPages:
        return tooMany(memory, DocumentMeasure::Pages, kind);
    case WorkerExit::OutOfMemory:
        return brokenDocument(DocumentFault::TooLarge, QStringLiteral("out of memory"));
    case WorkerExit::Rendered:
    case WorkerExit::BadRequest:
    case WorkerExit::NoReader:
        break;
    }
    constexpr int LoaderFailed = 127;
    return brokenDocument(exitCode == LoaderFailed ? DocumentFault::WorkerMissing
                                                   : DocumentFault::WorkerFailed,
                          QLatin1String("exit code ") + QString::number(exitCode));
}

Result<QImage::Format> formatOf(const WorkerAnswer& answer)
{
    switch (static_cast<PixelFormat>(answer.format)) {
    case PixelFormat::Rgb32:
        return QImage::Format_RGB32;
    case PixelFormat::Argb32Premultiplied:
        return QImage::Format_ARGB32_Premultiplied;
    case PixelFormat::Text:
    case PixelFormat::CutText:
    case PixelFormat::Zone:
        break;
    }
    return failure(nonsense("format"));
}

/// The place of a character on the page; nothing where a number is none.
std::optional<QRectF> placeOf(const TextUnit& unit, const QSizeF& pageSize)
{
    if (!std::isfinite(unit.left) || !std::isfinite(unit.top) || !std::isfinite(unit.width) ||
        !std::isfinite(unit.height) || unit.width < 0 || unit.height < 0)
        return std::nullopt;
    return QRectF(unit.left, unit.top, unit.width, unit.height) & QRectF(QPointF(), pageSize);
}

void giveBack(void* memory)
{
    delete static_cast<MappedMemory*>(memory);
}

} // namespace

Result<WorkerAnswer> readHead(SealedMemory& memory, int exitCode, const WorkerTask& task)
{
    // From here on the memory cannot change between a check and its use, whoever else still holds it.
    if (!memory.freeze())
        return failure(nonsense("still being written"));
    if (exitCode != static_cast<int>(WorkerExit::Rendered))
        return failure(refusal(memory, exitCode, task.kind));

    Result<WorkerAnswer> answer = readHeader(memory);
    if (!answer)
        return answer;
    const quint32 mostPages = task.kind == MimeType::Pdf ? MaxPages : 1;
    if (answer->pageCount < 1 || answer->pageCount > mostPages)
        return failure(nonsense("page count"));
    if (task.request.page < 0 || static_cast<quint32>(task.request.page) >= answer->pageCount)
        return failure(nonsense("page"));
    if (!isPageSizeAllowed(task.kind, QSizeF(answer->pageWidth, answer->pageHeight)))
        return failure(nonsense("page size"));
    return answer;
}

Result<RenderedPage> readAnswer(SealedMemory memory, int exitCode, const WorkerTask& task)
{
    const Result<WorkerAnswer> answer = readHead(memory, exitCode, task);
    if (!answer)
        return failure(answer.error());
    const QSizeF pageSize(answer->pageWidth, answer->pageHeight);
    const RenderRequest& request = task.request;
    const QSize whole = request.region.isEmpty() ? outputSize(task.kind, pageSize, request.box)
                                                 : wholeSize(task.kind, pageSize, request.box);
    const QRect region = renderedRegion(whole, request.region);
    if (region.isEmpty() && !request.region.isEmpty())
        return failure(nonsense("region"));
    const QSize size = region.isEmpty() ? whole : region.size();
    if (answer->width != static_cast<quint32>(size.width()) ||
        answer->height != static_cast<quint32>(size.height()))
        return failure(nonsense("dimensions"));
    const qint64 stride = size.width() * BytesPerPixel;
    if (answer->stride != stride)
        return failure(nonsense("stride"));
    const Result<QImage::Format> format = formatOf(*answer);
    if (!format)
        return failure(format.error());

    std::optional<MappedMemory> pixels = memory.map(PixelOffset + stride * size.height());
    if (!pixels)
        return failure(nonsense("too short"));
    auto* const kept = new MappedMemory(std::move(*pixels));
    const uchar* const rows = kept->data() + PixelOffset;

    RenderedPage page;
    page.image = QImage(rows, size.width(), size.height(), stride, *format, giveBack, kept);
    page.page = request.page;
    page.pageCount = static_cast<int>(answer->pageCount);
    page.pageSize = pageSize;
    page.whole = whole;
    page.region = region;
    return page;
}

Result<PageText> readTextAnswer(SealedMemory memory, int exitCode, const WorkerTask& task)
{
    const Result<WorkerAnswer> answer = readHead(memory, exitCode, task);
    if (!answer)
        return failure(answer.error());
    const bool isCut = answer->format == static_cast<quint32>(PixelFormat::CutText);
    if (!isCut && answer->format != static_cast<quint32>(PixelFormat::Text))
        return failure(nonsense("format"));
    const quint32 count = answer->width;
    if (count > static_cast<quint32>(MaxTextCharacters) || answer->height != 1)
        return failure(nonsense("characters"));
    const qint64 size = count * static_cast<qint64>(sizeof(TextUnit));
    if (answer->stride != size)
        return failure(nonsense("stride"));
    const std::optional<MappedMemory> units = memory.map(PixelOffset + size);
    if (!units)
        return failure(nonsense("too short"));

    PageText page;
    page.page = task.request.page;
    page.pageCount = static_cast<int>(answer->pageCount);
    page.pageSize = QSizeF(answer->pageWidth, answer->pageHeight);
    page.isCut = isCut;
    page.text.reserve(count);
    page.places.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        TextUnit unit;
        std::memcpy(&unit, units->data() + PixelOffset + i * sizeof unit, sizeof unit);
        const std::optional<QRectF> place = placeOf(unit, page.pageSize);
        if (!place || unit.unit == 0 || unit.unit > std::numeric_limits<char16_t>::max())
            return failure(nonsense("character"));
        page.text.append(QChar(static_cast<char16_t>(unit.unit)));
        page.places.append(*place);
    }
    return page;
}

} // namespace finhub::documents
