#include "documents/workertask.h"

#include "documents/pagegeometry.h"
#include "documents/pagetext.h"

namespace finhub::documents {

namespace {
quint32 jobKind(const WorkerTask& task)
{
    if (task.text)
        return static_cast<quint32>(*task.text == TextDetail::Places ? WorkerJobKind::PdfPlaces
                                                                     : WorkerJobKind::PdfText);
    switch (task.kind) {
    case MimeType::Pdf:
        return static_cast<quint32>(task.zone ? WorkerJobKind::PdfZone : WorkerJobKind::PdfPage);
    case MimeType::Jpeg:
        return static_cast<quint32>(task.zone ? WorkerJobKind::JpegZone : WorkerJobKind::JpegPage);
    case MimeType::Png:
        return static_cast<quint32>(task.zone ? WorkerJobKind::PngZone : WorkerJobKind::PngPage);
    case MimeType::Unknown:
        break;
    }
    return 0;
}
} // namespace

WorkerOrder WorkerTask::order() const
{
    const QSize box = request.box.isEmpty() ? QSize(0, 0) : request.box;
    const QRect region = request.region.isEmpty() ? QRect() : request.region;
    return {.magic = OrderMagic,
            .version = OrderVersion,
            .kind = jobKind(*this),
            .page = request.page,
            .width = box.width(),
            .height = box.height(),
            .regionLeft = region.left(),
            .regionTop = region.top(),
            .regionWidth = region.width(),
            .regionHeight = region.height(),
            .quarters = zone.value_or(0)};
}

qint64 WorkerTask::answerSize() const
{
    if (text)
        return PixelOffset + MaxTextCharacters * static_cast<qint64>(sizeof(TextUnit));
    if (zone)
        return PixelOffset + MaxZoneBytes;
    return PixelOffset + mostPixels(request.box, request.region) * BytesPerPixel;
}

} // namespace finhub::documents
