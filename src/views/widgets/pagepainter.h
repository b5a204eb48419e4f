#pragma once

#include "views/style/theme.h"
#include "views/widgets/pageview.h"

#include <QImage>
#include <QRect>
#include <QString>

class QPainter;

/// What a DocumentCanvas shows, painted.
namespace finhub::views {

/// The visible part of the page, turned and scaled while painting, with a soft shadow round it. Where an
/// image pixel is a device pixel (within rounding), pixels are copied one to one.
void paintPage(QPainter& painter, const PageView& view, const QImage& image, const Theme& theme);

/// A page of grey bars.
void paintWaitingPage(QPainter& painter, const QRect& rect, const Theme& theme);

/// Why there is no page: a sign, a title and an explanation in the middle. Plain texts.
void paintPageMessage(QPainter& painter, const QRect& rect, const QString& title, const QString& text,
                      const Theme& theme);

} // namespace finhub::views
