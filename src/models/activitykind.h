#pragma once

#include "core/values.h"

#include <QList>
#include <QString>

#include <span>

namespace finhub::models {

/// What an event of the activity is about, for looking at one kind at a time.
enum class ActivityKind { Logins, Verification, Documents, Decisions, Consents, Activation, Other };

/// In the order in which they are offered.
std::span<const ActivityKind> activityKinds();

/// By the type of the event (3.6, 3.8 to 3.10); `Other` for the registration, notes, and every type that the
/// contract does not know.
ActivityKind kindOf(const TimelineEvent& event);

/// The events of one kind in their order.
QList<TimelineEvent> eventsOf(ActivityKind kind, const QList<TimelineEvent>& events);

} // namespace finhub::models
