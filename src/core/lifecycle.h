#pragma once

#include "core/enums.h"
#include "core/officers.h"

#include <QDateTime>
#include <QList>

#include <array>
#include <optional>
#include <span>

/// The one lifecycle table (section 4). Buttons, stepper, list, sandbox and tests all ask it.
namespace finhub {

/// What somebody can do to move a customer on.
enum class Action {
    ChooseCategory,
    Register,
    LogIn,
    StartVerification,
    UploadDocument,
    Approve,
    Reject,
    RequestResubmission,
    Recommend, ///< 3.9: what the first of two people does
    AcceptConsent,
    Activate,
    None
};

/// Who carries an action out.
enum class Performer { Customer, Officer, Either, Nobody };

/// One row of 4.1: the phase a customer waits in, the action that is waited for, who does it and where the
/// customer waits afterwards.
struct PhaseRow {
    Stage stage;
    Action nextAction;
    Performer performer;
    Stage next;
};

/// 4.1 in its order: the seed's eight phases, then ACTIVE and REJECTED.
std::span<const PhaseRow> lifecyclePhases();
/// The row of a stage, nullptr for `Unknown`.
const PhaseRow* findPhase(Stage stage);

/// What happens to a verification (4.2).
enum class CaseEvent { UploadIncomplete, UploadComplete, Approved, Rejected, ResubmissionRequested };

/// One row of 4.2.
struct StatusTransition {
    VerificationStatus from;
    CaseEvent event;
    VerificationStatus to;
};

/// 4.2: every allowed transition; what is not listed is refused with 409 (or 422 for an incomplete set).
std::span<const StatusTransition> statusTransitions();
/// The status after the event, nullopt when the event is not possible in this status.
std::optional<VerificationStatus> statusAfter(VerificationStatus from, CaseEvent event);

/// R8: open statuses take documents and decisions. An unknown status is neither open nor closed (R4).
bool isOpen(VerificationStatus status);
/// R8: APPROVED and REJECTED.
bool isClosed(VerificationStatus status);

/// What is known of a customer when an action or a stage is asked for. An empty optional means that the
/// server does not say.
struct CaseFacts {
    std::optional<bool> activated;
    std::optional<bool> hadSession;
    WireValue<VerificationStatus> status = VerificationStatus::None; ///< of the current verification
    WireValue<VerificationLevel> level;                              ///< of the current verification
    WireValue<RiskLevel> risk;
    std::optional<QList<WireValue<Requirement>>> missingDocuments;
    std::optional<QList<WireValue<ConsentType>>> missingConsents;
    bool verificationIdKnown = true;    ///< false: its state is known, but not which verification it is
    bool userIdKnown = true;            ///< false: nobody has told the customer's user id (2.11)
    std::optional<Claim> othersClaim;   ///< 3.8: another officer has the verification
    bool offersRecommendations = false; ///< 3.9: the server sees to it that two people approve
    std::optional<bool> advisedByMe;    ///< 3.9: a recommendation of mine in this round
    std::optional<bool> advisedByOther; ///< 3.9: one of somebody else's in this round
};

/// 3.9: whether an approval needs what another officer has recommended: any level above the tenant's, and
/// one that is not known. False where the server does not see to it.
bool takesTwoPeople(const CaseFacts& facts);

/// 4.1, "first match": the stage for servers that send none. `Unknown` for an unknown verification status.
Stage stageOf(const CaseFacts& facts);

/// What an officer's roles allow (1.5).
struct Permissions {
    bool write = false;        ///< all writes, decisions on TENANT_VERIFIED
    bool decideHigher = false; ///< also decisions on POWER_TENANT_VERIFIED and FINHUB_VERIFIED
    bool offersReject = true;  ///< the server offers `verification-reject` (3.4)
};
Permissions permissionsOf(const QList<WireValue<Role>>& roles);

/// Why an action is not possible now. The order is the order in which reasons are named to people.
enum class Blocker {
    RoleMayNotWrite,         ///< 403 INSUFFICIENT_PERMISSIONS
    RejectNotOffered,        ///< the server offers no negative decisions
    RecommendNotOffered,     ///< the server offers no recommendations
    NoVerification,          ///< nothing to upload to or to decide
    StatusUnknown,           ///< R4: the status is not one of the contract's
    LevelNotAllowed,         ///< 403 LEVEL_NOT_ALLOWED
    ClaimedByOther,          ///< 409 CLAIMED
    VerificationApproved,    ///< 409 ALREADY_DECIDED, ALREADY_VERIFIED
    VerificationRejected,    ///< 409 ALREADY_DECIDED
    VerificationOpen,        ///< 409 VERIFICATION_ALREADY_OPEN
    VerificationIdUnknown,   ///< the call goes to a verification whose id is not known here
    WaitsForCustomer,        ///< 409 INVALID_STATE: a resubmission has already been asked for
    DocumentsMissing,        ///< 422 REQUIRED_DOCUMENTS_MISSING
    AlreadyRecommended,      ///< 409 ALREADY_RECOMMENDED
    DocumentsUnknown,        ///< neither the server nor the status says that the set is complete
    SecondPersonMissing,     ///< 422 SECOND_PERSON_REQUIRED
    SecondPersonUnknown,     ///< the server has not said whether another officer has recommended
    VerificationNotApproved, ///< 422 VERIFICATION_NOT_APPROVED
    ConsentsMissing,         ///< 400 MISSING_CONSENTS
    ConsentsUnknown,         ///< the server does not say which consents are missing
    UserIdUnknown,           ///< the call names the customer's user, whose id is not known here
    ConsentsAccepted,        ///< nothing left to accept
    AlreadyActive,           ///< 409 ALREADY_ACTIVE
    NotFromHere,             ///< an action that lies before this customer existed, or none at all
};

/// What stands between this officer and this action; empty: it may be carried out. Unknown optionals do not
/// block a decision other than an approval: the server has the last word.
QList<Blocker> blockersOf(Action action, const CaseFacts& facts, const Permissions& permissions);

/// The action that carries a verdict out, and back.
Action actionOf(Verdict verdict);

/// How a phase of the stepper is drawn.
enum class PhaseState { Done, Current, Blocked, NotStarted, Failed, Unknown };

/// One step of the lifecycle view.
struct PhaseStatus {
    Stage phase = Stage::Unknown;
    PhaseState state = PhaseState::Unknown;
    Action nextAction = Action::None; ///< of the current phase only
    Performer performer = Performer::Nobody;
    QDateTime at; ///< when it was completed, UTC; invalid when unknown or not yet

    friend bool operator==(const PhaseStatus&, const PhaseStatus&) = default;
};

/// Completion times by phase, in the order of 4.1; invalid where unknown.
using PhaseTimes = std::array<QDateTime, 8>;

/// The eight steps for a customer who waits in this stage. REJECTED marks APPROVAL as failed; an unknown
/// stage leaves everything after REGISTRATION unknown, since a customer exists.
std::array<PhaseStatus, 8> phasesOf(Stage stage, const PhaseTimes& times);

} // namespace finhub
