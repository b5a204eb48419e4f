#include "review/desk.h"

#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
using Step = Decision::Step;

/// Reads, sends, and gets this as the answer.
void sendAndFail(Desk& desk, const Error& error)
{
    desk.start();
    desk.finhub.verifications.finishLast(sampleVerification());
    desk.finhub.decisions.failLast(error);
}

const Error Lost = Error::of(ErrorKind::OutcomeUnknown);
} // namespace

/// What becomes of a decision whose answer is not known: reading back, sending again under the same key, and
/// another run of the program.
class TestSettling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingButThreeEnds_data();
    void leavesNothingButThreeEnds();
    void tellsOurDecisionFromTheSameOfAnother_data();
    void tellsOurDecisionFromTheSameOfAnother();
    void sendsTheSameAgainWhereThatIsOffered();
    void takesTheRefusalOfARepetitionForTheAnswer_data();
    void takesTheRefusalOfARepetitionForTheAnswer();
    void doesNotTakeAnUnsentRepetitionForTheAnswer();
    void endsRepeating();
    void neverSendsWhatHasChanged();
    void settlesWhatAnotherRunHasLeft_data();
    void settlesWhatAnotherRunHasLeft();
    void saysThatItNeverLeft();
    void closesWhatWasSettledBefore_data();
    void closesWhatWasSettledBefore();
    void asksForLostWordsUnderTheOldKey();
    void sendsAgainAfterARestartWhereThereWereNoWords();
    void undoes();
    void staysWhenTheSessionEndsFirst();
    void sendsNothingThatCannotBeWrittenDown_data();
    void sendsNothingThatCannotBeWrittenDown();
    void isClosedByAPerson();
};

void TestSettling::leavesNothingButThreeEnds_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<DecisionEnd>("end");
    const auto kind = [](ErrorKind k) { return Error::of(k); };
    // Nothing was sent.
    QTest::newRow("not acceptable") << kind(ErrorKind::Refused) << DecisionEnd::Refused;
    QTest::newRow("no connection") << kind(ErrorKind::Unreachable) << DecisionEnd::Refused;
    QTest::newRow("TLS") << kind(ErrorKind::Tls) << DecisionEnd::Refused;
    QTest::newRow("not offered") << kind(ErrorKind::NotOffered) << DecisionEnd::Refused;
    QTest::newRow("session over") << kind(ErrorKind::SessionEnded) << DecisionEnd::Refused;
    // Anything that does not say so.
    QTest::newRow("lost") << Lost << DecisionEnd::Unknown;
    QTest::newRow("deadline") << kind(ErrorKind::Timeout) << DecisionEnd::Unknown;
    QTest::newRow("unreadable") << kind(ErrorKind::BadAnswer) << DecisionEnd::Unknown;
    QTest::newRow("too large") << kind(ErrorKind::TooLarge) << DecisionEnd::Unknown;
    for (int status = 400; status < 500; ++status) {
        const bool open = status == 408 || status == 409;
        QTest::addRow("%d", status) << errorOf(status)
                                    << (open ? DecisionEnd::Unknown : DecisionEnd::Refused);
    }
    for (const int status : {300, 302, 500, 502, 503, 599})
        QTest::addRow("%d", status) << errorOf(status) << DecisionEnd::Unknown;
}

void TestSettling::leavesNothingButThreeEnds()
{
    QFETCH(Error, error);
    QFETCH(DecisionEnd, end);
    Desk desk(Verdict::Approve);
    sendAndFail(desk, error);
    // Only what is unknown is read back.
    QCOMPARE(desk.owned->step(), end == DecisionEnd::Unknown ? Step::ReadingBack : Step::Finished);
    if (end == DecisionEnd::Unknown)
        desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.owned->outcome()->end, end);
    QCOMPARE(desk.finhub.decisions.count(), 1);
    const bool stays = end == DecisionEnd::Unknown || error.kind == ErrorKind::SessionEnded;
    QCOMPARE(desk.isKept(), stays);
}

