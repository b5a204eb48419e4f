#include "views/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace finhub::views {

namespace {
QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("finhub::views::timetext", text, nullptr, n);
}

QString dash()
{
    return QStringLiteral("–");
}

QString count(const char* one, const char* many, int n)
{
    return n == 1 ? tr(one) : tr(many).arg(QLocale().toString(n));
}

BusinessCalendar& calendar()
{
    static BusinessCalendar current(QTimeZone::systemTimeZone());
    return current;
}

/// "09:20" today, "Thu 09:20" within a week, "3 Apr" beyond.
QString nearTimeText(const QDateTime& time, const QDateTime& now)
{
    const QDateTime local = time.toLocalTime();
    const qint64 days = std::abs(now.toLocalTime().date().daysTo(local.date()));
    const QString format = days == 0  ? QStringLiteral("HH:mm")
                           : days < 7 ? QStringLiteral("ddd HH:mm")
                                      : QStringLiteral("d MMM");
    return QLocale().toString(local, format);
}

QString withDue(const WaitingText& waiting, const QDateTime& now)
{
    if (waiting.urgency == Urgency::None)
        return waiting.text;
    const QString due = nearTimeText(waiting.due, now);
    return waiting.urgency == Urgency::Overdue ? tr("%1 since %2").arg(waiting.text, due)
                                               : tr("%1, due %2").arg(waiting.text, due);
}
} // namespace

const BusinessCalendar& businessCalendar()
{
    return calendar();
}

void setBusinessCalendar(const BusinessCalendar& chosen)
{
    calendar() = chosen;
}

QString dateText(const QDateTime& time)
{
    return time.isValid() ? dateText(time.toLocalTime().date()) : dash();
}

QString dateText(const QDate& date)
{
    return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : dash();
}

QString dateTimeText(const QDateTime& time)
{
    if (!time.isValid())
        return dash();
    const QDateTime local = time.toLocalTime();
    return QStringLiteral("%1, %2").arg(dateText(local.date()),
                                        QLocale().toString(local.time(), QStringLiteral("HH:mm")));
}

WaitingText waitingText(const QDateTime& since, const QDateTime& now)
{
    if (!since.isValid() || !now.isValid())
        return {Urgency::None, dash(), QString(), 0, QDateTime()};
    const std::chrono::seconds waited = businessCalendar().timeBetween(since, now);
    const int days = static_cast<int>(waited / BusinessDay);
    const QDateTime due = businessCalendar().after(since, ReviewTargetDays);
    if (days >= ReviewTargetDays)
        return {Urgency::Overdue, tr("%1 days, overdue").arg(QLocale().toString(days)), QStringLiteral("▲"),
                days, due};
    if (days == 2)
        return {Urgency::Soon, tr("2 days"), QStringLiteral("◆"), days, due};
    if (days == 1)
        return {Urgency::InTime, tr("1 day"), QStringLiteral("●"), days, due};
    const int hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(waited).count());
    const QString text = hours < 1 ? tr("less than an hour") : count("1 hour", "%1 hours", hours);
    return {Urgency::InTime, text, QStringLiteral("●"), days, due};
}

QString waitingWithDue(const QDateTime& since, const QDateTime& now)
{
    return withDue(waitingText(since, now), now);
}

QString waitingInColumn(const WaitingText& waiting, const QDateTime& now)
{
    if (waiting.urgency != Urgency::Overdue)
        return withDue(waiting, now);
    return tr("%1 days, was due %2").arg(QLocale().toString(waiting.days), nearTimeText(waiting.due, now));
}

QString waitingAgainstTarget(const QDateTime& since, const QDateTime& now)
{
    const WaitingText waiting = waitingText(since, now);
    const QString days = QLocale().toString(waiting.days);
    const QString target = QLocale().toString(ReviewTargetDays);
    const QString due = nearTimeText(waiting.due, now);
    switch (waiting.urgency) {
    case Urgency::None:
        return {};
    case Urgency::InTime:
    case Urgency::Soon:
        return tr("%1 %2 of %3 days, due %4")
            .arg(waiting.symbol, waiting.days == 0 ? waiting.text : days, target, due);
    case Urgency::Overdue:
        return tr("%1 %2 days, overdue since %3").arg(waiting.symbol, days, due);
    }
    return {};
}

QString waitingSentence(const QDateTime& since, const QDateTime& now)
{
    const WaitingText waiting = waitingText(since, now);
    if (waiting.urgency == Urgency::None)
        return {};
    const QString due = waiting.urgency == Urgency::Overdue
                            ? tr("It was due on %1.").arg(dateTimeText(waiting.due))
                            : tr("It is due on %1.").arg(dateTimeText(waiting.due));
    const QString target =
        tr("The target is one to three business days; Saturdays, Sundays and the holidays in "
           "the settings do not count.");
    return tr("Waiting for a review since %1: %2. %3 %4").arg(dateTimeText(since), waiting.text, due, target);
}

QString ageText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return tr("not yet");
    const qint64 minutes = at.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return count("1 minute ago", "%1 minutes ago", static_cast<int>(minutes));
    return dateTimeText(at);
}

QString remainingText(const QDateTime& until, const QDateTime& now)
{
    const qint64 minutes = now.secsTo(until) / 60;
    if (minutes < 1)
        return tr("less than a minute");
    if (minutes < 120)
        return tr("%1 min").arg(QLocale().toString(minutes));
    return tr("%1 h").arg(QLocale().toString(minutes / 60));
}

} // namespace finhub::views
