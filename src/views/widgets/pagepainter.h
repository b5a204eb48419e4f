#pragma once

#include "views/style/theme.h"
#include "views/widgets/pagelayers.h"
#include "views/widgets/pagemarks.h"
#include "views/widgets/pageview.h"

#include <QRect>
#include <QString>

class QPainter;

/// What a DocumentCanvas shows, painted.
namespace finhub::views {

/// Where a rendering of the page in so many pixels is painted: its corner on a device pixel, its size the
/// rendering's own where they differ by rounding only. `ratio` is the device's.
QRectF placedPage(const PageView& view, QSize pixels, double ratio);

/// The visible part of the page, turned, mirrored and scaled while painting; a transparent one on white
/// paper. Where an image pixel is a device pixel (within rounding), pixels are copied one to one. A tile lies
/// over the rendering of the whole page, which is not painted where the tile has everything that is seen.
void paintPagePixels(QPainter& painter, const PageView& view, const PageLayers& layers);

/// Marks on the page, which stays legible under them.
void paintPageMarks(QPainter& painter, const PageView& view, const PageMarks& marks, const Theme& theme);

/// A page of grey bars.
void paintWaitingPage(QPainter& painter, const QRect& rect, const Theme& theme);

/// Why there is no page: a sign, a title and an explanation in the middle. Plain texts.
void paintPageMessage(QPainter& painter, const QRect& rect, const QString& title, const QString& text,
                      const Theme& theme);

} // namespace finhub::views
