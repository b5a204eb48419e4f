#pragma once

#include <QDate>
#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <chrono>

namespace finhub {

inline constexpr std::chrono::seconds BusinessDay = std::chrono::hours(24);
/// The review target of one to three business days (4.1), at its latest.
inline constexpr int ReviewTargetDays = 3;

/// Which days count for the review target (4.1): Monday to Friday but for holidays, by the clock on the wall
/// of a time zone. Every business day has 24 hours, also where the clock is put forward or back.
class BusinessCalendar {
public:
    /// UTC, without holidays.
    BusinessCalendar() = default;
    explicit BusinessCalendar(QTimeZone zone, QSet<QDate> holidays = {});

    bool isBusinessDay(QDate day) const;
    /// The time between two instants as far as it lies in business days. Zero when `to` is before `from` or
    /// one of them is unknown.
    std::chrono::seconds timeBetween(const QDateTime& from, const QDateTime& to) const;
    /// When so many business days will have passed since `from`, in this time zone: the first instant at which
    /// timeBetween() says so. Invalid when `from` is unknown, or so many cannot pass.
    QDateTime after(const QDateTime& from, int businessDays) const;

private:
    int businessDaysIn(QDate first, QDate end) const;
    QDateTime wallClock(const QDateTime& time) const;

    QTimeZone m_zone = QTimeZone::utc();
    QSet<QDate> m_holidays;
};

} // namespace finhub
