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
        return static_cast<quint32>(WorkerJobKind::PdfPage);
    case MimeType::Jpeg:
        return static_cast<quint32>(WorkerJobKind::JpegPage);
    case MimeType::Png:
        return static_cast<quint32>(WorkerJobKind::PngPage);
    case MimeType::Unknown:
        break;
    }
    return 0;
}
} // namespace

WorkerOrder WorkerTask::order() const
{
    const QSize box = request.box.isEmpty() ? QSize(0, 0) : request.box;
    return {.magic = OrderMagic,
            .version = OrderVersion,
            .kind = jobKind(*this),
            .page = request.page,
            .width = box.width(),
            .height = box.height()};
}

qint64 WorkerTask::answerSize() const
{
    if (text)
        return PixelOffset + MaxTextCharacters * static_cast<qint64>(sizeof(TextUnit));
    return PixelOffset + mostPixels(request.box) * BytesPerPixel;
}

} // namespace finhub::documents
