#include "walkthrough/report.h"

#include <QJsonArray>

namespace finhub::walkthrough {

namespace {

QString nameOf(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::NotRun:
        return QStringLiteral("notRun");
    case StepOutcome::Passed:
        return QStringLiteral("passed");
    case StepOutcome::Skipped:
        return QStringLiteral("skipped");
    case StepOutcome::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed:
        return QStringLiteral("completed");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::Stopped:
        return QStringLiteral("stopped");
    case Outcome::WindowClosed:
        return QStringLiteral("windowClosed");
    }
    return {};
}

QJsonObject toJson(const StepReport& step)
{
    QJsonObject object{{QStringLiteral("number"), step.number},
                       {QStringLiteral("name"), step.name},
                       {QStringLiteral("caption"), step.caption},
                       {QStringLiteral("outcome"), nameOf(step.outcome)},
                       {QStringLiteral("durationMs"), static_cast<qint64>(step.duration.count())}};
    if (!step.picture.isEmpty())
        object.insert(QStringLiteral("picture"), step.picture);
    if (!step.problem.isEmpty())
        object.insert(QStringLiteral("problem"), step.problem);
    QJsonArray failed;
    for (const FailedCondition& condition : step.failed) {
        failed << QJsonObject{{QStringLiteral("target"), condition.target},
                              {QStringLiteral("expected"), condition.expected},
                              {QStringLiteral("actual"), condition.actual}};
    }
    if (!failed.isEmpty())
        object.insert(QStringLiteral("failed"), failed);
    return object;
}

} // namespace

QJsonObject Report::toJson() const
{
    QJsonArray stepObjects;
    for (const StepReport& step : steps)
        stepObjects << walkthrough::toJson(step);
    QJsonObject object{{QStringLiteral("script"), script},
                       {QStringLiteral("title"), title},
                       {QStringLiteral("outcome"), nameOf(outcome)},
                       {QStringLiteral("ok"), ok},
                       {QStringLiteral("durationMs"), static_cast<qint64>(duration.count())},
                       {QStringLiteral("steps"), stepObjects}};
    if (!problem.isEmpty())
        object.insert(QStringLiteral("problem"), problem);
    return object;
}

} // namespace finhub::walkthrough
