#pragma once

#include "models/directoryextent.h"

namespace finhub::models {

/// Pages or rows from first to last, both inclusive; empty when last is before first.
struct PageRange {
    int first = 0;
    int last = -1;

    bool contains(int value) const { return value >= first && value <= last; }
    friend bool operator==(const PageRange&, const PageRange&) = default;
};

/// What a view looks at, as rows, and which pages that takes.
class PageWindow {
public:
    /// A view that claims to look at more than `mostPages` is believed only that much.
    PageWindow(int pageSize, int mostPages)
        : m_pageSize(pageSize)
        , m_mostPages(mostPages)
    {
    }

    /// Both inclusive; false, and nothing happens, when there is nothing between them.
    bool lookAt(int firstRow, int lastRow);
    /// The view goes to the top, where it sees as much as before.
    void goToTop();
    /// Nobody has looked yet.
    void forget() { m_rows = {}; }

    /// The pages under the rows, at least one; rows beyond the end stand for the last one.
    PageRange seen(const DirectoryExtent& extent) const;
    /// These and one on either side. While nobody has looked, only the first page.
    PageRange wanted(const DirectoryExtent& extent) const;

private:
    int m_pageSize;
    int m_mostPages;
    PageRange m_rows;
};

} // namespace finhub::models
