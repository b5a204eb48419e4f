#include "views/evidence/pagecoverage.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
constexpr int Fine = 10'000;
/// A strip narrower than this between two parts hides no letter.
constexpr int Hairline = 30;
} // namespace

bool PageCoverage::isReadable(const PageView& view)
{
    const QSizeF page = view.pageSize();
    return view.zoom() >= 1.0 ||
           std::sqrt(page.width() * page.height()) * view.zoom() >= ReadableSize;
}

void PageCoverage::add(const PageView& view, const QRegion& visible)
{
    const QSizeF page = view.pageSize();
    if (page.isEmpty() || !isReadable(view))
        return;
    const QTransform toPage = view.transform().inverted();
    for (const QRect& rect : visible) {
        const QRectF part = toPage.mapRect(QRectF(rect)) & QRectF(QPointF(), page);
        const int left = static_cast<int>(std::ceil(part.left() / page.width() * Fine));
        const int top = static_cast<int>(std::ceil(part.top() / page.height() * Fine));
        const int right = static_cast<int>(std::floor(part.right() / page.width() * Fine));
        const int bottom = static_cast<int>(std::floor(part.bottom() / page.height() * Fine));
        if (right > left && bottom > top)
            m_seen += QRect(left, top, right - left, bottom - top);
    }
}

bool PageCoverage::isWhole() const
{
    const QRegion missing = QRegion(0, 0, Fine, Fine) - m_seen;
    return std::all_of(missing.begin(), missing.end(), [](const QRect& rect) {
        return rect.width() <= Hairline || rect.height() <= Hairline;
    });
}

} // namespace finhub::views
