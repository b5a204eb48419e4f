#pragma once

#include "walkthrough/condition.h"
#include "walkthrough/report.h"
#include "walkthrough/widgetfinder.h"

#include <QList>

#include <optional>

namespace finhub::walkthrough {

/// Looks whether a condition holds now; if not, what was seen instead.
std::optional<FailedCondition> failureOf(const Condition& condition, const WidgetFinder& finder);

/// Those of the conditions that do not hold now.
QList<FailedCondition> failuresOf(const QList<Condition>& conditions, const WidgetFinder& finder);

} // namespace finhub::walkthrough
