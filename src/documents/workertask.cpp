#include "documents/workertask.h"

#include "documents/pagegeometry.h"
#include "documents/pagetext.h"
#include "documents/workerprotocol.h"

namespace finhub::documents {

namespace {
QString kindWord(MimeType kind)
{
    switch (kind) {
    case MimeType::Pdf:
        return QStringLiteral("pdf");
    case MimeType::Jpeg:
        return QStringLiteral("jpeg");
    case MimeType::Png:
        return QStringLiteral("png");
    case MimeType::Unknown:
        break;
    }
    return {};
}
} // namespace

QStringList WorkerTask::arguments() const
{
    const QSize box = request.box.isEmpty() ? QSize(0, 0) : request.box;
    const QString what = !text                         ? kindWord(kind)
                         : *text == TextDetail::Places ? QStringLiteral("pdf-places")
                                                       : QStringLiteral("pdf-text");
    return {what, QString::number(request.page), QString::number(box.width()), QString::number(box.height())};
}

qint64 WorkerTask::answerSize() const
{
    if (text)
        return PixelOffset + MaxTextCharacters * static_cast<qint64>(sizeof(TextUnit));
    return PixelOffset + mostPixels(request.box) * BytesPerPixel;
}

} // namespace finhub::documents
