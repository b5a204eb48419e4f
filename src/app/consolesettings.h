#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <chrono>

namespace finhub::app {

/// What an officer has chosen about how the console works, in a settings file: no secrets, nothing personal.
class ConsoleSettings {
public:
    explicit ConsoleSettings(QString file);

    /// How long a decision is held before it leaves: 0 (not at all) to 60 seconds; 5 where nothing else is
    /// said, or nothing that makes sense.
    std::chrono::seconds decisionHold() const;
    /// False when the file cannot be written.
    bool setDecisionHold(std::chrono::seconds hold);

    /// The days off that do not count for the review target (4.1), in their order. What is not a date is
    /// left out, and what is beyond `MostHolidays`.
    QList<QDate> holidays() const;
    /// False when the file cannot be written.
    bool setHolidays(const QList<QDate>& days);

    static constexpr int MostHolidays = 1000;

private:
    QString m_file;
};

} // namespace finhub::app
