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

    double scale = 1.0;
    if (!box.isEmpty()) {
        scale = std::min(box.width() / width, box.height() / height);
        if (kind != MimeType::Pdf)
            scale = std::min(scale, 1.0);
    }
    scale = std::min(scale, std::sqrt(static_cast<double>(MaxOutputPixels) / width / height));
    scale = std::min({scale, MaxOutputSide / width, MaxOutputSide / height});

    return {wholePixels(width * scale), wholePixels(height * scale)};
}

qint64 mostPixels(const QSize& box)
{
    if (box.isEmpty())
        return MaxOutputPixels;
    return std::min(MaxOutputPixels, static_cast<qint64>(box.width()) * box.height());
}

} // namespace finhub::documents