void TestSettling::tellsOurDecisionFromTheSameOfAnother_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("ours");
    for (const auto& [verdict, name] : WireNames<Verdict>::table) {
        QTest::addRow("%s, ours", name) << verdict << true;
        QTest::addRow("%s, from another window of ours", name) << verdict << false;
    }
}

/// Officer, verdict and reasons are the same; only the tag in the notes differs.
void TestSettling::tellsOurDecisionFromTheSameOfAnother()
{
    QFETCH(Verdict, verdict);
    QFETCH(bool, ours);
    Desk desk(verdict);
    sendAndFail(desk, Lost);
    Verification current = decided(verdict);
    current.notes = *composeNotes({}, ours ? desk.owned->intent().id : QByteArray("11111111-2222-4333"), {});
    desk.finhub.verifications.finishLast(current);
    QCOMPARE(desk.owned->outcome()->end, ours ? DecisionEnd::Applied : DecisionEnd::Refused);
    QCOMPARE(desk.owned->outcome()->changedBefore, !ours);
    QVERIFY(!desk.isKept());
}

void TestSettling::sendsTheSameAgainWhereThatIsOffered()
{
    Desk desk(Verdict::Reject);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::VerificationReject,
                            Extension::ConditionalDecision, Extension::IdempotentDecision});
    sendAndFail(desk, Lost);
    desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.owned->step(), Step::Pausing);
    QTRY_COMPARE(desk.finhub.decisions.count(), 2);
    QVERIFY(desk.finhub.decisions.arguments(0) == desk.finhub.decisions.arguments(1));
    desk.finhub.decisions.finishLast(answerTo(sampleRequest(Verdict::Reject)));
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
    QCOMPARE(desk.finished->count(), 1);
    QVERIFY(!desk.isKept());
}

void TestSettling::takesTheRefusalOfARepetitionForTheAnswer_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow("412") << errorOf(412, ErrorWord::StaleVersion) << true;
    QTest::newRow("decided") << errorOf(409, ErrorWord::AlreadyDecided) << true;
    QTest::newRow("missing documents") << errorOf(422, ErrorWord::RequiredDocumentsMissing) << true;
    // Before FinHub looks for the key: it says nothing about the first transmission.
    QTest::newRow("not permitted") << errorOf(403, ErrorWord::InsufficientPermissions) << false;
    QTest::newRow("too many") << errorOf(429, ErrorWord::RateLimited) << false;
    QTest::newRow("in progress") << errorOf(409, ErrorWord::IdempotencyInProgress) << false;
    QTest::newRow("500") << errorOf(500) << false;
    // The first one was recorded, with other words.
    QTest::newRow("key reused") << errorOf(422, ErrorWord::IdempotencyKeyReused) << false;
}

void TestSettling::takesTheRefusalOfARepetitionForTheAnswer()
{
    QFETCH(Error, error);
    QFETCH(bool, isAnswer);
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    sendAndFail(desk, Lost);
    desk.finhub.verifications.finishLast(sampleVerification());
    QTRY_COMPARE(desk.finhub.decisions.count(), 2);
    desk.finhub.decisions.failLast(error);
    QCOMPARE(desk.owned->step(), Step::ReadingBack);
    desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.owned->step(), isAnswer ? Step::Finished : Step::Pausing);
    if (isAnswer)
        QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.isKept(), !isAnswer);
}

void TestSettling::doesNotTakeAnUnsentRepetitionForTheAnswer()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    sendAndFail(desk, Lost);
    desk.finhub.verifications.finishLast(sampleVerification());
    QTRY_COMPARE(desk.finhub.decisions.count(), 2);
    desk.finhub.decisions.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(desk.isKept());
}

void TestSettling::endsRepeating()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    desk.finhub.verifications.answer = [](const auto&) { return sampleVerification(); };
    desk.finhub.decisions.answer = [](const auto&) { return failure(errorOf(500)); };
    desk.start();
    QTRY_VERIFY(desk.owned->isUnresolved());
    QCOMPARE(desk.finhub.decisions.count(), 4); // the first and maxRepeats
    QVERIFY(!desk.owned->mayDecideAgain());
    desk.owned->checkAgain();
    QTRY_COMPARE(desk.finhub.decisions.count(), 7);
}

