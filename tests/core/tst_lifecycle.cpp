#include "core/lifecycle.h"

#include <QTest>

#include <map>
#include <set>
#include <vector>

using namespace finhub;

using S = VerificationStatus;
using E = CaseEvent;

/// The tables of 4.1 and 4.2, compared with ones written here from the contract.
class TestLifecycle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phasesAreThoseOfTheContract();
    void everyStatusMeetsEveryEvent_data();
    void everyStatusMeetsEveryEvent();
    void transitionsAreListedOnce();
    void openAndClosed_data();
    void openAndClosed();
    void stageIsTheFirstMatch();
    void verdictsAreActions();
};

namespace {
constexpr S AllStatuses[] = {
    S::None,     S::Pending,  S::Initiated, S::PendingDocuments, S::InProgress, S::ResubmissionRequested,
    S::Approved, S::Rejected, S::Unknown};
constexpr E AllEvents[] = {E::UploadIncomplete, E::UploadComplete, E::Approved, E::Rejected,
                           E::ResubmissionRequested};
} // namespace

void TestLifecycle::phasesAreThoseOfTheContract()
{
    const PhaseRow expected[] = {
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
    };
    const auto rows = lifecyclePhases();
    QCOMPARE(rows.size(), std::size(expected));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].stage, expected[i].stage);
        QCOMPARE(rows[i].stage, static_cast<Stage>(i));
        QCOMPARE(rows[i].nextAction, expected[i].nextAction);
        QCOMPARE(rows[i].performer, expected[i].performer);
        QCOMPARE(rows[i].next, expected[i].next);
        QCOMPARE(findPhase(expected[i].stage), &rows[i]);
    }
    QCOMPARE(findPhase(Stage::Unknown), nullptr);
}

void TestLifecycle::everyStatusMeetsEveryEvent_data()
{
    // 4.2 as a matrix: the columns are AllEvents, `Unknown` stands for "refused".
    QTest::addColumn<S>("from");
    QTest::addColumn<E>("event");
    QTest::addColumn<S>("to");
    constexpr S no = S::Unknown;
    const std::map<S, std::array<S, 5>> matrix{
        {S::None, {no, no, no, no, no}},
        {S::Pending,
         {S::PendingDocuments, S::InProgress, S::Approved, S::Rejected, S::ResubmissionRequested}},
        {S::Initiated,
         {S::PendingDocuments, S::InProgress, S::Approved, S::Rejected, S::ResubmissionRequested}},
        {S::PendingDocuments,
         {S::PendingDocuments, S::InProgress, S::Approved, S::Rejected, S::ResubmissionRequested}},
        {S::InProgress, {S::InProgress, S::InProgress, S::Approved, S::Rejected, S::ResubmissionRequested}},
        {S::ResubmissionRequested, {S::PendingDocuments, S::InProgress, S::Approved, S::Rejected, no}},
        {S::Approved, {no, no, no, no, no}},
        {S::Rejected, {no, no, no, no, no}},
        {S::Unknown, {no, no, no, no, no}},
    };
    QCOMPARE(matrix.size(), std::size(AllStatuses));
    for (const auto& [from, row] : matrix) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            QTest::addRow("%d x %d", static_cast<int>(from), static_cast<int>(i))
                << from << AllEvents[i] << row[i];
        }
    }
}

void TestLifecycle::everyStatusMeetsEveryEvent()
{
    QFETCH(S, from);
    QFETCH(E, event);
    QFETCH(S, to);
    const auto after = statusAfter(from, event);
    if (to == S::Unknown)
        QVERIFY(!after);
    else
        QVERIFY(after == to);
}

void TestLifecycle::transitionsAreListedOnce()
{
    std::set<std::pair<S, E>> seen;
    for (const StatusTransition& row : statusTransitions()) {
        QVERIFY(seen.insert({row.from, row.event}).second);
        QVERIFY(isOpen(row.from));
        QVERIFY(isOpen(row.to) || isClosed(row.to));
        QVERIFY(statusAfter(row.from, row.event) == row.to);
    }
    // Five open statuses times five events, less the second request in a row.
    QCOMPARE(seen.size(), std::size_t{24});
}

