#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace finhub::views {

/// A list of days as it is typed: one ISO date a line, empty lines are nothing.
struct HolidayList {
    QList<QDate> days;  ///< ascending, each once
    QStringList faults; ///< one sentence for each line that is no day, with its number
};

HolidayList readHolidays(const QString& text);
QString holidayText(const QList<QDate>& days);

} // namespace finhub::views
