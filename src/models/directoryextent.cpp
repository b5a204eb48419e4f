#include "models/directoryextent.h"

#include <algorithm>
#include <limits>

namespace finhub::models {

DirectoryExtent extentAfter(DirectoryExtent before, const Page<DirectoryEntry>& answer, int page,
                            int pageSize)
{
    const qint64 first = qint64(page) * pageSize;
    const qint64 end = first + std::min<qint64>(answer.items.size(), pageSize);
    const auto rows = [](qint64 count) {
        return int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
    };

    // Rows that were sent exist, whatever the total says.
    if (answer.total && *answer.total >= 0)
        return {rows(end > first ? std::max(*answer.total, end) : *answer.total), true};
    if (end == first)
        return {rows(std::min<qint64>(before.rows, first)), true};
    if (end < first + pageSize)
        return {rows(end), true};
    if (end > before.rows)
        return {rows(end), false};
    return before;
}

} // namespace finhub::models
