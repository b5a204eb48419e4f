#pragma once

#include "core/enums.h"

#include <QSize>
#include <QSizeF>

namespace finhub::views {

/// 100 % of a PDF page is its size on paper at the 96 pixels an inch that desktops mean.
inline constexpr double PixelsPerPoint = 96.0 / 72.0;

/// The size of a page at 100 %, in logical pixels; `pageSize` is that of documents::RenderedPage.
inline QSizeF naturalSize(MimeType kind, const QSizeF& pageSize)
{
    return kind == MimeType::Pdf ? pageSize * PixelsPerPoint : pageSize;
}

/// The most pixels that there are to see: an image's own, and of a PDF page what a good printer would put
/// down.
inline QSize sharpestSize(MimeType kind, const QSizeF& pageSize)
{
    constexpr double PrintedDotsPerPoint = 300.0 / 72.0;
    return (kind == MimeType::Pdf ? pageSize * PrintedDotsPerPoint : pageSize).toSize();
}

} // namespace finhub::views
