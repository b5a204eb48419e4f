#include "review/decision.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
constexpr std::array Verdicts{Verdict::Approve, Verdict::Reject, Verdict::RequestResubmission};

/// 2.12 about the sample case.
Readiness readinessOf(VerificationStatus status)
{
    Readiness readiness;
    readiness.verificationStatus = status;
    readiness.level = VerificationLevel::Tenant;
    return readiness;
}

/// A decision on the sample case, and the FinHub that it speaks to.
struct Desk {
    explicit Desk(Verdict verdict, const CaseSnapshot& shown = sampleVerification())
        : decision(finhub, sampleRequest(verdict), shown)
        , finished(&decision, &Decision::finished)
    {
        finhub.openSession(sampleOfficer());
    }

    FakeFinHub finhub;
    Decision decision;
    QSignalSpy finished;
};
} // namespace

class TestDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsOnceAfterComparing_data();
    void sendsOnceAfterComparing();
    void sendsNothingWhenTheCaseHasChanged_data();
    void sendsNothingWhenTheCaseHasChanged();
    void sendsNothingWhenItCannotCompare();
    void comparesWhatWasDeclared();
    void sendsNothingWhenItCannotCompareWhatWasDeclared();
    void decidesWithoutADirectory();
    void comparesWithReadinessWhereVerificationsCannotBeRead_data();
    void comparesWithReadinessWhereVerificationsCannotBeRead();
    void decidesByReadinessAlone();
    void fallsBackToReadinessWhenAskingShowsThatItHasTo();
    void readsBackByReadiness_data();
    void readsBackByReadiness();
    void isRefusedByADefiniteError();
    void readsBackALostAnswer_data();
    void readsBackALostAnswer();
    void staysUnknownWhenReadingBackFails();
    void mayBeDecidedAgainOnlyAfterASecondLook();
    void isSilentWhenDeleted();
};

void TestDecision::sendsOnceAfterComparing_data()
{
    QTest::addColumn<Verdict>("verdict");
    for (const Verdict verdict : Verdicts)
        QTest::newRow(qPrintable(WireValue<Verdict>(verdict).text())) << verdict;
}

void TestDecision::sendsOnceAfterComparing()
{
    QFETCH(Verdict, verdict);
    Desk desk(verdict);
    desk.decision.start();
    QCOMPARE(desk.decision.step(), Decision::Step::Checking);
    QCOMPARE(desk.finhub.decisions.count(), 0);

    Verification current = sampleVerification();
    current.etag = "\"v4\"";
    desk.finhub.verifications.finish(0, current);
    QCOMPARE(desk.decision.step(), Decision::Step::Sending);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    QCOMPARE(desk.finhub.decisions.lastArguments().ifMatch, QByteArray("\"v4\""));
    QCOMPARE(desk.finhub.decisions.lastArguments().idempotencyKey, QByteArray("key-1"));

    desk.finhub.decisions.finish(0, answerTo(sampleRequest(verdict)));
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Applied);
    QVERIFY(!desk.decision.outcome()->foundByReading);
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::sendsNothingWhenTheCaseHasChanged_data()
{
    QTest::addColumn<Verification>("current");
    Verification current = sampleVerification();
    current.version = 5;
    QTest::newRow("version") << current;
    current = sampleVerification();
    current.status = VerificationStatus::Approved;
    QTest::newRow("status") << current;
    current = sampleVerification();
    current.level = VerificationLevel::PowerTenant;
    QTest::newRow("level") << current;
    current = sampleVerification();
    current.round = 2;
    QTest::newRow("round") << current;
    current = sampleVerification();
    current.risk = RiskLevel::High;
    QTest::newRow("risk") << current;
    current = sampleVerification();
    current.documents.removeLast();
    QTest::newRow("a document is gone") << current;
    current = sampleVerification();
    current.documents << sampleDocument(QStringLiteral("d-4"), DocumentType::Selfie);
    QTest::newRow("a document has come") << current;
    current = sampleVerification();
    current.documents[1].sha256 = QByteArray(64, 'b');
    QTest::newRow("the bytes of a document") << current;
    current = sampleVerification();
    current.documents[0].type = DocumentType::IdCard;
    QTest::newRow("the kind of a document") << current;
    current = sampleVerification();
    current.documents[2].id = DocumentId(QStringLiteral("d-9"));
    QTest::newRow("another document in its place") << current;
}

void TestDecision::sendsNothingWhenTheCaseHasChanged()
{
    QFETCH(Verification, current);
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.finish(0, current);
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.decision.outcome()->changedBefore);
    QVERIFY(desk.decision.outcome()->current == current);
    QVERIFY(!desk.decision.outcome()->differences.isEmpty());
}

void TestDecision::sendsNothingWhenItCannotCompare()
{
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.fail(0, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.decision.outcome()->error.kind, ErrorKind::Unreachable);
}

