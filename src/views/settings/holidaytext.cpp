#include "views/settings/holidaytext.h"

#include "views/settings/preferences.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr qsizetype QuotedCharacters = 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::HolidayText)
};

/// Exactly yyyy-mm-dd: Qt also takes shorter ones, and means something else by them.
QDate readDay(const QString& line)
{
    static const QRegularExpression iso(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    return iso.match(line).hasMatch() ? QDate::fromString(line, Qt::ISODate) : QDate();
}
} // namespace

HolidayList readHolidays(const QString& text)
{
    HolidayList list;
    const QLocale locale;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty())
            continue;
        const QDate day = readDay(line);
        if (!day.isValid())
            list.faults << Text::tr("Line %1: “%2” is no date of the form 2026-12-25.")
                               .arg(locale.toString(i + 1), displayLine(line, QuotedCharacters));
        else if (!list.days.contains(day))
            list.days << day;
    }
    std::sort(list.days.begin(), list.days.end());
    if (list.days.size() > limit::MostHolidays) {
        list.days.resize(limit::MostHolidays);
        list.faults
            << Text::tr("More than %1 days cannot be kept.").arg(locale.toString(limit::MostHolidays));
    }
    return list;
}

QString holidayText(const QList<QDate>& days)
{
    QStringList lines;
    for (const QDate& day : days)
        lines << day.toString(Qt::ISODate);
    return lines.join(u'\n');
}

} // namespace finhub::views
