#include "documents/worker/imagepage.h"

#include "documents/pagegeometry.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <sched.h>

namespace finhub::documents {

namespace {

// Qt's own limit would refuse an honest photo of 48 megapixels. RLIMIT_AS holds, whatever the decoder does.
constexpr int AllocationLimitMb = 512;

// Set when libjpeg says that it made pixels up, or that it found no memory; Qt passes both on as warnings
// only.
bool s_inventedPixels = false;
bool s_outOfMemory = false;

void listen(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (message.contains(QLatin1String("premature end of data segment")))
        s_inventedPixels = true;
    if (message.contains(QLatin1String("Insufficient memory")))
        s_outOfMemory = true;
}

QByteArray formatName(MimeType kind)
{
    return kind == MimeType::Jpeg ? QByteArrayLiteral("jpeg") : QByteArrayLiteral("png");
}

/// Where a rectangle of the upright picture lies in the stored one: the way back of what the reader does,
/// which mirrors and turns a quarter to the right afterwards.
QRect inStored(const QRect& upright, const QSize& stored, QImageIOHandler::Transformations done)
{
    QRect rect = upright;
    if (done.testFlag(QImageIOHandler::TransformationRotate90))
        rect = QRect(upright.top(), stored.height() - upright.left() - upright.width(), upright.height(),
                     upright.width());
    if (done.testFlag(QImageIOHandler::TransformationMirror))
        rect.moveLeft(stored.width() - rect.left() - rect.width());
    if (done.testFlag(QImageIOHandler::TransformationFlip))
        rect.moveTop(stored.height() - rect.top() - rect.height());
    return rect;
}

/// What became of reading, as the page of an image of this size.
Decoding finished(QImage image, const QSize& upright)
{
    if (s_outOfMemory)
        return refuse(WorkerExit::OutOfMemory);
    if (image.isNull() || s_inventedPixels)
        return refuse(WorkerExit::Unreadable);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return refuse(WorkerExit::OutOfMemory);
    return DecodedPage{std::move(image), 1, QSizeF(upright)};
}

/// Reads the pixels that the region needs and scales them. A JPEG keeps no others; of a PNG all are read first.
Decoding readRegion(QImageReader& reader, const QSize& stored, const QSize& whole, const QRect& region)
{
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize upright = turned ? stored.transposed() : stored;
    const double scaleX = upright.width() / static_cast<double>(whole.width());
    const double scaleY = upright.height() / static_cast<double>(whole.height());
    const QRectF exact(region.left() * scaleX, region.top() * scaleY, region.width() * scaleX,
                       region.height() * scaleY);
    // A pixel more all around, for what lies between two of them.
    const QRect wanted = whole == upright
                             ? region
                             : exact.toAlignedRect().adjusted(-1, -1, 1, 1) & QRect(QPoint(), upright);
    reader.setClipRect(inStored(wanted, stored, reader.transformation()));
    QImage image = reader.read();
    if (!image.isNull() && image.size() != wanted.size())
        return refuse(WorkerExit::Unreadable);
    Decoding read = finished(std::move(image), upright);
    if (!read || wanted == region)
        return read;
    QImage scaled(region.size(), read->image.format());
    if (scaled.isNull())
        return refuse(WorkerExit::OutOfMemory);
    QPainter painter(&scaled);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), region.size()), read->image, exact.translated(-wanted.topLeft()));
    painter.end();
    read->image = std::move(scaled);
    return read;
}

} // namespace

bool prepareImages()
{
    qInstallMessageHandler(listen);
    QImageReader::setAllocationLimit(AllocationLimitMb);
    // PNG is built in. Asking for a size loads this one plugin; asking for the supported formats would load
    // them all.
    QBuffer nothing;
    nothing.open(QIODevice::ReadOnly);
    QImageReader reader(&nothing, formatName(MimeType::Jpeg));
    reader.setAutoDetectImageFormat(false);
    static_cast<void>(reader.size());
    return reader.error() != QImageReader::UnsupportedFormatError;
}

// Qt converts and scales large images with the help of a thread pool, which makes its threads when it first
// needs them. None can be made behind the walls, and a pool without any waits for ever: so it is given one
// beforehand, and told that this is all there will be.
void prepareThreads()
{
    cpu_set_t all;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    const bool known = sched_getaffinity(0, sizeof all, &all) == 0;
    sched_setaffinity(0, sizeof one, &one);
    QImage large(512, 512, QImage::Format_RGB32);
    large.fill(Qt::black);
    static_cast<void>(large.scaled(256, 256, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (known)
        sched_setaffinity(0, sizeof all, &all);
}

Decoding decodeImage(const QByteArray& bytes, const WorkerRequest& request)
{
    if (request.page != 0)
        return refuse(WorkerExit::NoSuchPage);

    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatName(request.kind));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);

    const QSize stored = reader.size();
    if (stored.isEmpty())
        return refuse(WorkerExit::Unreadable);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize upright = turned ? stored.transposed() : stored;
    if (!isPageSizeAllowed(request.kind, upright))
        return refuse(WorkerExit::TooManyPixels,
                      static_cast<quint64>(stored.width()) * static_cast<quint64>(stored.height()));

    if (!request.region.isEmpty()) {
        const QSize whole = wholeSize(request.kind, upright, request.box);
        const QRect region = renderedRegion(whole, request.region);
        if (region.isEmpty())
            return refuse(WorkerExit::BadRequest);
        return readRegion(reader, stored, whole, region);
    }

    // Asked to scale, the decoders never hold the whole picture, except for interlaced and progressive ones.
    const QSize wanted = outputSize(request.kind, upright, request.box);
    if (wanted != upright)
        reader.setScaledSize(turned ? wanted.transposed() : wanted);

    QImage image = reader.read();
    if (image.size() != wanted && !image.isNull())
        image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return finished(std::move(image), upright);
}

} // namespace finhub::documents
