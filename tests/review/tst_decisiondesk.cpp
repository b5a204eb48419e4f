#include "review/decisiondesk.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

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
    void forgetsWhatIsSettled();
    void keepsWhatIsUnknown();
    void takesAnotherDecisionOnceTheUnknownOneIsLookedAt();
    void decidesTwoCasesBesideEachOther();

private:
    void loseTheAnswer();

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<DecisionDesk> m_desk;
    VerificationId m_id{QStringLiteral("v-1")};
};

void TestDecisionDesk::init()
{
    m_desk.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_desk = std::make_unique<DecisionDesk>(*m_finhub);
}

void TestDecisionDesk::loseTheAnswer()
{
    QVERIFY(m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    m_finhub->verifications.finishLast(sampleVerification());
    m_finhub->decisions.failLast(Error::of(ErrorKind::OutcomeUnknown));
}

void TestDecisionDesk::takesOneDecisionAtATime()
{
    QVERIFY(m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    QCOMPARE(m_desk->running(), 1);
    QVERIFY(!m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    QVERIFY(!m_desk->submit(sampleRequest(Verdict::Reject), sampleVerification()));
    m_finhub->verifications.finish(0, sampleVerification());
    QVERIFY(!m_desk->submit(sampleRequest(Verdict::Reject), sampleVerification()));
    QCOMPARE(m_finhub->verifications.count(), 1);
    QCOMPARE(m_finhub->decisions.count(), 1);
}

void TestDecisionDesk::forgetsWhatIsSettled()
{
    QSignalSpy decided(m_desk.get(), &DecisionDesk::decided);
    QVERIFY(m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    m_finhub->verifications.finish(0, sampleVerification());
    m_finhub->decisions.finish(0, answerTo(sampleRequest(Verdict::Approve)));
    QCOMPARE(decided.count(), 1);
    QCOMPARE(decided.first().at(1).value<DecisionOutcome>().end, DecisionEnd::Applied);
    QVERIFY(!m_desk->decisionOn(m_id));
    QCOMPARE(m_desk->running(), 0);
    QCOMPARE(m_desk->unresolved(), 0);
}

void TestDecisionDesk::keepsWhatIsUnknown()
{
    loseTheAnswer();
    m_finhub->verifications.failLast(Error::of(ErrorKind::Timeout));
    QCOMPARE(m_desk->unresolved(), 1);
    QVERIFY(!m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));

    QSignalSpy decided(m_desk.get(), &DecisionDesk::decided);
    m_desk->checkAgain();
    Verification approved = sampleVerification();
    approved.status = VerificationStatus::Approved;
    approved.decidedBy = QStringLiteral("o-1");
    m_finhub->verifications.finishLast(approved);
    QCOMPARE(decided.count(), 1);
    QCOMPARE(m_desk->unresolved(), 0);
    QCOMPARE(m_finhub->decisions.count(), 1);
}

void TestDecisionDesk::takesAnotherDecisionOnceTheUnknownOneIsLookedAt()
{
    loseTheAnswer();
    m_finhub->verifications.finishLast(sampleVerification());
    QVERIFY(!m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    m_desk->checkAgain();
    m_finhub->verifications.finishLast(sampleVerification());
    QVERIFY(m_desk->submit(sampleRequest(Verdict::Reject), sampleVerification()));
    QCOMPARE(m_desk->unresolved(), 0);
    QCOMPARE(m_desk->running(), 1);
}

void TestDecisionDesk::decidesTwoCasesBesideEachOther()
{
    DecisionRequest other = sampleRequest(Verdict::Reject);
    other.verificationId = VerificationId(QStringLiteral("v-2"));
    QVERIFY(m_desk->submit(sampleRequest(Verdict::Approve), sampleVerification()));
    QVERIFY(m_desk->submit(other, sampleVerification()));
    QCOMPARE(m_desk->running(), 2);
}

QTEST_GUILESS_MAIN(TestDecisionDesk)
#include "tst_decisiondesk.moc"