/// Without a condition a repetition would decide what the officer has not seen.
void TestSettling::neverSendsWhatHasChanged()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    sendAndFail(desk, Lost);
    Verification grown = sampleVerification();
    grown.version = 5;
    grown.documents << sampleDocument(QStringLiteral("d-4"), DocumentType::Selfie);
    desk.finhub.verifications.finishLast(grown);
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(!desk.owned->mayDecideAgain());
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestSettling::settlesWhatAnotherRunHasLeft_data()
{
    QTest::addColumn<Verification>("found");
    QTest::addColumn<bool>("tagged");
    QTest::addColumn<DecisionEnd>("end");
    QTest::newRow("recorded") << decided(Verdict::Approve) << true << DecisionEnd::Applied;
    QTest::newRow("somebody else's") << decided(Verdict::Reject) << false << DecisionEnd::Refused;
    QTest::newRow("as it was") << sampleVerification() << false << DecisionEnd::Unknown;
}

void TestSettling::settlesWhatAnotherRunHasLeft()
{
    QFETCH(Verification, found);
    QFETCH(bool, tagged);
    QFETCH(DecisionEnd, end);
    Desk desk(Verdict::Approve);
    desk.start();
    desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.finhub.decisions.count(), 1);
    desk.restart(false);
    desk.owned->settle();
    QCOMPARE(desk.owned->step(), Step::ReadingBack);
    desk.finhub.verifications.finishLast(tagged ? desk.withOurTag(found) : found);
    QCOMPARE(desk.finished->count(), 1);
    QCOMPARE(desk.owned->outcome()->end, end);
    QCOMPARE(desk.isKept(), end == DecisionEnd::Unknown);
    QCOMPARE(desk.finhub.decisions.count(), 1);
}

void TestSettling::saysThatItNeverLeft()
{
    Desk desk(Verdict::Approve);
    for (int run = 0; run < 3; ++run) {
        desk.restart(false);
        desk.owned->settle();
        QVERIFY(desk.owned->isNotSent());
        QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
        QCOMPARE(desk.owned->outcome()->stop, DecisionStop::NotSent);
        QVERIFY(desk.isKept()); // until a person has seen it
    }
    QCOMPARE(desk.finhub.verifications.count(), 0);
    QCOMPARE(desk.journal.events.size(), 1);
}

void TestSettling::closesWhatWasSettledBefore_data()
{
    QTest::addColumn<IntentState>("state");
    QTest::addColumn<DecisionEnd>("end");
    QTest::newRow("applied") << IntentState::Applied << DecisionEnd::Applied;
    QTest::newRow("refused") << IntentState::Refused << DecisionEnd::Refused;
}

/// The program ended between writing the outcome down and removing the file.
void TestSettling::closesWhatWasSettledBefore()
{
    QFETCH(IntentState, state);
    QFETCH(DecisionEnd, end);
    Desk desk(Verdict::Approve);
    desk.owned.reset();
    {
        auto left = desk.outbox.takeOver(UserId(QStringLiteral("o-1")));
        QVERIFY(left.front()->note(IntentState::Sending));
        QVERIFY(left.front()->note(state));
    }
    desk.restart(false);
    desk.owned->settle();
    QCOMPARE(desk.owned->outcome()->end, end);
    QVERIFY(!desk.isKept());
    QCOMPARE(desk.finhub.verifications.count(), 0);
}

void TestSettling::asksForLostWordsUnderTheOldKey()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    desk.start();
    desk.finhub.verifications.finishLast(sampleVerification());
    const QByteArray key = desk.owned->intent().id;
    desk.restart(false);
    desk.owned->settle();
    desk.finhub.verifications.finishLast(sampleVerification());
    QVERIFY(desk.owned->isUnresolved());
    QVERIFY(desk.owned->isTextLost());
    QVERIFY(desk.owned->mayDecideAgain());
    QCOMPARE(desk.finhub.decisions.count(), 1);

    QVERIFY(desk.owned->confirmAgain(sampleIntent(Verdict::Approve, sampleVerification(), &desk.seal),
                                     sampleVerification(), std::chrono::milliseconds(0)));
    desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.finhub.decisions.count(), 2);
    QCOMPARE(desk.finhub.decisions.lastArguments().idempotencyKey, key);
    // The first one had arrived after all.
    desk.finhub.decisions.failLast(errorOf(422, ErrorWord::IdempotencyKeyReused));
    desk.finhub.verifications.finishLast(desk.withOurTag(decided(Verdict::Approve)));
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Applied);
    QVERIFY(!desk.isKept());
}

