#include "core/lifecycle.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace finhub;

using S = VerificationStatus;
using L = VerificationLevel;

/// What stands between an officer and an action, over every combination of what can be known.
class TestBlockers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCombination();
    void namesEveryReasonInOrder();
    void anUnknownLevelAsksForTheHigherRight();
};

namespace {
using Documents = QList<WireValue<Requirement>>;
using Consents = QList<WireValue<ConsentType>>;

constexpr Action AllActions[] = {
    Action::ChooseCategory, Action::Register,      Action::LogIn,    Action::StartVerification,
    Action::UploadDocument, Action::Approve,       Action::Reject,   Action::RequestResubmission,
    Action::Recommend,      Action::AcceptConsent, Action::Activate, Action::None};

bool isDecision(Action action)
{
    return action == Action::Approve || action == Action::Reject || action == Action::RequestResubmission;
}

/// What an officer says about a verification, alone or as the first of two.
bool isVerdict(Action action)
{
    return isDecision(action) || action == Action::Recommend;
}

bool isOfOfficer(Action action)
{
    return isVerdict(action) || action == Action::LogIn || action == Action::StartVerification ||
           action == Action::UploadDocument || action == Action::AcceptConsent || action == Action::Activate;
}

/// Whether the server would carry the action out for this officer, as 1.5, 4.2 and 4.5 say it.
bool possible(Action action, const CaseFacts& facts, const Permissions& may)
{
    const S status = facts.status.value();
    const bool open = status == S::Pending || status == S::Initiated || status == S::PendingDocuments ||
                      status == S::InProgress || status == S::ResubmissionRequested;
    const bool levelAllowed = facts.level == L::Tenant || may.decideHigher;
    // 4.2: under review means that the set is complete.
    const bool documentsComplete =
        facts.missingDocuments ? facts.missingDocuments->isEmpty() : status == S::InProgress;
    const bool consentsComplete = facts.missingConsents && facts.missingConsents->isEmpty();
    const bool mine = !facts.othersClaim && facts.verificationIdKnown;
    const bool second =
        !facts.offersRecommendations || facts.level == L::Tenant || facts.advisedByOther == true;
    if (!may.write)
        return false;
    switch (action) {
    case Action::Approve:
        return open && levelAllowed && documentsComplete && mine && second;
    case Action::Reject:
        return open && levelAllowed && may.offersReject && mine;
    case Action::RequestResubmission:
        return open && levelAllowed && may.offersReject && status != S::ResubmissionRequested && mine;
    case Action::Recommend:
        return open && facts.offersRecommendations && facts.advisedByMe != true && facts.verificationIdKnown;
    case Action::StartVerification:
        return status == S::None || status == S::Rejected;
    case Action::UploadDocument:
        return open && facts.verificationIdKnown;
    case Action::AcceptConsent:
        return !consentsComplete;
    case Action::Activate: {
        const bool levelShort = facts.risk == RiskLevel::High && facts.level == L::Tenant;
        const bool levelUnclear = facts.risk.isKnown() && !facts.level.isKnown() && !facts.level.isAbsent();
        return facts.activated != true && status == S::Approved && !levelShort && !levelUnclear &&
               consentsComplete && facts.userIdKnown;
    }
    case Action::LogIn:
        return true;
    case Action::ChooseCategory:
    case Action::Register:
    case Action::None:
        return false;
    }
    return false;
}

/// Reasons that hold exactly when their own fact does, whatever else is wrong.
bool holds(Blocker blocker, Action action, const CaseFacts& facts, const Permissions& may)
{
    const S status = facts.status.value();
    const bool activating = action == Action::Activate && facts.activated != true;
    switch (blocker) {
    case Blocker::NotFromHere:
        return !isOfOfficer(action);
    case Blocker::RoleMayNotWrite:
        return isOfOfficer(action) && !may.write;
    case Blocker::RejectNotOffered:
        return (action == Action::Reject || action == Action::RequestResubmission) && !may.offersReject;
    case Blocker::NoVerification:
        return (isVerdict(action) || action == Action::UploadDocument) && status == S::None;
    case Blocker::StatusUnknown:
        return (isVerdict(action) || action == Action::UploadDocument ||
                action == Action::StartVerification || activating) &&
               status == S::Unknown;
    case Blocker::LevelNotAllowed:
        return isDecision(action) && isOpen(status) && may.write && facts.level != L::Tenant &&
               !may.decideHigher;
    case Blocker::ClaimedByOther:
        return isDecision(action) && isOpen(status) && facts.othersClaim;
    case Blocker::RecommendNotOffered:
        return action == Action::Recommend && !facts.offersRecommendations;
    case Blocker::AlreadyRecommended:
        return action == Action::Recommend && isOpen(status) && facts.advisedByMe == true;
    case Blocker::SecondPersonMissing:
        return action == Action::Approve && isOpen(status) && facts.offersRecommendations &&
               facts.level != L::Tenant && may.decideHigher && facts.advisedByOther == false;
    case Blocker::SecondPersonUnknown:
        return action == Action::Approve && isOpen(status) && facts.offersRecommendations &&
               facts.level != L::Tenant && may.decideHigher && !facts.advisedByOther;
    case Blocker::VerificationApproved:
        return (isVerdict(action) || action == Action::UploadDocument ||
                action == Action::StartVerification) &&
               status == S::Approved;
    case Blocker::VerificationRejected:
        return (isVerdict(action) || action == Action::UploadDocument) && status == S::Rejected;
    case Blocker::VerificationOpen:
        return action == Action::StartVerification && isOpen(status);
    case Blocker::WaitsForCustomer:
        return action == Action::RequestResubmission && status == S::ResubmissionRequested;
    case Blocker::DocumentsMissing:
        return action == Action::Approve && isOpen(status) && facts.missingDocuments &&
               !facts.missingDocuments->isEmpty();
    case Blocker::DocumentsUnknown:
        return action == Action::Approve && isOpen(status) && !facts.missingDocuments &&
               status != S::InProgress;
    case Blocker::VerificationIdUnknown:
        return (isVerdict(action) || action == Action::UploadDocument) && isOpen(status) &&
               !facts.verificationIdKnown;
    case Blocker::VerificationNotApproved: {
        const bool levelShort = (facts.risk == RiskLevel::High && facts.level == L::Tenant) ||
                                (facts.risk.isKnown() && !facts.level.isKnown() && !facts.level.isAbsent());
        return activating && status != S::Unknown && (status != S::Approved || levelShort);
    }
    case Blocker::ConsentsMissing:
        return activating && facts.missingConsents && !facts.missingConsents->isEmpty();
    case Blocker::ConsentsUnknown:
        return activating && !facts.missingConsents;
    case Blocker::UserIdUnknown:
        return activating && !facts.userIdKnown;
    case Blocker::ConsentsAccepted:
        return action == Action::AcceptConsent && facts.missingConsents && facts.missingConsents->isEmpty();
    case Blocker::AlreadyActive:
        return action == Action::Activate && facts.activated == true;
    }
    return false;
}

constexpr int BlockerCount = static_cast<int>(Blocker::NotFromHere) + 1;

/// What other officers have to do with a case.
struct Others {
    bool claim = false;
    bool offersRecommendations = false;
    std::optional<bool> advisedByMe;
    std::optional<bool> advisedByOther;
};
const Others AllOthers[] = {
    {}, {true, true, std::nullopt, std::nullopt}, {false, true, false, false}, {false, true, true, true}};

/// Calls `visit` with every combination of facts and rights.
template <typename Visit>
int forEveryCombination(Visit visit)
{
    const QList<WireValue<S>> statuses{S::None,
                                       S::Pending,
                                       S::Initiated,
                                       S::PendingDocuments,
                                       S::InProgress,
                                       S::ResubmissionRequested,
                                       S::Approved,
                                       S::Rejected,
                                       WireValue<S>::fromWire(QStringLiteral("ON_HOLD"))};
    const QList<WireValue<L>> levels{L::Tenant, L::PowerTenant, L::Finhub, WireValue<L>(),
                                     WireValue<L>::fromWire(QStringLiteral("GALACTIC_VERIFIED"))};
    const QList<WireValue<RiskLevel>> risks{RiskLevel::Low, RiskLevel::Medium, RiskLevel::High,
                                            WireValue<RiskLevel>()};
    const std::optional<Documents> documents[] = {std::nullopt, Documents{},
                                                  Documents{Requirement::ProofOfAddress}};
    const std::optional<Consents> consents[] = {std::nullopt, Consents{},
                                                Consents{ConsentType::PrivacyPolicy}};
    const std::optional<bool> activations[] = {std::nullopt, false, true};
    const Permissions rights[] = {{false, false, true},  {true, false, true},  {true, true, true},
                                  {false, false, false}, {true, false, false}, {true, true, false}};
    int combinations = 0;
    CaseFacts facts;
    for (const auto& status : statuses) {
        facts.status = status;
        for (const auto& level : levels) {
            facts.level = level;
            for (const auto& risk : risks) {
                facts.risk = risk;
                for (const auto& missingDocuments : documents) {
                    facts.missingDocuments = missingDocuments;
                    for (const auto& missingConsents : consents) {
                        facts.missingConsents = missingConsents;
                        for (const auto& activated : activations) {
                            facts.activated = activated;
                            for (const bool idsKnown : {true, false}) {
                                facts.verificationIdKnown = idsKnown;
                                facts.userIdKnown = idsKnown;
                                for (const Permissions& may : rights) {
                                    for (const Others& others : AllOthers) {
                                        // What happens after the decision has nothing to do with them.
                                        if (others.offersRecommendations && (missingConsents || activated))
                                            continue;
                                        facts.othersClaim =
                                            others.claim ? std::optional(Claim()) : std::nullopt;
                                        facts.offersRecommendations = others.offersRecommendations;
                                        facts.advisedByMe = others.advisedByMe;
                                        facts.advisedByOther = others.advisedByOther;
                                        for (const Action action : AllActions) {
                                            visit(action, facts, may);
                                            ++combinations;
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    return combinations;
}

QByteArray describe(Action action, const CaseFacts& facts, const QList<Blocker>& blockers)
{
    QByteArray text = "action " + QByteArray::number(static_cast<int>(action)) + ", status " +
                      facts.status.text().toUtf8() + ", level " + facts.level.text().toUtf8() + ", risk " +
                      facts.risk.text().toUtf8() + ", blockers";
    for (const Blocker blocker : blockers)
        text += ' ' + QByteArray::number(static_cast<int>(blocker));
    return text;
}
} // namespace

void TestBlockers::everyCombination()
{
    QByteArray wrong;
    int unblocked = 0;
    const int combinations =
        forEveryCombination([&](Action action, const CaseFacts& facts, const Permissions& may) {
            const QList<Blocker> blockers = blockersOf(action, facts, may);
            if (blockers.isEmpty() != possible(action, facts, may) && wrong.isEmpty())
                wrong = describe(action, facts, blockers);
            unblocked += blockers.isEmpty();
        });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QCOMPARE(combinations, 9 * 5 * 4 * 3 * (3 * 3 + 3) * 2 * 6 * 12);
    QVERIFY(unblocked > 0);
}

void TestBlockers::namesEveryReasonInOrder()
{
    QByteArray wrong;
    std::set<Blocker> named;
    forEveryCombination([&](Action action, const CaseFacts& facts, const Permissions& may) {
        const QList<Blocker> blockers = blockersOf(action, facts, may);
        named.insert(blockers.begin(), blockers.end());
        QList<Blocker> expected;
        for (int i = 0; i < BlockerCount; ++i) {
            if (holds(static_cast<Blocker>(i), action, facts, may))
                expected << static_cast<Blocker>(i);
        }
        if (blockers != expected && wrong.isEmpty())
            wrong = describe(action, facts, blockers);
    });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    // Every reason is really given somewhere.
    QCOMPARE(named.size(), static_cast<std::size_t>(BlockerCount));
}

void TestBlockers::anUnknownLevelAsksForTheHigherRight()
{
    CaseFacts facts;
    facts.status = S::InProgress;
    facts.missingDocuments = Documents{};
    facts.level = WireValue<L>::fromWire(QStringLiteral("GALACTIC_VERIFIED"));
    const Permissions officer = permissionsOf({Role::ComplianceOfficer});
    const Permissions senior = permissionsOf({Role::ComplianceOfficer, Role::PowerTenant});
    QCOMPARE(blockersOf(Action::Approve, facts, officer), QList{Blocker::LevelNotAllowed});
    QCOMPARE(blockersOf(Action::Approve, facts, senior), QList<Blocker>{});
}

QTEST_GUILESS_MAIN(TestBlockers)
#include "tst_blockers.moc"
