#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

namespace finhub::walkthrough {

/// A condition that did not hold when its time was up.
struct FailedCondition {
    QString target;
    QString expected;
    QString actual;

    friend bool operator==(const FailedCondition&, const FailedCondition&) = default;
};

enum class StepOutcome { NotRun, Passed, Skipped, Failed };

struct StepReport {
    int number = 0; ///< from 1
    QString name;
    QString caption;
    StepOutcome outcome = StepOutcome::NotRun;
    std::chrono::milliseconds duration{0};
    QString picture; ///< file name in the output folder; empty: none
    QString problem; ///< why the step failed, where it was not a condition
    QList<FailedCondition> failed;
};

enum class Outcome { Completed, Failed, Stopped, WindowClosed };

/// What a walkthrough showed. Holds what the script says and what the conditions saw, nothing else.
struct Report {
    QString script;
    QString title;
    Outcome outcome = Outcome::Completed;
    bool ok = false; ///< every expectation of every step held (skipped steps have none)
    QString problem; ///< why it ended, where it was not a step
    std::chrono::milliseconds duration{0};
    QList<StepReport> steps;

    /// As it is written into report.json.
    QJsonObject toJson() const;
};

} // namespace finhub::walkthrough

Q_DECLARE_METATYPE(finhub::walkthrough::Report)
