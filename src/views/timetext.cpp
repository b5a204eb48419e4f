#include "views/timetext.h"

#include "core/businesstime.h"

#include <QCoreApplication>
#include <QLocale>

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
} // namespace

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
        return {Urgency::None, dash(), QString()};
    const std::chrono::seconds waited = businessTimeBetween(since, now);
    const int days = static_cast<int>(waited / BusinessDay);
    if (days >= 3)
        return {Urgency::Overdue, tr("%1 days, overdue").arg(QLocale().toString(days)), QStringLiteral("▲")};
    if (days == 2)
        return {Urgency::Soon, tr("2 days"), QStringLiteral("◆")};
    if (days == 1)
        return {Urgency::InTime, tr("1 day"), QStringLiteral("●")};
    const int hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(waited).count());
    const QString text = hours < 1 ? tr("less than an hour") : count("1 hour", "%1 hours", hours);
    return {Urgency::InTime, text, QStringLiteral("●")};
}

QString waitingAgainstTarget(const QDateTime& since, const QDateTime& now)
{
    const WaitingText waiting = waitingText(since, now);
    const int count = static_cast<int>(businessTimeBetween(since, now) / BusinessDay);
    const QString days = QLocale().toString(count);
    switch (waiting.urgency) {
    case Urgency::None:
        return {};
    case Urgency::InTime:
    case Urgency::Soon:
        return tr("%1 %2 of 3 days").arg(waiting.symbol, count == 0 ? waiting.text : days);
    case Urgency::Overdue:
        return tr("%1 %2 days, target was 3").arg(waiting.symbol, days);
    }
    return {};
}

QString waitingSentence(const QDateTime& since, const QDateTime& now)
{
    const WaitingText waiting = waitingText(since, now);
    if (waiting.urgency == Urgency::None)
        return {};
    const QString target =
        tr("The target is one to three business days; Saturdays and Sundays do not count.");
    return tr("Waiting for a review since %1: %2. %3").arg(dateTimeText(since), waiting.text, target);
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