/// The declared data belong to what was on the screen; the two answers may come in either order.
void TestDecision::comparesWhatWasDeclared()
{
    for (const bool customerFirst : {true, false}) {
        for (const bool changed : {false, true}) {
            Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
            desk.decision.start();
            Customer current = sampleCustomer();
            if (changed)
                current.person.lastName = QStringLiteral("Kazlauskas");
            if (customerFirst)
                desk.finhub.customers.finish(0, current);
            else
                desk.finhub.verifications.finish(0, sampleVerification());
            QCOMPARE(desk.decision.step(), Decision::Step::Checking);
            if (customerFirst)
                desk.finhub.verifications.finish(0, sampleVerification());
            else
                desk.finhub.customers.finish(0, current);
            QCOMPARE(desk.finhub.decisions.count(), changed ? 0 : 1);
            if (!changed)
                continue;
            QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
            QVERIFY(desk.decision.outcome()->changedBefore);
            const QList<SnapshotDifference> expected{{SnapshotField::LastName,
                                                      {},
                                                      QStringLiteral("Vaitkus"),
                                                      QStringLiteral("Kazlauskas")}};
            QCOMPARE(desk.decision.outcome()->differences, expected);
        }
    }
}

void TestDecision::sendsNothingWhenItCannotCompareWhatWasDeclared()
{
    Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
    desk.decision.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.customers.fail(0, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.decision.outcome()->error.kind, ErrorKind::Unreachable);
}

/// Whether it is known beforehand or found out by asking (section 3).
void TestDecision::decidesWithoutADirectory()
{
    for (const bool known : {true, false}) {
        Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
        if (known)
            desk.finhub.withdraw(Extension::CustomerDirectory);
        desk.decision.start();
        QCOMPARE(desk.finhub.customers.count(), known ? 0 : 1);
        if (!known)
            desk.finhub.customers.fail(0, Error::of(ErrorKind::NotOffered));
        desk.finhub.verifications.finish(0, sampleVerification());
        QCOMPARE(desk.finhub.decisions.count(), 1);
    }
}

void TestDecision::comparesWithReadinessWhereVerificationsCannotBeRead_data()
{
    QTest::addColumn<Readiness>("readiness");
    QTest::newRow("status") << readinessOf(VerificationStatus::Rejected);
    Readiness other = readinessOf(VerificationStatus::InProgress);
    other.level = VerificationLevel::PowerTenant;
    QTest::newRow("level") << other;
    QTest::newRow("a new verification") << readinessOf(VerificationStatus::Pending);
    QTest::newRow("none any more") << readinessOf(VerificationStatus::None);
    QTest::newRow("nothing said") << Readiness();
}

void TestDecision::comparesWithReadinessWhereVerificationsCannotBeRead()
{
    QFETCH(Readiness, readiness);
    Desk desk(Verdict::Approve);
    desk.finhub.withdraw(Extension::VerificationRead);
    desk.decision.start();
    QCOMPARE(desk.finhub.verifications.count(), 0);
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
    QCOMPARE(desk.finhub.readinessChecks.arguments(0).id, CustomerId(QStringLiteral("c-1")));
    desk.finhub.readinessChecks.finish(0, readiness);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.decision.outcome()->changedBefore);
}

void TestDecision::decidesByReadinessAlone()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({});
    desk.decision.start();
    desk.finhub.readinessChecks.finish(0, readinessOf(VerificationStatus::InProgress));
    QCOMPARE(desk.finhub.decisions.count(), 1);
    desk.finhub.decisions.finish(0, answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Applied);
    QVERIFY(!desk.decision.outcome()->deciderUnknown);
    QCOMPARE(desk.finhub.verifications.count(), 0);
}

/// Section 3: an extension that answers 404 on its own route counts as absent from then on.
void TestDecision::fallsBackToReadinessWhenAskingShowsThatItHasTo()
{
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.fail(0, Error::of(ErrorKind::NotOffered));
    QCOMPARE(desk.finished.count(), 0);
    desk.finhub.readinessChecks.finish(0, readinessOf(VerificationStatus::InProgress));
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::readsBackByReadiness_data()
{
    QTest::addColumn<Readiness>("found");
    QTest::addColumn<DecisionEnd>("end");
    QTest::newRow("recorded") << readinessOf(VerificationStatus::Approved) << DecisionEnd::Applied;
    QTest::newRow("not recorded, or not yet")
        << readinessOf(VerificationStatus::InProgress) << DecisionEnd::Unknown;
    QTest::newRow("somebody else rejected")
        << readinessOf(VerificationStatus::Rejected) << DecisionEnd::Refused;
}

/// 2.12 shows the verdict, but not whose it is.
void TestDecision::readsBackByReadiness()
{
    QFETCH(Readiness, found);
    QFETCH(DecisionEnd, end);
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({});
    desk.decision.start();
    desk.finhub.readinessChecks.finish(0, readinessOf(VerificationStatus::InProgress));
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(desk.decision.step(), Decision::Step::ReadingBack);
    desk.finhub.readinessChecks.finish(1, found);
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.decision.outcome()->end, end);
    QCOMPARE(desk.decision.outcome()->deciderUnknown, end == DecisionEnd::Applied);
    QCOMPARE(desk.finhub.verifications.count(), 0);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    if (end == DecisionEnd::Unknown) {
        desk.decision.checkAgain();
        desk.finhub.readinessChecks.finish(2, readinessOf(VerificationStatus::Approved));
        QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Applied);
        QCOMPARE(desk.finhub.decisions.count(), 1);
    }
}

