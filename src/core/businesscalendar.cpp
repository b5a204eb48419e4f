#include "core/businesscalendar.h"

#include <algorithm>
#include <utility>

namespace finhub {

namespace {
constexpr int DaysOfAWeek = 7;
constexpr int BusinessDaysOfAWeek = 5;
/// Nobody has so many holidays in a row, so a calendar that has no business day left ends the search.
constexpr int LongestSearch = 1000;

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}
} // namespace

BusinessCalendar::BusinessCalendar(QTimeZone zone, QSet<QDate> holidays)
    : m_zone(zone.isValid() ? std::move(zone) : QTimeZone::utc())
    , m_holidays(std::move(holidays))
{
}

bool BusinessCalendar::isBusinessDay(QDate day) const
{
    return day.isValid() && !isWeekend(day) && !m_holidays.contains(day);
}

/// The clock on the wall as a time that knows no summer: date and time of the zone, counted as UTC.
QDateTime BusinessCalendar::wallClock(const QDateTime& time) const
{
    const QDateTime local = time.toTimeZone(m_zone);
    return {local.date(), local.time(), Qt::UTC};
}

/// From `first` up to the day before `end`.
int BusinessCalendar::businessDaysIn(QDate first, QDate end) const
{
    const qint64 days = std::max<qint64>(0, first.daysTo(end));
    // Whole weeks first, so that a case from years ago costs no more than one from yesterday.
    const qint64 weeks = days / DaysOfAWeek;
    qint64 count = weeks * BusinessDaysOfAWeek;
    for (QDate day = first.addDays(weeks * DaysOfAWeek); day < end; day = day.addDays(1))
        count += isWeekend(day) ? 0 : 1;
    count -= std::count_if(m_holidays.begin(), m_holidays.end(), [first, end](const QDate& holiday) {
        return holiday >= first && holiday < end && !isWeekend(holiday);
    });
    return static_cast<int>(count);
}

std::chrono::seconds BusinessCalendar::timeBetween(const QDateTime& from, const QDateTime& to) const
{
    if (!from.isValid() || !to.isValid() || to <= from)
        return std::chrono::seconds(0);
    const QDateTime start = wallClock(from);
    const QDateTime end = wallClock(to);
    std::chrono::seconds total = businessDaysIn(start.date(), end.date()) * BusinessDay;
    const auto sinceMidnight = [](const QDateTime& time) {
        return std::chrono::seconds(QTime(0, 0).secsTo(time.time()));
    };
    if (isBusinessDay(start.date()))
        total -= sinceMidnight(start);
    if (isBusinessDay(end.date()))
        total += sinceMidnight(end);
    // The clock may have been put back in between.
    return std::max(total, std::chrono::seconds(0));
}

QDateTime BusinessCalendar::after(const QDateTime& from, int businessDays) const
{
    if (!from.isValid() || businessDays < 0)
        return {};
    if (businessDays == 0)
        return from.toTimeZone(m_zone);
    QDateTime at = wallClock(from);
    // What comes in on a day off begins to count at the start of the next business day.
    if (!isBusinessDay(at.date()))
        at.setTime(QTime(0, 0));
    int left = businessDays;
    for (int searched = 0; searched < LongestSearch; ++searched) {
        if (isBusinessDay(at.date())) {
            if (left == 0)
                return {at.date(), at.time(), m_zone};
            --left;
        }
        // A day that begins at midnight is full at the end of the day before, whether or not the next is off.
        if (left == 0 && at.time() == QTime(0, 0))
            return {at.date().addDays(1), QTime(0, 0), m_zone};
        at = at.addDays(1);
    }
    return {};
}

} // namespace finhub
