#include "views/tones.h"

namespace finhub::views {

Tone toneOf(const WireValue<RiskLevel>& risk)
{
    switch (risk.value()) {
    case RiskLevel::Low:
        return Tone::Good;
    case RiskLevel::Medium:
        return Tone::Soon;
    case RiskLevel::High:
        return Tone::Bad;
    case RiskLevel::Unknown:
        return Tone::Outline;
    }
    return Tone::Outline;
}

Tone toneOf(Stage stage)
{
    switch (stage) {
    case Stage::Active:
        return Tone::Good;
    case Stage::Rejected:
        return Tone::Bad;
    case Stage::Approval:
        return Tone::Accent;
    case Stage::Categorization:
    case Stage::Registration:
    case Stage::Session:
    case Stage::Verification:
    case Stage::Documents:
    case Stage::Consents:
    case Stage::Activation:
    case Stage::Unknown:
        return Tone::Outline;
    }
    return Tone::Outline;
}

Tone toneOf(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Approved:
        return Tone::Good;
    case VerificationStatus::Rejected:
        return Tone::Bad;
    case VerificationStatus::ResubmissionRequested:
        return Tone::Soon;
    case VerificationStatus::Pending:
    case VerificationStatus::Initiated:
    case VerificationStatus::PendingDocuments:
    case VerificationStatus::InProgress:
        return Tone::Accent;
    case VerificationStatus::None:
    case VerificationStatus::Unknown:
        return Tone::Outline;
    }
    return Tone::Outline;
}

Tone toneOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::None:
        return Tone::Outline;
    case Urgency::InTime:
        return Tone::Good;
    case Urgency::Soon:
        return Tone::Soon;
    case Urgency::Overdue:
        return Tone::Bad;
    }
    return Tone::Outline;
}

ColorRole inkOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::None:
    case Urgency::InTime:
        return ColorRole::Secondary;
    case Urgency::Soon:
        return ColorRole::Soon;
    case Urgency::Overdue:
        return ColorRole::Bad;
    }
    return ColorRole::Secondary;
}

} // namespace finhub::views
