#include "review/decisiondesk.h"
#include "review/outbox/decisionnotes.h"
#include "review/sampleintent.h"
#include "support/fakefinhub.h"
#include "support/fakejournal.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestDecisionDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesOneDecisionAtATime();
    void takesOneDecisionHoweverOftenItIsPressed();
    void takesOneDecisionOfTwoConsoles();
    void forgetsWhatIsSettled();
    void keepsWhatIsUnknown();
    void confirmsAnUnknownOneAgainUnderItsKey();
    void decidesTwoCasesBesideEachOther();
    void holdsAndUndoes();
    void sendsWhatWasHeld();
    void writesBeforeItHolds();
    void stopsWhenTheJournalCannotBeWritten();
    void refusesNotesWithoutRoomForTheTag();
    void keepsWhatWasHeldWhenTheOfficerSignsOut();
    void goesOnAfterTheSessionRanOut();
    void settlesWhatTheLastRunHasLeft();
    void tellsNobodyElseWhatWasSettledLate();
    void saysNothingOfWhatWasSettledAtOnce();
    void leavesTheDecisionsOfAnotherOfficerAlone();
    void looksAgainWhenTheConnectionReturns();
    void showsUntilAPersonClosesIt();
    void showsWhatCannotBeRead();

private:
    static constexpr auto Hour = std::chrono::hours(1);

    void build(std::chrono::milliseconds hold = std::chrono::milliseconds(0));
    bool submit(Verdict verdict = Verdict::Approve)
    {
        return m_desk->submit(sampleRequest(verdict), sampleVerification());
    }
    void loseTheAnswer();
    int files() const { return int(QDir(m_outbox->folder()).entryList({QStringLiteral("*.intent")}).size()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<FakeJournal> m_journal;
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<DecisionDesk> m_desk;
    std::unique_ptr<QSignalSpy> m_decided;
    VerificationId m_id{QStringLiteral("v-1")};

    DecisionOutcome outcome(int index) const { return m_decided->at(index).at(1).value<DecisionOutcome>(); }
};

void TestDecisionDesk::init()
{
    m_desk.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_outbox = std::make_unique<Outbox>(m_folder->path());
    m_journal = std::make_unique<FakeJournal>();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer(), sampleProfile());
    m_finhub->withdraw(Extension::IdempotentDecision);
    build();
}

void TestDecisionDesk::build(std::chrono::milliseconds hold)
{
    m_decided.reset();
    m_desk.reset(); // the files are let go of before they are taken over
    m_desk = std::make_unique<DecisionDesk>(
        *m_finhub, *m_outbox, m_journal.get(),
        DecisionDesk::Options{hold, std::chrono::milliseconds(0), std::chrono::hours(1)});
    m_decided = std::make_unique<QSignalSpy>(m_desk.get(), &DecisionDesk::decided);
}

void TestDecisionDesk::loseTheAnswer()
{
    QVERIFY(submit());
    m_finhub->verifications.finishLast(sampleVerification());
    m_finhub->decisions.failLast(Error::of(ErrorKind::OutcomeUnknown));
}

void TestDecisionDesk::takesOneDecisionAtATime()
{
    QVERIFY(submit());
    QCOMPARE(m_desk->running(), 1);
    QVERIFY(!submit());
    QVERIFY(!submit(Verdict::Reject));
    m_finhub->verifications.finish(0, sampleVerification());
    QVERIFY(!submit(Verdict::Reject));
    QCOMPARE(m_finhub->verifications.count(), 1);
    QCOMPARE(m_finhub->decisions.count(), 1);
}

void TestDecisionDesk::takesOneDecisionHoweverOftenItIsPressed()
{
    for (int i = 0; i < 10; ++i)
        submit(i % 2 ? Verdict::Approve : Verdict::Reject);
    QCOMPARE(m_finhub->verifications.count(), 1);
    m_finhub->verifications.finishLast(sampleVerification());
    QCOMPARE(m_finhub->decisions.count(), 1);
    QCOMPARE(files(), 1);
}

/// On the same profile, with the same officer: the file is the lock.
void TestDecisionDesk::takesOneDecisionOfTwoConsoles()
{
    Outbox otherOutbox(m_folder->path());
    DecisionDesk other(*m_finhub, otherOutbox, nullptr, {std::chrono::milliseconds(0)});
    QSignalSpy decided(&other, &DecisionDesk::decided);
    QVERIFY(submit());
    QVERIFY(other.submit(sampleRequest(Verdict::Reject), sampleVerification()));
    QTRY_COMPARE(decided.count(), 1);
    QCOMPARE(decided.first().at(1).value<DecisionOutcome>().stop, DecisionStop::OpenElsewhere);
    QCOMPARE(other.running(), 0);
    QCOMPARE(m_finhub->verifications.count(), 1);
}

