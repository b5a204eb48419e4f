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

/// QRect::center() is half a pixel to the left and above.
QPoint middleOf(const QRect& rect)
{
    return {rect.left() + rect.width() / 2, rect.top() + rect.height() / 2};
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
                      {middleOf(margins).x() - bubble.width() / 2, margins.bottom() + 1 - bubble.height()},
                      bubble);
    }
    // A part that fills the window has the same lack of room on every side: then its lower edge is covered.
    QList<QPoint> places{
        {middleOf(used).x() - bubble.width() / 2, used.bottom() + 1 - Gap - bubble.height()}};
    if (!dialog.isEmpty())
        places << around(dialog, middleOf(used), bubble);
    places << around(used, middleOf(used), bubble);

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
