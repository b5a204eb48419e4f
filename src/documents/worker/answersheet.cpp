#include "documents/worker/answersheet.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cstring>
#include <utility>

namespace finhub::documents {

std::optional<AnswerSheet> AnswerSheet::open()
{
    const int seals = fcntl(AnswerFd, F_GET_SEALS);
    struct stat status {};
    if (seals < 0 || (seals & F_SEAL_SHRINK) == 0 || fstat(AnswerFd, &status) != 0 ||
        status.st_size < PixelOffset)
        return std::nullopt;
    std::optional<MappedMemory> memory = MappedMemory::forWriting(AnswerFd, status.st_size);
    if (!memory)
        return std::nullopt;
    return AnswerSheet(std::move(*memory));
}

bool AnswerSheet::write(const DecodedPage& page)
{
    const qint64 stride = page.image.width() * BytesPerPixel;
    if (PixelOffset + stride * page.image.height() > m_memory.size())
        return false;
    for (int y = 0; y < page.image.height(); ++y)
        std::memcpy(m_memory.data() + PixelOffset + y * stride, page.image.constScanLine(y),
                    static_cast<std::size_t>(stride));

    const bool opaque = page.image.format() == QImage::Format_RGB32;
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    answer.width = static_cast<quint32>(page.image.width());
    answer.height = static_cast<quint32>(page.image.height());
    answer.stride = static_cast<quint32>(stride);
    answer.format = static_cast<quint32>(opaque ? PixelFormat::Rgb32 : PixelFormat::Argb32Premultiplied);
    answer.pageCount = static_cast<quint32>(page.pageCount);
    answer.pageWidth = page.pageSize.width();
    answer.pageHeight = page.pageSize.height();
    std::memcpy(m_memory.data(), &answer, sizeof answer);
    return true;
}

void AnswerSheet::write(const Refusal& refusal)
{
    WorkerAnswer answer{};
    answer.magic = AnswerMagic;
    answer.version = AnswerVersion;
    answer.number = refusal.number;
    std::memcpy(m_memory.data(), &answer, sizeof answer);
}

} // namespace finhub::documents
