#include "models/activitykind.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace finhub::models {

namespace {
using K = ActivityKind;

constexpr std::array<K, 7> Kinds{K::Logins,   K::Verification, K::Documents, K::Decisions,
                                 K::Consents, K::Activation,   K::Other};

constexpr std::array<std::pair<const char*, K>, 15> Types{{
    {"session.created", K::Logins},
    {"session.failed", K::Logins},
    {"session.locked", K::Logins},
    {"session.reset", K::Logins},
    {"verification.initiated", K::Verification},
    {"verification.submitted", K::Verification},
    {"verification.claimed", K::Verification},
    {"verification.released", K::Verification},
    {"document.uploaded", K::Documents},
    {"verification.approved", K::Decisions},
    {"verification.rejected", K::Decisions},
    {"verification.resubmission_requested", K::Decisions},
    {"verification.recommended", K::Decisions},
    {"consent.accepted", K::Consents},
    {"customer.activated", K::Activation},
}};
} // namespace

std::span<const ActivityKind> activityKinds()
{
    return Kinds;
}

ActivityKind kindOf(const TimelineEvent& event)
{
    const auto* const row = std::find_if(Types.begin(), Types.end(), [&event](const auto& known) {
        return event.type == QLatin1String(known.first);
    });
    return row == Types.end() ? ActivityKind::Other : row->second;
}

QList<TimelineEvent> eventsOf(ActivityKind kind, const QList<TimelineEvent>& events)
{
    QList<TimelineEvent> found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found),
                 [kind](const TimelineEvent& event) { return kindOf(event) == kind; });
    return found;
}

} // namespace finhub::models
