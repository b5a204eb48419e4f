#pragma once

#include "core/businesscalendar.h"

#include <QDateTime>
#include <QString>

/// Times for people, in the officer's time zone and locale. The current time is an argument, so that nothing
/// here depends on when it runs.
namespace finhub::views {

QString dateText(const QDateTime& time);     ///< "31 Mar 2026"; "–" when unknown
QString dateText(const QDate& date);         ///< "15 May 1990"; "–" when unknown
QString dateTimeText(const QDateTime& time); ///< "31 Mar 2026, 09:20"; "–" when unknown

/// The days that count in everything below: those of the officer's time zone, and of their settings once
/// these have been read. One for the program, as the locale is. GUI thread.
const BusinessCalendar& businessCalendar();
void setBusinessCalendar(const BusinessCalendar& calendar);

/// How long a case has waited, against the contract's one to three business days (4.1).
enum class Urgency { None, InTime, Soon, Overdue };
struct WaitingText {
    Urgency urgency = Urgency::None;
    QString text;   ///< "4 days, overdue"; "–" when the case does not wait
    QString symbol; ///< ●, ◆ or ▲: the urgency without colour
    int days = 0;   ///< whole business days
    QDateTime due;  ///< UTC; invalid when the case does not wait
};
WaitingText waitingText(const QDateTime& since, const QDateTime& now);
/// The same with when it is due: "2 days, due Thu 09:20", "4 days, overdue since 3 Apr"; "–" when the case
/// does not wait.
QString waitingWithDue(const QDateTime& since, const QDateTime& now);
/// The same for a narrow column: "4 days, was due 3 Apr". It takes what has been counted: every row that is
/// painted needs both.
QString waitingInColumn(const WaitingText& waiting, const QDateTime& now);
/// The same beside the target, with its sign: "◆ 2 of 3 days, due Thu 09:20"; empty when the case does not
/// wait.
QString waitingAgainstTarget(const QDateTime& since, const QDateTime& now);
/// The same in sentences, for a tool tip or a screen reader; empty when the case does not wait.
QString waitingSentence(const QDateTime& since, const QDateTime& now);

/// "just now", "3 minutes ago": the age of what is on the screen.
QString ageText(const QDateTime& at, const QDateTime& now);
/// "52 min", "less than a minute"; for what is left of a session.
QString remainingText(const QDateTime& until, const QDateTime& now);

} // namespace finhub::views
