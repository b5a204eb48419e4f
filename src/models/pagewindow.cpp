#include "models/pagewindow.h"

#include <algorithm>

namespace finhub::models {

bool PageWindow::lookAt(int firstRow, int lastRow)
{
    if (lastRow < 0 || lastRow < firstRow)
        return false;
    m_rows.first = std::max(firstRow, 0);
    // The rows may begin within a page, and one page more is wanted on either side.
    const int most = (m_mostPages - 3) * m_pageSize;
    m_rows.last = lastRow - m_rows.first < most ? lastRow : m_rows.first + most - 1;
    return true;
}

void PageWindow::goToTop()
{
    m_rows = {0, m_rows.last - m_rows.first};
}

PageRange PageWindow::seen(const DirectoryExtent& extent) const
{
    const int lastRow = std::max(0, extent.rows - 1);
    return {std::min(m_rows.first, lastRow) / m_pageSize, std::clamp(m_rows.last, 0, lastRow) / m_pageSize};
}

PageRange PageWindow::wanted(const DirectoryExtent& extent) const
{
    const PageRange pages = seen(extent);
    if (m_rows.last < 0)
        return pages;
    // Where the end has not been seen (R21), the page after the last full one may exist.
    const int lastPage = (extent.endKnown ? std::max(0, extent.rows - 1) : extent.rows) / m_pageSize;
    return {std::max(0, pages.first - 1), std::min(pages.last + 1, lastPage)};
}

} // namespace finhub::models