void TestSettling::sendsAgainAfterARestartWhereThereWereNoWords()
{
    Desk desk(Verdict::Approve);
    desk.finhub.setOffered({Extension::VerificationRead, Extension::IdempotentDecision});
    desk.owned->forgetText();
    desk.owned.reset();
    for (auto& left : desk.outbox.takeOver(UserId(QStringLiteral("o-1"))))
        QVERIFY(left->close());
    auto kept = desk.outbox.add(sampleIntent(Verdict::Approve));
    QVERIFY(kept);
    desk.build(std::move(*kept));
    desk.start();
    desk.finhub.verifications.finishLast(sampleVerification());
    desk.restart(false);
    desk.owned->settle();
    desk.finhub.verifications.finishLast(sampleVerification());
    QTRY_COMPARE(desk.finhub.decisions.count(), 2);
    QVERIFY(desk.finhub.decisions.arguments(0) == desk.finhub.decisions.arguments(1));
}

void TestSettling::undoes()
{
    Desk desk(Verdict::Approve);
    desk.owned->start(sampleVerification(), std::chrono::hours(1));
    QCOMPARE(desk.owned->step(), Step::Holding);
    QVERIFY(desk.owned->heldFor() > std::chrono::minutes(59));
    QVERIFY(desk.owned->undo());
    QCOMPARE(desk.owned->outcome()->stop, DecisionStop::Undone);
    QCOMPARE(desk.finhub.verifications.count() + desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.journal.kinds(), QList({JournalKind::DecisionUndone}));
    QVERIFY(!desk.isKept());
    QVERIFY(!desk.owned->undo());
}

void TestSettling::staysWhenTheSessionEndsFirst()
{
    Desk desk(Verdict::Approve);
    desk.owned->start(sampleVerification(), std::chrono::hours(1));
    desk.owned->interrupt();
    QVERIFY(desk.owned->isNotSent());
    QVERIFY(desk.isKept());
    QCOMPARE(desk.finhub.verifications.count(), 0);
}

void TestSettling::sendsNothingThatCannotBeWrittenDown_data()
{
    QTest::addColumn<bool>("journal");
    QTest::newRow("journal") << true;
    QTest::newRow("outbox") << false;
}

void TestSettling::sendsNothingThatCannotBeWrittenDown()
{
    QFETCH(bool, journal);
    Desk desk(Verdict::Approve);
    desk.start();
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    if (journal) {
        desk.journal.writable = false;
    } else {
        // Every file has reached its largest size: what a full disk looks like.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{0, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    desk.finhub.verifications.finishLast(sampleVerification());
    ::setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(desk.finhub.decisions.count(), 0);
    QCOMPARE(desk.owned->outcome()->end, DecisionEnd::Refused);
    QCOMPARE(desk.owned->outcome()->stop,
             journal ? DecisionStop::JournalUnwritable : DecisionStop::OutboxUnwritable);
}

void TestSettling::isClosedByAPerson()
{
    Desk desk(Verdict::Approve);
    sendAndFail(desk, Lost);
    QVERIFY(!desk.owned->closeByPerson()); // it is still being read back
    desk.finhub.verifications.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(desk.owned->isUnresolved());
    desk.journal.writable = false;
    QVERIFY(!desk.owned->closeByPerson());
    desk.journal.writable = true;
    QVERIFY(desk.owned->closeByPerson());
    QVERIFY(!desk.isKept());
    QCOMPARE(desk.journal.kinds().last(), JournalKind::DecisionClosedByPerson);
}

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
