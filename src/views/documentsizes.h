#pragma once

#include "core/enums.h"
#include "views/widgets/pagepixels.h"

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

/// What there is to see: an image's own pixels, and of a PDF page what a good printer would put down, and
/// more of it through a magnifying glass.
inline PageDetail pageDetail(MimeType kind, const QSizeF& pageSize)
{
    constexpr double PrintedDotsPerPoint = 300.0 / 72.0;
    if (kind == MimeType::Pdf)
        return {.sharpest = (pageSize * PrintedDotsPerPoint).toSize(), .grows = true};
    return {.sharpest = pageSize.toSize(), .grows = false};
}

} // namespace finhub::views
