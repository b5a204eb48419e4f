#include "views/widgets/pagepainter.h"

#include "views/style/icons.h"
#include "views/widgets/pageshadow.h"
#include "views/widgets/skeleton.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace finhub::views {

namespace {
constexpr int IconSize = 36;
constexpr int MessageWidth = 420;

/// The page's size in logical pixels; the image's own where the two differ by rounding only.
QSizeF drawnSize(const PageView& view, QSize pixels, double ratio)
{
    const QSizeF exact = view.pageSize() * view.zoom();
    const QSizeF own = QSizeF(pixels) / ratio;
    const double tolerance = 1.5 / ratio;
    const bool same = std::abs(exact.width() - own.width()) < tolerance &&
                      std::abs(exact.height() - own.height()) < tolerance;
    return same ? own : exact;
}

/// Where the tile lies on a page that is drawn in this size.
QRectF placeOf(const PageTile& tile, const QSizeF& drawn)
{
    const double x = drawn.width() / tile.whole.width();
    const double y = drawn.height() / tile.whole.height();
    return {tile.region.left() * x, tile.region.top() * y, tile.region.width() * x, tile.region.height() * y};
}

/// Paints what is visible of an image that lies at `place`, in whole pixels of the image.
void paintVisible(QPainter& painter, const QImage& image, const QRectF& place, const QRectF& visible)
{
    const double scaleX = image.width() / place.width();
    const double scaleY = image.height() / place.height();
    const QRectF seen = visible.translated(-place.topLeft());
    const QRect source = QRectF(seen.left() * scaleX, seen.top() * scaleY, seen.width() * scaleX,
                                seen.height() * scaleY)
                             .toAlignedRect()
                             .adjusted(-1, -1, 1, 1) &
                         image.rect();
    const QRectF target(source.left() / scaleX, source.top() / scaleY, source.width() / scaleX,
                        source.height() / scaleY);
    if (!source.isEmpty())
        painter.drawImage(target.translated(place.topLeft()), image, QRectF(source));
}

} // namespace

QRectF placedPage(const PageView& view, QSize pixels, double ratio)
{
    const QSizeF size = drawnSize(view, pixels, ratio);
    QRectF rect = view.pageRect();
    const QPointF corner(std::round(rect.left() * ratio) / ratio, std::round(rect.top() * ratio) / ratio);
    rect.setSize(view.rotation() % 180 == 0 ? size : size.transposed());
    rect.moveTopLeft(corner);
    return rect;
}

void paintPagePixels(QPainter& painter, const PageView& view, const PageLayers& layers)
{
    if (layers.isNull() || view.pageSize().isEmpty())
        return;
    const double ratio = painter.device()->devicePixelRatioF();
    const QSizeF size = drawnSize(view, layers.size(), ratio);
    const QRectF placed = placedPage(view, layers.size(), ratio);
    const QColor paper = Theme::light().color(ColorRole::Surface);
    if (layers.page.hasAlphaChannel())
        painter.fillRect(placed, paper);
    painter.save();
    painter.setClipRect(placed, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QTransform turn;
    turn.translate(placed.center().x(), placed.center().y());
    turn.rotate(view.rotation());
    turn.scale(view.isFlipped() ? -1 : 1, 1);
    turn.translate(-size.width() / 2, -size.height() / 2);
    painter.setTransform(turn, true);

    const QRectF visible =
        turn.inverted().mapRect(QRectF(QPointF(), view.viewport())) & QRectF(QPointF(), size);
    const PageTile& tile = layers.tile;
    if (tile.isNull()) {
        paintVisible(painter, layers.page, QRectF(QPointF(), size), visible);
    } else {
        const QRectF place = placeOf(tile, size);
        if (!place.contains(visible))
            paintVisible(painter, layers.page, QRectF(QPointF(), size), visible);
        if (tile.image.hasAlphaChannel())
            painter.fillRect(place, paper);
        paintVisible(painter, tile.image, place, visible);
    }
    painter.restore();
}

void paintPageMarks(QPainter& painter, const PageView& view, const PageMarks& marks, const Theme& theme)
{
    // Documents are light in every theme, so the marks are those of the light one.
    const auto fill = [&](const QList<QRectF>& places, ColorRole role, float strength) {
        QColor color = (theme.isDark() ? Theme::light() : theme).color(role);
        color.setAlphaF(strength);
        for (const QRectF& place : places)
            painter.fillRect(view.transform().mapRect(place), color);
    };
    fill(marks.hits, ColorRole::Soon, 0.25F);
    fill(marks.current, ColorRole::Accent, 0.4F);
    fill(marks.selection, ColorRole::Accent, 0.3F);
}

void paintWaitingPage(QPainter& painter, const QRect& rect, const Theme& theme)
{
    PageView view;
    view.setViewport(rect.size());
    view.setPageSize(QSizeF(210, 297));
    const QRect page = view.pageRect().translated(rect.topLeft()).toRect();
    paintPageShadow(painter, page, theme);
    painter.fillRect(page, theme.color(ColorRole::Surface));
    const int border = page.width() / 10;
    const int step = std::max(16, page.height() / 22);
    constexpr std::array<double, 9> widths{0.45, 0.0, 0.95, 0.9, 0.97, 0.6, 0.0, 0.93, 0.7};
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int top = page.top() + border + int(i) * step;
        if (top + step > page.bottom() - border)
            break;
        paintSkeletonBar(&painter, QRect(page.left() + border, top, page.width() - 2 * border, step),
                         widths.at(i), theme);
    }
}

void paintPageMessage(QPainter& painter, const QRect& rect, const QString& title, const QString& text,
                      const Theme& theme)
{
    const int width = std::max(1, std::min(MessageWidth, rect.width() - 2 * metric::Wide));
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QFont titleFont = Theme::font(TextSize::Title, true);
    const QFont textFont = Theme::font(TextSize::Body);
    const QRect endless(0, 0, width, 10'000);
    const int titleHeight = QFontMetrics(titleFont).boundingRect(endless, flags, title).height();
    const int textHeight = QFontMetrics(textFont).boundingRect(endless, flags, text).height();
    const int whole = IconSize + metric::Medium + titleHeight + metric::Small + textHeight;

    int top = rect.top() + std::max(metric::Small, (rect.height() - whole) / 2);
    const int left = rect.center().x() - width / 2;
    paintIcon(&painter, QRectF(rect.center().x() - IconSize / 2.0, top, IconSize, IconSize),
              IconName::Warning, theme.color(ColorRole::Secondary));
    top += IconSize + metric::Medium;
    painter.setFont(titleFont);
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(QRect(left, top, width, titleHeight), flags, title);
    top += titleHeight + metric::Small;
    painter.setFont(textFont);
    // The quiet ground behind documents leaves less contrast to secondary text; this is worth reading.
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(QRect(left, top, width, textHeight), flags, text);
}

} // namespace finhub::views
