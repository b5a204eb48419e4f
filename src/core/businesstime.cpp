#include "core/businesstime.h"

#include <algorithm>

namespace finhub {

std::chrono::seconds businessTimeBetween(const QDateTime& from, const QDateTime& to)
{
    std::chrono::seconds total{0};
    if (!from.isValid() || !to.isValid() || to <= from)
        return total;
    const QDateTime end = to.toUTC();
    QDateTime at = from.toUTC();
    // Whole weeks first, so that a case from years ago costs no more than one from yesterday.
    const qint64 weeks = at.daysTo(end) / 7;
    if (weeks > 1) {
        total += (weeks - 1) * 5 * BusinessDay;
        at = at.addDays((weeks - 1) * 7);
    }
    while (at < end) {
        const QDateTime nextDay(at.date().addDays(1), QTime(0, 0), Qt::UTC);
        const QDateTime until = std::min(nextDay, end);
        if (at.date().dayOfWeek() < Qt::Saturday)
            total += std::chrono::seconds(at.secsTo(until));
        at = until;
    }
    return total;
}

} // namespace finhub
