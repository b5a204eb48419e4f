#pragma once

#include "views/widgets/pageview.h"

#include <QRegion>

namespace finhub::views {

/// How much of one page has been in sight at a readable size. Pure geometry, no pixels; hairlines between
/// parts that were seen one after the other do not count.
class PageCoverage {
public:
    /// The size on screen from which a page is readable: the square root of its area, in logical pixels. An
    /// A4 page is then 378 wide, ten-point print on it a little over six pixels high, and an identity card
    /// 570 wide. A page at 100 % or more is readable in any case: there is no more to it.
    static constexpr double ReadableSize = 450;

    static bool isReadable(const PageView& view);

    /// `visible` is the part of the viewport that nothing covers. Nothing is added while the page is shown
    /// too small.
    void add(const PageView& view, const QRegion& visible);
    void clear() { m_seen = {}; }
    bool isWhole() const;
    bool isEmpty() const { return m_seen.isEmpty(); }

private:
    QRegion m_seen; ///< in parts of the page, which is Fine x Fine
};

} // namespace finhub::views
