#include "documents/worker/answersheet.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>

namespace finhub::documents {

namespace {

bool writeAt(qint64 offset, const void* data, qint64 size)
{
    const auto* bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = pwrite(AnswerFd, bytes, static_cast<std::size_t>(size), offset);
        if (written <= 0)
            return false;
        bytes += written;
        offset += written;
        size -= written;
    }
    return true;
}

WorkerAnswer blankAnswer()
{
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    return answer;
}

} // namespace

std::optional<AnswerSheet> AnswerSheet::open()
{
    const int seals = fcntl(AnswerFd, F_GET_SEALS);
    struct stat status {};
    if (seals < 0 || (seals & F_SEAL_SHRINK) == 0 || fstat(AnswerFd, &status) != 0 ||
        status.st_size < PixelOffset)
        return std::nullopt;
    return AnswerSheet(status.st_size);
}

bool AnswerSheet::write(const DecodedPage& page) const
{
    const qint64 stride = page.image.width() * BytesPerPixel;
    if (page.image.bytesPerLine() != stride || PixelOffset + page.image.sizeInBytes() > m_size)
        return false;

    const bool opaque = page.image.format() == QImage::Format_RGB32;
    WorkerAnswer answer = blankAnswer();
    answer.width = static_cast<quint32>(page.image.width());
    answer.height = static_cast<quint32>(page.image.height());
    answer.stride = static_cast<quint32>(stride);
    answer.format = static_cast<quint32>(opaque ? PixelFormat::Rgb32 : PixelFormat::Argb32Premultiplied);
    answer.pageCount = static_cast<quint32>(page.pageCount);
    answer.pageWidth = page.pageSize.width();
    answer.pageHeight = page.pageSize.height();
    return writeAt(PixelOffset, page.image.constBits(), page.image.sizeInBytes()) &&
           writeAt(0, &answer, sizeof answer);
}

bool AnswerSheet::write(const DecodedText& text) const
{
    QList<TextUnit> units;
    units.reserve(text.text.size());
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        const QRectF place = text.places.value(i);
        units.append({text.text.at(i).unicode(), static_cast<float>(place.left()),
                      static_cast<float>(place.top()), static_cast<float>(place.width()),
                      static_cast<float>(place.height())});
    }
    const qint64 size = units.size() * static_cast<qint64>(sizeof(TextUnit));
    if (PixelOffset + size > m_size)
        return false;

    WorkerAnswer answer = blankAnswer();
    answer.width = static_cast<quint32>(units.size());
    answer.height = 1;
    answer.stride = static_cast<quint32>(size);
    answer.format = static_cast<quint32>(text.isCut ? PixelFormat::CutText : PixelFormat::Text);
    answer.pageCount = static_cast<quint32>(text.pageCount);
    answer.pageWidth = text.pageSize.width();
    answer.pageHeight = text.pageSize.height();
    return writeAt(PixelOffset, units.constData(), size) && writeAt(0, &answer, sizeof answer);
}

bool AnswerSheet::write(const DecodedZone& zone) const
{
    if (zone.text.size() > MaxZoneBytes || PixelOffset + zone.text.size() > m_size)
        return false;
    WorkerAnswer answer = blankAnswer();
    answer.width = static_cast<quint32>(zone.text.size());
    answer.height = 1;
    answer.stride = answer.width;
    answer.format = static_cast<quint32>(PixelFormat::Zone);
    answer.pageCount = static_cast<quint32>(zone.pageCount);
    answer.pageWidth = zone.pageSize.width();
    answer.pageHeight = zone.pageSize.height();
    return writeAt(PixelOffset, zone.text.constData(), zone.text.size()) && writeAt(0, &answer, sizeof answer);
}

bool AnswerSheet::write(const Refusal& refusal) const
{
    WorkerAnswer answer = blankAnswer();
    answer.number = refusal.number;
    return writeAt(0, &answer, sizeof answer);
}

} // namespace finhub::documents
