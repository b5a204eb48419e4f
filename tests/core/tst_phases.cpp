#include "core/lifecycle.h"

#include <QTest>

using namespace finhub;

/// The eight steps of the lifecycle view for every stage.
class TestPhases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofEveryStage_data();
    void ofEveryStage();
    void unknownTimesStayUnknown();
};

void TestPhases::ofEveryStage_data()
{
    // D done, C current, N not started, F failed, ? unknown; in the order of 4.1.
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("states");
    QTest::addColumn<Action>("action");
    QTest::addColumn<Performer>("performer");
    const auto row = [](const char* name, Stage stage, const char* states, Action action,
                        Performer performer) {
        QTest::newRow(name) << stage << QString::fromLatin1(states) << action << performer;
    };
    row("categorization", Stage::Categorization, "CNNNNNNN", Action::ChooseCategory, Performer::Officer);
    row("registration", Stage::Registration, "DCNNNNNN", Action::Register, Performer::Either);
    row("session", Stage::Session, "DDCNNNNN", Action::LogIn, Performer::Customer);
    row("verification", Stage::Verification, "DDDCNNNN", Action::StartVerification, Performer::Either);
    row("documents", Stage::Documents, "DDDDCNNN", Action::UploadDocument, Performer::Either);
    row("approval", Stage::Approval, "DDDDDCNN", Action::Approve, Performer::Officer);
    row("consents", Stage::Consents, "DDDDDDCN", Action::AcceptConsent, Performer::Either);
    row("activation", Stage::Activation, "DDDDDDDC", Action::Activate, Performer::Either);
    row("active", Stage::Active, "DDDDDDDD", Action::None, Performer::Nobody);
    row("rejected", Stage::Rejected, "DDDDDFNN", Action::StartVerification, Performer::Either);
    row("unknown", Stage::Unknown, "DD??????", Action::None, Performer::Nobody);
}

void TestPhases::ofEveryStage()
{
    QFETCH(Stage, stage);
    QFETCH(QString, states);
    QFETCH(Action, action);
    QFETCH(Performer, performer);

    PhaseTimes times;
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = QDateTime(QDate(2026, 3, static_cast<int>(i) + 1), QTime(9, 0), Qt::UTC);

    const auto phases = phasesOf(stage, times);
    for (int i = 0; i < states.size(); ++i) {
        const PhaseStatus& phase = phases[static_cast<std::size_t>(i)];
        const QChar state = states[i];
        QCOMPARE(phase.phase, static_cast<Stage>(i));
        QCOMPARE(phase.state, state == u'D'   ? PhaseState::Done
                              : state == u'C' ? PhaseState::Current
                              : state == u'F' ? PhaseState::Failed
                              : state == u'N' ? PhaseState::NotStarted
                                              : PhaseState::Unknown);
        // Only what is over has a time, and only where the customer waits is there something to do.
        const bool over = state == u'D' || state == u'F';
        QCOMPARE(phase.at, over ? times[static_cast<std::size_t>(i)] : QDateTime());
        const bool here = state == u'C' || state == u'F';
        QCOMPARE(phase.nextAction, here ? action : Action::None);
        QCOMPARE(phase.performer, here ? performer : Performer::Nobody);
    }
}

void TestPhases::unknownTimesStayUnknown()
{
    for (const PhaseStatus& phase : phasesOf(Stage::Active, PhaseTimes{})) {
        QCOMPARE(phase.state, PhaseState::Done);
        QVERIFY(!phase.at.isValid());
    }
}

QTEST_GUILESS_MAIN(TestPhases)
#include "tst_phases.moc"
