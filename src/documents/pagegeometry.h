#pragma once

#include "core/enums.h"

#include <QRect>
#include <QSize>
#include <QSizeF>

/// How large a page may be and how large it becomes. The worker and the console ask the same functions, so
/// that the console can say beforehand what an honest worker will answer.
namespace finhub::documents {

/// Larger pages are refused before they are decoded. A page of a PDF counts as it would at 150 dpi.
inline constexpr qint64 MaxPagePixels = 100'000'000;
/// Longer documents are refused.
inline constexpr int MaxPages = 500;
/// What a rendered page may have at most, whatever was asked for: 64 MiB of pixels.
inline constexpr qint64 MaxOutputPixels = 4096 * 4096;
inline constexpr int MaxOutputSide = 16384;
/// The longest side of a page of which only a part is rendered.
inline constexpr int MaxWholeSide = 1 << 20;
/// The resolution of a PDF page when none is asked for.
inline constexpr double PdfDpi = 150.0;

/// The pixels of a page at its natural size: an image's own, a PDF page's at PdfDpi. `pageSize` is in pixels
/// for an image, in points for a PDF page.
QSizeF naturalPixels(MimeType kind, const QSizeF& pageSize);

/// Whether a page has a size at all and is not larger than MaxPagePixels.
bool isPageSizeAllowed(MimeType kind, const QSizeF& pageSize);

/// The size of the rendered page: fitted into the box (natural size when the box is empty), an image never
/// enlarged, at most MaxOutputPixels and MaxOutputSide, at least one pixel a side.
QSize outputSize(MimeType kind, const QSizeF& pageSize, const QSize& box);

/// The size of the whole page where only a part of it is rendered: fitted into the box like outputSize(), but
/// at most MaxWholeSide, since the whole is never made.
QSize wholeSize(MimeType kind, const QSizeF& pageSize, const QSize& box);

/// What is rendered of a region that is asked for: what lies within the whole. Empty when nothing does, or
/// when it has more than MaxOutputPixels.
QRect renderedRegion(const QSize& whole, const QRect& region);

/// The most pixels that outputSize() can ask for with this box, or renderedRegion() with this region where it
/// is not empty.
qint64 mostPixels(const QSize& box, const QRect& region = {});

} // namespace finhub::documents
