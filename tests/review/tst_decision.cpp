#include "review/decision.h"
#include "review/desk.h"

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
    desk.start();
    QCOMPARE(desk.owned->step(), Decision::Step::Checking);
    QCOMPARE(desk.finhub.decisions.count(), 0);

    Verification current = sampleVerification();
    current.etag = "\"v4\"";
    desk.finhub.verifications.finish(0, current);
    QCOMPARE(desk.owned->step(), Decision::Step::Sending);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    QCOMPARE(desk.finhub.decisions.lastArguments().ifMatch, QByteArray("\"v4\""));
    QCOMPARE(desk.finhub.decisions.lastArguments().idempotencyKey, desk.owned->intent().id);
    QCOMPARE(desk.finhub.decisions.lastArguments().comment, sampleRequest(verdict).comment);
    const auto tag = readNotesTag(desk.finhub.decisions.lastArguments().notes);
    QVERIFY(tag);
    QCOMPARE(tag->intent, shortIntent(desk.owned->intent().id));
    QCOMPARE(tag->journal, desk.journal.head());
    // On the disk before the first byte.
    QCOMPARE(desk.owned->intent().state, IntentState::Sending);
    QVERIFY(desk.isKept());

    desk.finhub.decisions.finish(0, answerTo(sampleRequest(verdict)));
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
    QVERIFY(!desk.owned->outcome()->foundByReading);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    QVERIFY(!desk.isKept());
    QCOMPARE(desk.journal.kinds(), QList({JournalKind::DecisionSent, JournalKind::DecisionApplied}));
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
    desk.start();
    desk.finhub.verifications.finish(0, current);
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.owned->outcome()->changedBefore);
    QVERIFY(desk.owned->outcome()->current == current);
    QVERIFY(!desk.owned->outcome()->differences.isEmpty());
}

void TestDecision::sendsNothingWhenItCannotCompare()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.fail(0, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.owned->outcome()->error.kind, ErrorKind::Unreachable);
}

/// The declared data belong to what was on the screen; the two answers may come in either order.
void TestDecision::comparesWhatWasDeclared()
{
    for (const bool customerFirst : {true, false}) {
        for (const bool changed : {false, true}) {
            Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
            desk.start();
            Customer current = sampleCustomer();
            if (changed)
                current.person.lastName = QStringLiteral("Kazlauskas");
            if (customerFirst)
                desk.finhub.customers.finish(0, current);
            else
                desk.finhub.verifications.finish(0, sampleVerification());
            QCOMPARE(desk.owned->step(), Decision::Step::Checking);
            if (customerFirst)
                desk.finhub.verifications.finish(0, sampleVerification());
            else
                desk.finhub.customers.finish(0, current);
            QCOMPARE(desk.finhub.decisions.count(), changed ? 0 : 1);
            if (!changed)
                continue;
            QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
            QVERIFY(desk.owned->outcome()->changedBefore);
            const QList<SnapshotDifference> expected{{SnapshotField::LastName,
                                                      {},
                                                      QStringLiteral("Vaitkus"),
                                                      QStringLiteral("Kazlauskas")}};
            QCOMPARE(desk.owned->outcome()->differences, expected);
        }
    }
}

void TestDecision::sendsNothingWhenItCannotCompareWhatWasDeclared()
{
    Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
    desk.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.customers.fail(0, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.owned->outcome()->error.kind, ErrorKind::Unreachable);
}

/// Whether it is known beforehand or found out by asking (section 3).
void TestDecision::decidesWithoutADirectory()
{
    for (const bool known : {true, false}) {
        Desk desk(Verdict::Approve, {sampleVerification(), sampleCustomer()});
        if (known)
            desk.finhub.withdraw(Extension::CustomerDirectory);
        desk.start();
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
    desk.start();
    QCOMPARE(desk.finhub.verifications.count(), 0);
    QCOMPARE(desk.finhub.readinessChecks.count(), 1);
    QCOMPARE(desk.finhub.readinessChecks.arguments(0).id, CustomerId(QStringLiteral("c-1")));
    desk.finhub.readinessChecks.finish(0, readiness);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.owned->outcome()->changedBefore);
}

