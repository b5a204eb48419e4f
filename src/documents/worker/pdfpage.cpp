#include "documents/worker/pdfpage.h"

#include "documents/pagegeometry.h"
#include "documents/worker/openpdf.h"

namespace finhub::documents {

namespace {

quint8 onWhite(int channel, int alpha)
{
    return static_cast<quint8>(255 + (channel - 255) * alpha / 255);
}

// In place and in this thread: a painter would take a detour over the thread pool. Nearly every pixel is
// either untouched or opaque.
void layOnWhite(QImage& image)
{
    const int width = image.width();
    const int height = image.height();
    for (int y = 0; y < height; ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (const QRgb* const end = pixel + width; pixel != end; ++pixel) {
            const int alpha = qAlpha(*pixel);
            if (*pixel == 0)
                *pixel = 0xFFFFFFFF;
            else if (alpha != 255)
                *pixel = qRgb(onWhite(qRed(*pixel), alpha), onWhite(qGreen(*pixel), alpha),
                              onWhite(qBlue(*pixel), alpha));
        }
    }
    image.reinterpretAsFormat(QImage::Format_RGB32);
}

} // namespace

void preparePdf()
{
    const QPdfDocument document; // the first one starts the engine
}

Decoding decodePdf(const QByteArray& bytes, const WorkerRequest& request)
{
    OpenPdf pdf(bytes);
    if (const std::optional<Refusal> refusal = pdf.refusalFor(request.page))
        return tl::unexpected<Refusal>(*refusal);
    QPdfDocument& document = pdf.document();
    const QSizeF points = document.pagePointSize(request.page);
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    QSize size = outputSize(MimeType::Pdf, points, request.box);
    if (!request.region.isEmpty()) {
        const QSize whole = wholeSize(MimeType::Pdf, points, request.box);
        const QRect region = renderedRegion(whole, request.region);
        if (region.isEmpty())
            return refuse(WorkerExit::BadRequest);
        options.setScaledSize(whole);
        // The engine's wrapper takes the last pixel of the rectangle for the first one behind it.
        options.setScaledClipRect(region.adjusted(0, 0, 1, 1));
        size = region.size();
    }
    QImage image = document.render(request.page, size, options);
    if (image.isNull())
        return refuse(WorkerExit::Unreadable);
    image.convertTo(QImage::Format_ARGB32);
    layOnWhite(image);
    return DecodedPage{std::move(image), document.pageCount(), points};
}

} // namespace finhub::documents