void TestDecision::isRefusedByADefiniteError()
{
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    Error error = Error::of(ErrorKind::Status);
    error.status = 409;
    error.word = ErrorWord::AlreadyDecided;
    desk.finhub.decisions.fail(0, error);
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.decision.outcome()->error.is(ErrorWord::AlreadyDecided));
    QCOMPARE(desk.finhub.verifications.count(), 1); // no reading back: nothing is in doubt
}

void TestDecision::readsBackALostAnswer_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Verification>("found");
    QTest::addColumn<DecisionEnd>("end");

    for (const Verdict verdict : Verdicts) {
        const QByteArray name = WireValue<Verdict>(verdict).text().toLatin1();
        Verification mine = sampleVerification();
        mine.status = answerTo(sampleRequest(verdict)).status;
        mine.version = 5;
        mine.reasonCodes = sampleRequest(verdict).reasonCodes;
        if (verdict != Verdict::RequestResubmission)
            mine.decidedBy = QStringLiteral("o-1");
        QTest::newRow(name + " is recorded") << verdict << mine << DecisionEnd::Applied;

        QTest::newRow(name + " is not recorded, or not yet")
            << verdict << sampleVerification() << DecisionEnd::Unknown;
    }
    Verification theirs = sampleVerification();
    theirs.status = VerificationStatus::Approved;
    theirs.decidedBy = QStringLiteral("somebody else");
    theirs.version = 5;
    QTest::newRow("somebody else approved") << Verdict::Approve << theirs << DecisionEnd::Refused;
    theirs.status = VerificationStatus::Rejected;
    QTest::newRow("somebody else rejected") << Verdict::Approve << theirs << DecisionEnd::Refused;
    Verification asked = sampleVerification();
    asked.status = VerificationStatus::ResubmissionRequested;
    asked.reasonCodes = {QStringLiteral("POA_TOO_OLD")};
    asked.version = 5;
    QTest::newRow("somebody else asked for something else")
        << Verdict::RequestResubmission << asked << DecisionEnd::Refused;
    Verification grown = sampleVerification();
    grown.version = 5;
    grown.documents << sampleDocument(QStringLiteral("d-4"), DocumentType::Selfie);
    QTest::newRow("the case has changed, undecided") << Verdict::Approve << grown << DecisionEnd::Unknown;
}

void TestDecision::readsBackALostAnswer()
{
    QFETCH(Verdict, verdict);
    QFETCH(Verification, found);
    QFETCH(DecisionEnd, end);
    Desk desk(verdict);
    desk.decision.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(desk.decision.step(), Decision::Step::ReadingBack);
    QCOMPARE(desk.finished.count(), 0);
    desk.finhub.verifications.finish(1, found);
    QCOMPARE(desk.finished.count(), 1);
    QCOMPARE(desk.decision.outcome()->end, end);
    QCOMPARE(desk.decision.outcome()->foundByReading, end == DecisionEnd::Applied);
    // R19: whatever was found, nothing is ever sent a second time.
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::staysUnknownWhenReadingBackFails()
{
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.verifications.fail(1, Error::of(ErrorKind::Unreachable));
    QVERIFY(desk.decision.isUnresolved());
    QVERIFY(!desk.decision.mayDecideAgain());

    desk.decision.checkAgain();
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    approved.decidedBy = QStringLiteral("o-1");
    desk.finhub.verifications.finish(2, approved);
    QCOMPARE(desk.decision.outcome()->end, DecisionEnd::Applied);
    QCOMPARE(desk.finished.count(), 2);
}

void TestDecision::mayBeDecidedAgainOnlyAfterASecondLook()
{
    Desk desk(Verdict::Approve);
    desk.decision.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.verifications.finish(1, sampleVerification());
    QVERIFY(desk.decision.isUnresolved());
    QVERIFY(!desk.decision.mayDecideAgain());
    desk.decision.checkAgain();
    desk.finhub.verifications.finish(2, sampleVerification());
    QVERIFY(desk.decision.isUnresolved());
    QVERIFY(desk.decision.mayDecideAgain());
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::isSilentWhenDeleted()
{
    FakeFinHub finhub;
    finhub.openSession(sampleOfficer());
    auto decision = std::make_unique<Decision>(finhub, sampleRequest(Verdict::Approve), sampleVerification());
    decision->start();
    decision.reset();
    QVERIFY(finhub.verifications.isAborted(0));
    QVERIFY(!finhub.verifications.finish(0, sampleVerification()));
    QCOMPARE(finhub.decisions.count(), 0);
}

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
