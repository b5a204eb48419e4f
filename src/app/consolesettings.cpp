#include "app/consolesettings.h"

#include <QSettings>

#include <algorithm>
#include <utility>

namespace finhub::app {

namespace {
constexpr QLatin1String HoldKey("decisions/hold-seconds");
constexpr QLatin1String HolidaysKey("queue/holidays");
constexpr std::chrono::seconds DefaultHold{5};
constexpr std::chrono::seconds LongestHold{60};
} // namespace

ConsoleSettings::ConsoleSettings(QString file)
    : m_file(std::move(file))
{
}

std::chrono::seconds ConsoleSettings::decisionHold() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    bool isNumber = false;
    const std::chrono::seconds hold(settings.value(HoldKey).toString().toInt(&isNumber));
    return isNumber && hold >= std::chrono::seconds(0) && hold <= LongestHold ? hold : DefaultHold;
}

bool ConsoleSettings::setDecisionHold(std::chrono::seconds hold)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(HoldKey, QString::number(hold.count()));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QList<QDate> ConsoleSettings::holidays() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    const QStringList texts = settings.value(HolidaysKey).toStringList().mid(0, MostHolidays);
    QList<QDate> days;
    for (const QString& text : texts) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (day.isValid() && !days.contains(day))
            days << day;
    }
    std::sort(days.begin(), days.end());
    return days;
}

bool ConsoleSettings::setHolidays(const QList<QDate>& days)
{
    QStringList texts;
    for (const QDate day : days)
        texts << day.toString(Qt::ISODate);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(HolidaysKey, texts);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace finhub::app
