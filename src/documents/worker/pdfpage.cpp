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

Decoding decodePdf(const QByteArray& bytes, int page, const QSize& box)
{
    OpenPdf pdf(bytes);
    if (const std::optional<Refusal> refusal = pdf.refusalFor(page))
        return tl::unexpected<Refusal>(*refusal);
    QPdfDocument& document = pdf.document();
    const QSizeF points = document.pagePointSize(page);
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    QImage image = document.render(page, outputSize(MimeType::Pdf, points, box), options);
    if (image.isNull())
        return refuse(WorkerExit::Unreadable);
    image.convertTo(QImage::Format_ARGB32);
    layOnWhite(image);
    return DecodedPage{std::move(image), document.pageCount(), points};
}

} // namespace finhub::documents