void TestDecisionDesk::forgetsWhatIsSettled()
{
    QVERIFY(submit());
    m_finhub->verifications.finish(0, sampleVerification());
    m_finhub->decisions.finish(0, answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(m_decided->count(), 1);
    QCOMPARE(outcome(0).end, DecisionEnd::Applied);
    QVERIFY(!m_desk->decisionOn(m_id));
    QCOMPARE(m_desk->running(), 0);
    QCOMPARE(m_desk->unresolved(), 0);
    QCOMPARE(files(), 0);
    QCOMPARE(m_journal->kinds(),
             QList({JournalKind::DecisionIntended, JournalKind::DecisionSent, JournalKind::DecisionApplied}));
}

void TestDecisionDesk::keepsWhatIsUnknown()
{
    loseTheAnswer();
    m_finhub->verifications.failLast(Error::of(ErrorKind::Timeout));
    QCOMPARE(m_desk->unresolved(), 1);
    QCOMPARE(m_desk->waitingForPerson(), 1);
    QVERIFY(!submit());

    m_desk->checkAgain();
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    approved.decidedBy = QStringLiteral("o-1");
    m_finhub->verifications.finishLast(approved);
    QCOMPARE(m_decided->count(), 2);
    QCOMPARE(m_desk->unresolved(), 0);
    QCOMPARE(m_finhub->decisions.count(), 1);
    QCOMPARE(m_desk->settledLate().size(), 1);
    QCOMPARE(m_desk->settledLate().first().end, outcome(1).end);
    QVERIFY(m_desk->settledLate().first().intent.sealedText.isEmpty());
}

void TestDecisionDesk::confirmsAnUnknownOneAgainUnderItsKey()
{
    loseTheAnswer();
    m_finhub->verifications.finishLast(sampleVerification());
    QVERIFY(!submit());
    m_desk->checkAgain();
    m_finhub->verifications.finishLast(sampleVerification());
    // Another verdict would be another decision, and would need another key.
    QVERIFY(!m_desk->mayDecide(m_id, Verdict::Reject));
    QVERIFY(!submit(Verdict::Reject));
    QVERIFY(submit(Verdict::Approve));
    QCOMPARE(m_desk->unresolved(), 0);
    QCOMPARE(m_desk->running(), 1);
    m_finhub->verifications.finishLast(sampleVerification());
    QCOMPARE(m_finhub->decisions.count(), 2);
    QCOMPARE(m_finhub->decisions.arguments(0).idempotencyKey,
             m_finhub->decisions.arguments(1).idempotencyKey);
    QCOMPARE(files(), 1);
}

void TestDecisionDesk::decidesTwoCasesBesideEachOther()
{
    DecisionRequest other = sampleRequest(Verdict::Reject);
    other.verificationId = VerificationId(QStringLiteral("v-2"));
    QVERIFY(submit());
    QVERIFY(m_desk->submit(other, sampleVerification()));
    QCOMPARE(m_desk->running(), 2);
    QCOMPARE(files(), 2);
}

void TestDecisionDesk::holdsAndUndoes()
{
    build(Hour);
    QVERIFY(submit());
    QCOMPARE(m_desk->running(), 1);
    QVERIFY(!submit());
    QVERIFY(m_desk->undo(m_id));
    QCOMPARE(m_finhub->verifications.count() + m_finhub->decisions.count(), 0);
    QCOMPARE(outcome(0).stop, DecisionStop::Undone);
    QCOMPARE(m_desk->running(), 0);
    QCOMPARE(files(), 0);
    QVERIFY(!m_desk->undo(m_id));
    QVERIFY(submit(Verdict::Reject)); // as if nothing had been
}

void TestDecisionDesk::sendsWhatWasHeld()
{
    build(std::chrono::milliseconds(1));
    QVERIFY(submit());
    QCOMPARE(m_finhub->verifications.count(), 0);
    QTRY_COMPARE(m_finhub->verifications.count(), 1);
    QVERIFY(!m_desk->undo(m_id));
}

/// A program that ends while a decision is being held must not lose it.
void TestDecisionDesk::writesBeforeItHolds()
{
    build(Hour);
    QVERIFY(submit());
    QCOMPARE(files(), 1);
    QCOMPARE(m_journal->kinds(), QList({JournalKind::DecisionIntended}));
}

void TestDecisionDesk::stopsWhenTheJournalCannotBeWritten()
{
    m_journal->writable = false;
    QVERIFY(submit());
    QTRY_COMPARE(m_decided->count(), 1);
    QCOMPARE(outcome(0).stop, DecisionStop::JournalUnwritable);
    QCOMPARE(m_finhub->verifications.count(), 0);
    QCOMPARE(files(), 0);
    m_journal->writable = true;
    QVERIFY(submit());
    QCOMPARE(m_desk->running(), 1);
}

void TestDecisionDesk::refusesNotesWithoutRoomForTheTag()
{
    DecisionRequest request = sampleRequest(Verdict::Approve);
    request.notes = QString(MaxOfficerNotes + 1, u'x');
    QVERIFY(m_desk->submit(request, sampleVerification()));
    QTRY_COMPARE(m_decided->count(), 1);
    QCOMPARE(outcome(0).stop, DecisionStop::NotesTooLong);
    request.notes.chop(1);
    QVERIFY(m_desk->submit(request, sampleVerification()));
    m_finhub->verifications.finishLast(sampleVerification());
    QVERIFY(m_finhub->decisions.lastArguments().notes.size() <= 4000);
}

void TestDecisionDesk::keepsWhatWasHeldWhenTheOfficerSignsOut()
{
    build(Hour);
    QVERIFY(submit());
    m_finhub->endSession(api::SessionEnd::SignedOut);
    QCOMPARE(m_desk->running(), 0);
    QCOMPARE(files(), 1);
    m_finhub->openSession(sampleOfficer(), sampleProfile());
    QCOMPARE(m_desk->waitingForPerson(), 1);
    QVERIFY(m_desk->decisionOn(m_id)->isNotSent());
    QVERIFY(m_desk->decisionOn(m_id)->isTextLost());
    QCOMPARE(m_finhub->decisions.count(), 0);
    // Whoever decides again has nothing to close first.
    QVERIFY(submit(Verdict::Reject));
    QCOMPARE(m_desk->waitingForPerson(), 0);
    QCOMPARE(files(), 1);
}

void TestDecisionDesk::goesOnAfterTheSessionRanOut()
{
    m_finhub->setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    QVERIFY(submit());
    m_finhub->verifications.finishLast(sampleVerification());
    m_finhub->decisions.failLast(Error::of(ErrorKind::OutcomeUnknown));
    m_finhub->verifications.failLast(Error::of(ErrorKind::SessionEnded));
    m_finhub->endSession(api::SessionEnd::Expired);
    QCOMPARE(m_desk->unresolved(), 1);

    m_finhub->openSession(sampleOfficer(), sampleProfile());
    m_finhub->verifications.finishLast(sampleVerification());
    QTRY_COMPARE(m_finhub->decisions.count(), 2); // the words were still there
    QVERIFY(m_finhub->decisions.arguments(0) == m_finhub->decisions.arguments(1));
}

void TestDecisionDesk::settlesWhatTheLastRunHasLeft()
{
    QVERIFY(submit());
    m_finhub->verifications.finishLast(sampleVerification());
    const QString notes = m_finhub->decisions.lastArguments().notes;
    build();
    QCOMPARE(m_desk->running(), 1);
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    approved.notes = notes;
    m_finhub->verifications.finishLast(approved);
    QCOMPARE(m_decided->count(), 1);
    QCOMPARE(outcome(0).end, DecisionEnd::Applied);
    QVERIFY(outcome(0).foundByReading);
    QCOMPARE(files(), 0);
    // Nobody was looking, so it is told until somebody says that they have seen it.
    QCOMPARE(m_desk->settledLate().size(), 1);
    QCOMPARE(m_desk->settledLate().first().intent.verification, m_id);
    QCOMPARE(m_desk->settledLate().first().end, DecisionEnd::Applied);
    QCOMPARE(m_desk->waitingForPerson(), 0);
    const QSignalSpy changed(m_desk.get(), &DecisionDesk::changed);
    m_desk->dismissSettled(m_desk->settledLate().first().intent.id);
    QVERIFY(m_desk->settledLate().isEmpty());
    QCOMPARE(changed.size(), 1);
}

void TestDecisionDesk::tellsNobodyElseWhatWasSettledLate()
{
    loseTheAnswer();
    m_finhub->verifications.failLast(Error::of(ErrorKind::Timeout));
    m_desk->checkAgain();
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    m_finhub->verifications.finishLast(approved);
    QCOMPARE(m_desk->settledLate().size(), 1);
    m_finhub->endSession(api::SessionEnd::SignedOut);
    SessionInfo other = sampleOfficer();
    other.userId = UserId(QStringLiteral("o-2"));
    m_finhub->openSession(other, sampleProfile());
    QVERIFY(m_desk->settledLate().isEmpty());
}

/// What was answered while the officer was looking is said there, and nowhere else.
void TestDecisionDesk::saysNothingOfWhatWasSettledAtOnce()
{
    QVERIFY(submit());
    m_finhub->verifications.finishLast(sampleVerification());
    m_finhub->decisions.finishLast(answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(m_decided->count(), 1);
    QVERIFY(m_desk->settledLate().isEmpty());
}

void TestDecisionDesk::leavesTheDecisionsOfAnotherOfficerAlone()
{
    loseTheAnswer();
    m_finhub->verifications.failLast(Error::of(ErrorKind::Timeout));
    m_finhub->endSession(api::SessionEnd::SignedOut);
    SessionInfo other = sampleOfficer();
    other.userId = UserId(QStringLiteral("o-2"));
    const int read = m_finhub->verifications.count();
    m_finhub->openSession(other, sampleProfile());
    QCOMPARE(m_desk->waitingForPerson(), 0);
    QCOMPARE(m_finhub->verifications.count(), read);
    QVERIFY(submit(Verdict::Reject)); // FinHub takes one of them
    QCOMPARE(files(), 2);

    m_finhub->endSession(api::SessionEnd::SignedOut);
    m_finhub->openSession(sampleOfficer(), sampleProfile());
    QVERIFY(m_desk->decisionOn(m_id));
    QCOMPARE(m_desk->decisionOn(m_id)->intent().verdict, Verdict::Approve);
    QCOMPARE(m_desk->decisionOn(m_id)->step(), Decision::Step::ReadingBack);
}

void TestDecisionDesk::looksAgainWhenTheConnectionReturns()
{
    loseTheAnswer();
    m_finhub->verifications.failLast(Error::of(ErrorKind::Unreachable));
    const int before = m_finhub->verifications.count();
    Q_EMIT m_finhub->reachableChanged(false);
    QCOMPARE(m_finhub->verifications.count(), before);
    Q_EMIT m_finhub->reachableChanged(true);
    QCOMPARE(m_finhub->verifications.count(), before + 1);
}

void TestDecisionDesk::showsUntilAPersonClosesIt()
{
    loseTheAnswer();
    QVERIFY(!m_desk->closeByPerson(m_id));
    m_finhub->verifications.finishLast(sampleVerification());
    build();
    m_finhub->verifications.finishLast(sampleVerification());
    QCOMPARE(m_desk->decisions().size(), 1);
    QVERIFY(m_desk->closeByPerson(m_id));
    QCOMPARE(m_desk->waitingForPerson(), 0);
    QCOMPARE(files(), 0);
    QCOMPARE(m_journal->kinds().last(), JournalKind::DecisionClosedByPerson);
    build();
    QVERIFY(m_desk->decisions().isEmpty());
}

void TestDecisionDesk::showsWhatCannotBeRead()
{
    QVERIFY(submit());
    m_finhub->verifications.finishLast(sampleVerification());
    const QString name = QDir(m_outbox->folder()).entryList({QStringLiteral("*.intent")}).value(0);
    m_desk.reset();
    QFile file(m_outbox->folder() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("intent 9 from a later version\n");
    file.close();
    build();
    QCOMPARE(m_desk->unreadable().size(), 1);
    QCOMPARE(m_desk->unreadable().first().fault, RecordFault::Newer);
    QCOMPARE(m_desk->waitingForPerson(), 1);
    QVERIFY(submit());
    QTRY_COMPARE(m_decided->count(), 1);
    QCOMPARE(outcome(0).stop, DecisionStop::OpenBefore);
    QVERIFY(m_desk->setAside(name));
    QCOMPARE(m_desk->waitingForPerson(), 0);
    QVERIFY(submit());
    QCOMPARE(m_desk->running(), 1);
}

QTEST_GUILESS_MAIN(TestDecisionDesk)
#include "tst_decisiondesk.moc"
