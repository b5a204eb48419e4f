#pragma once

#include <QRectF>

class QPainter;

namespace finhub::views {

class Theme;

/// The shadow of a page that lies on the desk, around it; what the page itself covers is left alone. GUI
/// thread.
void paintPageShadow(QPainter& painter, const QRectF& page, const Theme& theme);

} // namespace finhub::views
