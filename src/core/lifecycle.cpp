#include "core/lifecycle.h"

#include "core/requireddocuments.h"

#include <algorithm>

namespace finhub {

namespace {
constexpr std::array<PhaseRow, 10> Phases{{
    {Stage::Categorization, Action::ChooseCategory, Performer::Officer, Stage::Registration},
    {Stage::Registration, Action::Register, Performer::Either, Stage::Session},
    {Stage::Session, Action::LogIn, Performer::Customer, Stage::Verification},
    {Stage::Verification, Action::StartVerification, Performer::Either, Stage::Documents},
    {Stage::Documents, Action::UploadDocument, Performer::Either, Stage::Approval},
    {Stage::Approval, Action::Approve, Performer::Officer, Stage::Consents},
    {Stage::Consents, Action::AcceptConsent, Performer::Either, Stage::Activation},
    {Stage::Activation, Action::Activate, Performer::Either, Stage::Active},
    {Stage::Active, Action::None, Performer::Nobody, Stage::Active},
    {Stage::Rejected, Action::StartVerification, Performer::Either, Stage::Documents},
}};

using S = VerificationStatus;
using E = CaseEvent;
constexpr std::array<StatusTransition, 24> Transitions{{
    {S::Pending, E::UploadIncomplete, S::PendingDocuments},
    {S::Initiated, E::UploadIncomplete, S::PendingDocuments},
    {S::PendingDocuments, E::UploadIncomplete, S::PendingDocuments},
    {S::ResubmissionRequested, E::UploadIncomplete, S::PendingDocuments},
    {S::Pending, E::UploadComplete, S::InProgress},
    {S::Initiated, E::UploadComplete, S::InProgress},
    {S::PendingDocuments, E::UploadComplete, S::InProgress},
    {S::ResubmissionRequested, E::UploadComplete, S::InProgress},
    {S::InProgress, E::UploadIncomplete, S::InProgress},
    {S::InProgress, E::UploadComplete, S::InProgress},
    {S::Pending, E::Approved, S::Approved},
    {S::Initiated, E::Approved, S::Approved},
    {S::PendingDocuments, E::Approved, S::Approved},
    {S::InProgress, E::Approved, S::Approved},
    {S::ResubmissionRequested, E::Approved, S::Approved},
    {S::Pending, E::Rejected, S::Rejected},
    {S::Initiated, E::Rejected, S::Rejected},
    {S::PendingDocuments, E::Rejected, S::Rejected},
    {S::InProgress, E::Rejected, S::Rejected},
    {S::ResubmissionRequested, E::Rejected, S::Rejected},
    {S::Pending, E::ResubmissionRequested, S::ResubmissionRequested},
    {S::Initiated, E::ResubmissionRequested, S::ResubmissionRequested},
    {S::PendingDocuments, E::ResubmissionRequested, S::ResubmissionRequested},
    {S::InProgress, E::ResubmissionRequested, S::ResubmissionRequested},
}};

/// Blockers that every decision shares.
QList<Blocker> decisionBlockers(const CaseFacts& facts, const Permissions& permissions)
{
    QList<Blocker> blockers;
    if (!permissions.write)
        blockers << Blocker::RoleMayNotWrite;
    switch (facts.status.value()) {
    case S::None:
        blockers << Blocker::NoVerification;
        return blockers;
    case S::Unknown:
        blockers << Blocker::StatusUnknown;
        return blockers;
    case S::Approved:
        blockers << Blocker::VerificationApproved;
        return blockers;
    case S::Rejected:
        blockers << Blocker::VerificationRejected;
        return blockers;
    case S::Pending:
    case S::Initiated:
    case S::PendingDocuments:
    case S::InProgress:
    case S::ResubmissionRequested:
        break;
    }
    // A level that is not known asks for the higher right: guessing low would promise what the server
    // refuses.
    if (permissions.write && facts.level.value() != VerificationLevel::Tenant && !permissions.decideHigher)
        blockers << Blocker::LevelNotAllowed;
    if (facts.othersClaim)
        blockers << Blocker::ClaimedByOther;
    if (!facts.verificationIdKnown)
        blockers << Blocker::VerificationIdUnknown;
    return blockers;
}

QList<Blocker> approveBlockers(const CaseFacts& facts, const Permissions& permissions)
{
    QList<Blocker> blockers = decisionBlockers(facts, permissions);
    if (!isOpen(facts.status.value()))
        return blockers;
    if (facts.missingDocuments && !facts.missingDocuments->isEmpty())
        blockers << Blocker::DocumentsMissing;
    // 4.2: a review begins when the set is complete, so its status says what a server without
    // `verification-read` does not. Whether it is complete, the server has the last word (422).
    if (!facts.missingDocuments && facts.status.value() != S::InProgress)
        blockers << Blocker::DocumentsUnknown;
    // Whoever may not decide on this level is not kept from it by a missing recommendation.
    const bool decides = permissions.decideHigher && takesTwoPeople(facts);
    if (decides && !facts.advisedByOther.value_or(false))
        blockers << (facts.advisedByOther ? Blocker::SecondPersonMissing : Blocker::SecondPersonUnknown);
    return blockers;
}

/// 3.9: no level and no claim is needed, only an open verification and that it is the first in this round.
QList<Blocker> recommendBlockers(const CaseFacts& facts, const Permissions& permissions)
{
    CaseFacts free = facts;
    free.othersClaim.reset();
    Permissions any = permissions;
    any.decideHigher = true;
    QList<Blocker> blockers = decisionBlockers(free, any);
    if (!facts.offersRecommendations)
        blockers.insert(permissions.write ? 0 : 1, Blocker::RecommendNotOffered);
    if (facts.advisedByMe.value_or(false) && isOpen(facts.status.value()))
        blockers << Blocker::AlreadyRecommended;
    return blockers;
}

QList<Blocker> negativeBlockers(Action action, const CaseFacts& facts, const Permissions& permissions)
{
    QList<Blocker> blockers = decisionBlockers(facts, permissions);
    // Named right after the role, as the order of Blocker says.
    if (!permissions.offersReject)
        blockers.insert(permissions.write ? 0 : 1, Blocker::RejectNotOffered);
    if (action == Action::RequestResubmission && facts.status.value() == S::ResubmissionRequested)
        blockers << Blocker::WaitsForCustomer;
    return blockers;
}

QList<Blocker> startBlockers(const CaseFacts& facts)
{
    if (facts.status.value() == S::Unknown)
        return {Blocker::StatusUnknown};
    if (facts.status.value() == S::Approved)
        return {Blocker::VerificationApproved};
    if (isOpen(facts.status.value()))
        return {Blocker::VerificationOpen};
    return {};
}

QList<Blocker> uploadBlockers(const CaseFacts& facts)
{
    switch (facts.status.value()) {
    case S::None:
        return {Blocker::NoVerification};
    case S::Unknown:
        return {Blocker::StatusUnknown};
    case S::Approved:
        return {Blocker::VerificationApproved};
    case S::Rejected:
        return {Blocker::VerificationRejected};
    case S::Pending:
    case S::Initiated:
    case S::PendingDocuments:
    case S::InProgress:
    case S::ResubmissionRequested:
        break;
    }
    if (!facts.verificationIdKnown)
        return {Blocker::VerificationIdUnknown};
    return {};
}

QList<Blocker> consentBlockers(const CaseFacts& facts)
{
    if (facts.missingConsents && facts.missingConsents->isEmpty())
        return {Blocker::ConsentsAccepted};
    return {};
}

QList<Blocker> activateBlockers(const CaseFacts& facts)
{
    if (facts.activated.value_or(false))
        return {Blocker::AlreadyActive};
    QList<Blocker> blockers;
    const VerificationLevel needed = levelFor(facts.risk.value());
    const bool levelShort = needed != VerificationLevel::Unknown && !facts.level.isAbsent() &&
                            !satisfiesLevel(facts.level.value(), needed);
    if (facts.status.value() == S::Unknown)
        blockers << Blocker::StatusUnknown;
    else if (facts.status.value() != S::Approved || levelShort)
        blockers << Blocker::VerificationNotApproved;
    if (!facts.missingConsents)
        blockers << Blocker::ConsentsUnknown;
    else if (!facts.missingConsents->isEmpty())
        blockers << Blocker::ConsentsMissing;
    if (!facts.userIdKnown)
        blockers << Blocker::UserIdUnknown;
    return blockers;
}
} // namespace

std::span<const PhaseRow> lifecyclePhases()
{
    return Phases;
}

const PhaseRow* findPhase(Stage stage)
{
    const auto* const row =
        std::find_if(Phases.begin(), Phases.end(), [stage](const PhaseRow& r) { return r.stage == stage; });
    return row == Phases.end() ? nullptr : row;
}

std::span<const StatusTransition> statusTransitions()
{
    return Transitions;
}

std::optional<VerificationStatus> statusAfter(VerificationStatus from, CaseEvent event)
{
    for (const StatusTransition& row : Transitions) {
        if (row.from == from && row.event == event)
            return row.to;
    }
    return std::nullopt;
}

bool isOpen(VerificationStatus status)
{
    switch (status) {
    case S::Pending:
    case S::Initiated:
    case S::PendingDocuments:
    case S::InProgress:
    case S::ResubmissionRequested:
        return true;
    case S::None:
    case S::Approved:
    case S::Rejected:
    case S::Unknown:
        return false;
    }
    return false;
}

bool isClosed(VerificationStatus status)
{
    return status == S::Approved || status == S::Rejected;
}

Stage stageOf(const CaseFacts& facts)
{
    if (facts.activated.value_or(false))
        return Stage::Active;
    switch (facts.status.value()) {
    case S::None:
        return facts.hadSession.value_or(false) ? Stage::Verification : Stage::Session;
    case S::Rejected:
        return Stage::Rejected;
    case S::Approved:
        return facts.missingConsents && facts.missingConsents->isEmpty() ? Stage::Activation
                                                                         : Stage::Consents;
    case S::ResubmissionRequested:
        return Stage::Documents;
    case S::Pending:
    case S::Initiated:
    case S::PendingDocuments:
    case S::InProgress:
        if (facts.missingDocuments)
            return facts.missingDocuments->isEmpty() ? Stage::Approval : Stage::Documents;
        return facts.status.value() == S::InProgress ? Stage::Approval : Stage::Documents;
    case S::Unknown:
        return Stage::Unknown;
    }
    return Stage::Unknown;
}

bool takesTwoPeople(const CaseFacts& facts)
{
    return facts.offersRecommendations && facts.status.value() != VerificationStatus::None &&
           facts.level.value() != VerificationLevel::Tenant;
}

Permissions permissionsOf(const QList<WireValue<Role>>& roles)
{
    Permissions permissions;
    bool power = false;
    for (const WireValue<Role>& role : roles) {
        switch (role.value()) {
        case Role::Admin:
        case Role::AdminUser:
        case Role::ComplianceOfficer:
        case Role::MasterAdmin:
            permissions.write = true;
            break;
        case Role::PowerTenant:
            power = true;
            break;
        case Role::Viewer:
        case Role::AccountOwner:
        case Role::User:
        case Role::Unknown:
            break;
        }
    }
    permissions.decideHigher = permissions.write && power;
    return permissions;
}

QList<Blocker> blockersOf(Action action, const CaseFacts& facts, const Permissions& permissions)
{
    switch (action) {
    case Action::Approve:
        return approveBlockers(facts, permissions);
    case Action::Reject:
    case Action::RequestResubmission:
        return negativeBlockers(action, facts, permissions);
    case Action::Recommend:
        return recommendBlockers(facts, permissions);
    case Action::ChooseCategory:
    case Action::Register:
    case Action::None:
        return {Blocker::NotFromHere};
    case Action::LogIn:
    case Action::StartVerification:
    case Action::UploadDocument:
    case Action::AcceptConsent:
    case Action::Activate:
        break;
    }
    QList<Blocker> blockers;
    if (!permissions.write)
        blockers << Blocker::RoleMayNotWrite;
    // Signing in as the customer is possible in every phase, also when they are active.
    if (action == Action::LogIn)
        return blockers;
    if (action == Action::StartVerification)
        return blockers + startBlockers(facts);
    if (action == Action::UploadDocument)
        return blockers + uploadBlockers(facts);
    if (action == Action::AcceptConsent)
        return blockers + consentBlockers(facts);
    return blockers + activateBlockers(facts);
}

Action actionOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
        return Action::Approve;
    case Verdict::Reject:
        return Action::Reject;
    case Verdict::RequestResubmission:
        return Action::RequestResubmission;
    case Verdict::Unknown:
        return Action::None;
    }
    return Action::None;
}

std::array<PhaseStatus, 8> phasesOf(Stage stage, const PhaseTimes& times)
{
    std::array<PhaseStatus, 8> phases;
    const Stage shown = stage == Stage::Rejected ? Stage::Approval : stage;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const PhaseRow& row = Phases[i];
        PhaseStatus& phase = phases[i];
        phase.phase = row.stage;
        const bool before = row.stage < shown;
        if (stage == Stage::Unknown)
            phase.state = row.stage <= Stage::Registration ? PhaseState::Done : PhaseState::Unknown;
        else if (stage == Stage::Active || before)
            phase.state = PhaseState::Done;
        else if (row.stage == shown)
            phase.state = stage == Stage::Rejected ? PhaseState::Failed : PhaseState::Current;
        else
            phase.state = PhaseState::NotStarted;

        if (phase.state == PhaseState::Done || phase.state == PhaseState::Failed)
            phase.at = times[i];
        if (phase.state == PhaseState::Current || phase.state == PhaseState::Failed) {
            const PhaseRow* current = findPhase(stage);
            phase.nextAction = current->nextAction;
            phase.performer = current->performer;
        }
    }
    return phases;
}

} // namespace finhub