void TestDecision::decidesByReadinessAlone()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({});
    desk.start();
    desk.finhub.readinessChecks.finish(0, readinessOf(VerificationStatus::InProgress));
    QCOMPARE(desk.finhub.decisions.count(), 1);
    desk.finhub.decisions.finish(0, answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
    QVERIFY(!desk.owned->outcome()->deciderUnknown);
    QCOMPARE(desk.finhub.verifications.count(), 0);
}

/// Section 3: an extension that answers 404 on its own route counts as absent from then on.
void TestDecision::fallsBackToReadinessWhenAskingShowsThatItHasTo()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.fail(0, Error::of(ErrorKind::NotOffered));
    QCOMPARE(desk.finished->count(), 0);
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
    desk.start();
    desk.finhub.readinessChecks.finish(0, readinessOf(VerificationStatus::InProgress));
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(desk.owned->step(), Decision::Step::ReadingBack);
    desk.finhub.readinessChecks.finish(1, found);
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.owned->outcome()->end, end);
    QCOMPARE(desk.owned->outcome()->deciderUnknown, end == DecisionEnd::Applied);
    QCOMPARE(desk.finhub.verifications.count(), 0);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    if (end == DecisionEnd::Unknown) {
        desk.owned->checkAgain();
        desk.finhub.readinessChecks.finish(2, readinessOf(VerificationStatus::Approved));
        QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
        QCOMPARE(desk.finhub.decisions.count(), 1);
    }
}

void TestDecision::isRefusedByADefiniteError()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, errorOf(412, ErrorWord::StaleVersion));
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QVERIFY(desk.owned->outcome()->error.is(ErrorWord::StaleVersion));
    QCOMPARE(desk.finhub.verifications.count(), 1); // no reading back: nothing is in doubt
    QVERIFY(!desk.isKept());
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
    // It was sent on the condition that nothing changes, so it cannot be recorded any more.
    QTest::newRow("the case has changed, undecided") << Verdict::Approve << grown << DecisionEnd::Refused;
}

void TestDecision::readsBackALostAnswer()
{
    QFETCH(Verdict, verdict);
    QFETCH(Verification, found);
    QFETCH(DecisionEnd, end);
    Desk desk(verdict);
    desk.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(desk.owned->step(), Decision::Step::ReadingBack);
    QCOMPARE(desk.finished->count(), 0);
    desk.finhub.verifications.finish(1, found);
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.owned->outcome()->end, end);
    QCOMPARE(desk.owned->outcome()->foundByReading, end == DecisionEnd::Applied);
    // R19: whatever was found, nothing is ever sent a second time.
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::staysUnknownWhenReadingBackFails()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.verifications.fail(1, Error::of(ErrorKind::Unreachable));
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(!desk.owned->mayDecideAgain());

    desk.owned->checkAgain();
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    approved.decidedBy = QStringLiteral("o-1");
    desk.finhub.verifications.finish(2, approved);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
    QCOMPARE(desk.finished->count(), 2);
}

void TestDecision::mayBeDecidedAgainOnlyAfterASecondLook()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.finish(0, sampleVerification());
    desk.finhub.decisions.fail(0, Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.verifications.finish(1, sampleVerification());
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(!desk.owned->mayDecideAgain());
    desk.owned->checkAgain();
    desk.finhub.verifications.finish(2, sampleVerification());
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(desk.owned->mayDecideAgain());
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestDecision::isSilentWhenDeleted()
{
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finished.reset();
    desk.owned.reset();
    QVERIFY(desk.finhub.verifications.isAborted(0));
    QVERIFY(!desk.finhub.verifications.finish(0, sampleVerification()));
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QVERIFY(desk.isKept());
}

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
