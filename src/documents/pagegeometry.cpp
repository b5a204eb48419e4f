#include "documents/pagegeometry.h"

#include <algorithm>
#include <cmath>

namespace finhub::documents {

namespace {
// Below a hundredth of a pixel a page is a trick, and quotients with its size may overflow.
constexpr double MinSide = 0.01;

// Forgives the last bits of a floating point quotient, so that a page meant to fill its box does.
int wholePixels(double length)
{
    return std::max(1, static_cast<int>(std::floor(length + 1e-6)));
}

double fittingScale(MimeType kind, const QSizeF& natural, const QSize& box)
{
    if (box.isEmpty())
        return 1.0;
    const double scale = std::min(box.width() / natural.width(), box.height() / natural.height());
    return kind == MimeType::Pdf ? scale : std::min(scale, 1.0);
}

QSize scaledBy(const QSizeF& natural, double scale)
{
    return {wholePixels(natural.width() * scale), wholePixels(natural.height() * scale)};
}
} // namespace

QSizeF naturalPixels(MimeType kind, const QSizeF& pageSize)
{
    return kind == MimeType::Pdf ? pageSize * (PdfDpi / 72.0) : pageSize;
}

bool isPageSizeAllowed(MimeType kind, const QSizeF& pageSize)
{
    const QSizeF pixels = naturalPixels(kind, pageSize);
    return std::isfinite(pixels.width()) && std::isfinite(pixels.height()) && pixels.width() >= MinSide &&
           pixels.height() >= MinSide &&
           pixels.width() * pixels.height() <= static_cast<double>(MaxPagePixels);
}

QSize outputSize(MimeType kind, const QSizeF& pageSize, const QSize& box)
{
    const QSizeF natural = naturalPixels(kind, pageSize);
    const double width = natural.width();
    const double height = natural.height();

    double scale = fittingScale(kind, natural, box);
    scale = std::min(scale, std::sqrt(static_cast<double>(MaxOutputPixels) / width / height));
    scale = std::min({scale, MaxOutputSide / width, MaxOutputSide / height});

    return scaledBy(natural, scale);
}

QSize wholeSize(MimeType kind, const QSizeF& pageSize, const QSize& box)
{
    const QSizeF natural = naturalPixels(kind, pageSize);
    const double scale = std::min({fittingScale(kind, natural, box), MaxWholeSide / natural.width(),
                                   MaxWholeSide / natural.height()});
    return scaledBy(natural, scale);
}

QRect renderedRegion(const QSize& whole, const QRect& region)
{
    const QRect rendered = region & QRect(QPoint(), whole);
    const qint64 pixels = static_cast<qint64>(rendered.width()) * rendered.height();
    return rendered.isEmpty() || pixels > MaxOutputPixels ? QRect() : rendered;
}

qint64 mostPixels(const QSize& box, const QRect& region)
{
    if (!region.isEmpty())
        return std::min(MaxOutputPixels, static_cast<qint64>(region.width()) * region.height());
    if (box.isEmpty())
        return MaxOutputPixels;
    return std::min(MaxOutputPixels, static_cast<qint64>(box.width()) * box.height());
}

} // namespace finhub::documents
