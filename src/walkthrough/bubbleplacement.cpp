#include "walkthrough/bubbleplacement.h"

#include <QList>

#include <algorithm>

namespace finhub::walkthrough {

namespace {

constexpr int Gap = 16;

qint64 overlap(const QRect& one, const QRect& other)
{
    const QRect common = one & other;
    return common.isEmpty() ? 0 : qint64(common.width()) * common.height();
}

QPoint inside(const QRect& area, QPoint position, const QSize& size)
{
    position.setX(std::max(area.left(), std::min(position.x(), area.right() + 1 - size.width())));
    position.setY(std::max(area.top(), std::min(position.y(), area.bottom() + 1 - size.height())));
    return position;
}

/// The four places around a rectangle, each in line with the middle of the used part.
QList<QPoint> around(const QRect& rect, const QPoint& middle, const QSize& size)
{
    const int x = middle.x() - size.width() / 2;
    const int y = middle.y() - size.height() / 2;
    return {{rect.right() + 1 + Gap, y},
            {rect.left() - Gap - size.width(), y},
            {x, rect.bottom() + 1 + Gap},
            {x, rect.top() - Gap - size.height()}};
}

} // namespace

QPoint placeBubble(const QRect& area, const QRect& used, const QRect& dialog, const QSize& bubble)
{
    const QRect margins = area.adjusted(Gap, Gap, -Gap, -Gap);
    if (used.isEmpty()) {
        return inside(margins,
                      {margins.center().x() - bubble.width() / 2, margins.bottom() + 1 - bubble.height()},
                      bubble);
    }
    QList<QPoint> places = around(used, used.center(), bubble);
    if (!dialog.isEmpty())
        places = around(dialog, used.center(), bubble) + places;
    // A part that fills the window leaves no room beside it: then its lower edge is covered.
    places << QPoint(used.center().x() - bubble.width() / 2, used.bottom() + 1 - Gap - bubble.height());

    // To hide what is being used is worse than to hide what stands around it.
    constexpr qint64 UsedWeight = 8;
    const auto cost = [&](const QPoint& place) {
        const QRect covered(inside(margins, place, bubble), bubble);
        return UsedWeight * overlap(covered, used) + overlap(covered, dialog);
    };
    const auto best =
        std::min_element(places.cbegin(), places.cend(),
                         [&cost](const QPoint& a, const QPoint& b) { return cost(a) < cost(b); });
    return inside(margins, *best, bubble);
}

} // namespace finhub::walkthrough