void TestLifecycle::openAndClosed_data()
{
    QTest::addColumn<S>("status");
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("closed");
    QTest::newRow("NONE") << S::None << false << false;
    QTest::newRow("PENDING") << S::Pending << true << false;
    QTest::newRow("INITIATED") << S::Initiated << true << false;
    QTest::newRow("PENDING_DOCUMENTS") << S::PendingDocuments << true << false;
    QTest::newRow("IN_PROGRESS") << S::InProgress << true << false;
    QTest::newRow("RESUBMISSION_REQUESTED") << S::ResubmissionRequested << true << false;
    QTest::newRow("APPROVED") << S::Approved << false << true;
    QTest::newRow("REJECTED") << S::Rejected << false << true;
    QTest::newRow("unknown, R4") << S::Unknown << false << false;
}

void TestLifecycle::openAndClosed()
{
    QFETCH(S, status);
    QFETCH(bool, open);
    QFETCH(bool, closed);
    QCOMPARE(isOpen(status), open);
    QCOMPARE(isClosed(status), closed);
}

void TestLifecycle::stageIsTheFirstMatch()
{
    // The sentence of 4.1 as a list of "when, then"; the first that matches is the stage.
    struct Match {
        bool (*when)(const CaseFacts&);
        Stage then;
    };
    const std::vector<Match> matches{
        {[](const CaseFacts& f) { return f.activated == true; }, Stage::Active},
        {[](const CaseFacts& f) { return f.status.value() == S::None && f.hadSession == true; },
         Stage::Verification},
        {[](const CaseFacts& f) { return f.status.value() == S::None; }, Stage::Session},
        {[](const CaseFacts& f) { return f.status.value() == S::Rejected; }, Stage::Rejected},
        {[](const CaseFacts& f) {
             return f.status.value() == S::Approved && f.missingConsents && f.missingConsents->empty();
         },
         Stage::Activation},
        {[](const CaseFacts& f) { return f.status.value() == S::Approved; }, Stage::Consents},
        {[](const CaseFacts& f) { return f.status.value() == S::ResubmissionRequested; }, Stage::Documents},
        {[](const CaseFacts& f) { return !f.status.isKnown(); }, Stage::Unknown},
        {[](const CaseFacts& f) { return f.missingDocuments && f.missingDocuments->empty(); },
         Stage::Approval},
        {[](const CaseFacts& f) { return f.missingDocuments.has_value(); }, Stage::Documents},
        {[](const CaseFacts& f) { return f.status.value() == S::InProgress; }, Stage::Approval},
        {[](const CaseFacts&) { return true; }, Stage::Documents},
    };

    const std::optional<bool> flags[] = {std::nullopt, false, true};
    using Documents = QList<WireValue<Requirement>>;
    const std::optional<Documents> documents[] = {
        std::nullopt, Documents{}, Documents{Requirement::GovernmentId},
        Documents{WireValue<Requirement>::fromWire(QStringLiteral("NEW_KIND"))}};
    using Consents = QList<WireValue<ConsentType>>;
    const std::optional<Consents> consents[] = {
        std::nullopt, Consents{}, Consents{ConsentType::DataProcessing},
        Consents{ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing}};

    std::set<Stage> reached;
    int combinations = 0;
    for (const auto& activated : flags) {
        for (const auto& hadSession : flags) {
            for (const S status : AllStatuses) {
                for (const auto& missingDocuments : documents) {
                    for (const auto& missingConsents : consents) {
                        CaseFacts facts;
                        facts.activated = activated;
                        facts.hadSession = hadSession;
                        facts.status = status == S::Unknown
                                           ? WireValue<S>::fromWire(QStringLiteral("ON_HOLD"))
                                           : WireValue<S>(status);
                        facts.missingDocuments = missingDocuments;
                        facts.missingConsents = missingConsents;
                        const auto match = std::find_if(matches.begin(), matches.end(),
                                                        [&](const Match& m) { return m.when(facts); });
                        QCOMPARE(stageOf(facts), match->then);
                        reached.insert(match->then);
                        ++combinations;
                    }
                }
            }
        }
    }
    QCOMPARE(combinations, 3 * 3 * 9 * 4 * 4);
    // All but the two phases that lie before a customer exists.
    QCOMPARE(reached.size(), std::size_t{9});
    QVERIFY(!reached.contains(Stage::Categorization) && !reached.contains(Stage::Registration));
}

void TestLifecycle::verdictsAreActions()
{
    QCOMPARE(actionOf(Verdict::Approve), Action::Approve);
    QCOMPARE(actionOf(Verdict::Reject), Action::Reject);
    QCOMPARE(actionOf(Verdict::RequestResubmission), Action::RequestResubmission);
    QCOMPARE(actionOf(Verdict::Unknown), Action::None);
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
