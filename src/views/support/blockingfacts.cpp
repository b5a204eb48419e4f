#include "views/support/blockingtext.h"

#include <algorithm>

namespace finhub::views {

namespace {
/// What the server does not say elsewhere, the readiness check may say (2.12, R14).
void completeFrom(const Readiness& readiness, bool hasVerification, CaseFacts& facts)
{
    if (!hasVerification && !readiness.verificationStatus.isAbsent())
        facts.status = readiness.verificationStatus;
    if (facts.level.isAbsent())
        facts.level = readiness.level;
    if (facts.risk.isAbsent())
        facts.risk = readiness.risk;
    if (facts.missingConsents)
        return;
    if (!readiness.missingConsents.isEmpty())
        facts.missingConsents = readiness.missingConsents;
    else if (readiness.consentOk.value_or(false))
        facts.missingConsents = QList<WireValue<ConsentType>>();
}

/// The lock of the customer's login, as long as nothing that came later has opened it. Newest first.
QDateTime lockTime(const QList<TimelineEvent>& events)
{
    const auto latest = std::find_if(events.begin(), events.end(), [](const TimelineEvent& event) {
        return event.type == QLatin1String("session.locked") ||
               event.type == QLatin1String("session.created") || event.type == QLatin1String("session.reset");
    });
    return latest != events.end() && latest->type == QLatin1String("session.locked") ? latest->at
                                                                                     : QDateTime();
}

void readActivity(const QList<TimelineEvent>& events, BlockingFacts& known)
{
    known.lockedAt = lockTime(events);
    for (const TimelineEvent& event : events) {
        if (event.type == QLatin1String("session.created"))
            known.firstSessionAt = event.at; // newest first: the last one seen is the first session
        else if (event.type == QLatin1String("verification.resubmission_requested") &&
                 !known.askedAgainAt.isValid())
            known.askedAgainAt = event.at;
    }
}

void readVerification(const Verification& verification, BlockingFacts& known)
{
    known.reasonCodes = verification.reasonCodes;
    known.startedAt = verification.startedAt;
    known.submittedAt = verification.submittedAt;
    known.decidedAt = verification.decidedAt;
    // Nothing but the request has changed it since, or it would no longer have this status (4.2).
    if (verification.status.value() == VerificationStatus::ResubmissionRequested &&
        !known.askedAgainAt.isValid())
        known.askedAgainAt = verification.updatedAt;
}
} // namespace

BlockingFacts blockingFacts(const review::CaseFile& file)
{
    BlockingFacts known;
    known.facts = file.facts();
    known.readiness = file.readiness().value;
    const std::optional<Customer>& customer = file.customer().value;
    if (file.timeline().value)
        readActivity(file.timeline().value->items, known);
    if (file.verification().value)
        readVerification(*file.verification().value, known);
    else if (customer && customer->verification)
        readVerification(*customer->verification, known);
    if (customer) {
        known.stage = customer->stage;
        known.registeredAt = customer->createdAt;
        known.activatedAt = customer->activation.activatedAt;
    }
    const bool hasVerification = file.verification().value || (customer && customer->verification);
    if (known.readiness)
        completeFrom(*known.readiness, hasVerification, known.facts);
    if (!customer && !known.readiness)
        known.read = file.customer().error ? BlockingFacts::Read::Failed : BlockingFacts::Read::Nothing;
    if (file.verification().error)
        known.documentsGap = BlockingFacts::Gap::ReadFailed;
    else if (file.verification().loading && !file.verification().value)
        known.documentsGap = BlockingFacts::Gap::BeingRead;
    return known;
}

} // namespace finhub::views
