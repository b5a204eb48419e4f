#include "review/claims/claimdesk.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const CustomerId Owner{QStringLiteral("c-1")};
const VerificationId Case{QStringLiteral("v-1")};

Claim mine()
{
    const QDateTime since(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    return {{UserId(QStringLiteral("o-1")), QStringLiteral("Ona Officer")}, since, since.addSecs(1800)};
}
} // namespace

/// A claim is given back when its case has been left, and not before a decision on it is over.
class TestClaimDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_decisions.reset();
        m_finhub = std::make_unique<FakeFinHub>();
        m_finhub->openSession(sampleOfficer());
        m_folder = std::make_unique<QTemporaryDir>();
        m_outbox = std::make_unique<Outbox>(m_folder->path());
        m_decisions = std::make_unique<DecisionDesk>(*m_finhub, *m_outbox, nullptr,
                                                     DecisionDesk::Options{std::chrono::milliseconds(0),
                                                                           std::chrono::milliseconds(0),
                                                                           std::chrono::hours(1)});
        m_desk = std::make_unique<ClaimDesk>(*m_finhub, *m_decisions);
    }

    void givesBackWhatIsLeft()
    {
        hold();
        const QSignalSpy idle(m_desk.get(), &ClaimDesk::idle);
        m_desk->leave(Case);
        QCOMPARE(m_finhub->releases.count(), 1);
        QCOMPARE(m_desk->leaving(), 1);
        m_finhub->releases.finishLast(Done());
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(m_desk->leaving(), 0);
    }

    void saysWhoseClaimItWas()
    {
        QSignalSpy done(m_desk.get(), &ClaimDesk::done);
        hold();
        m_desk->leave(Case);
        m_finhub->releases.finishLast(Done());
        QCOMPARE(done.size(), 2);
        for (const QList<QVariant>& said : std::as_const(done)) {
            QCOMPARE(said.at(0).value<CustomerId>(), Owner);
            QCOMPARE(said.at(1).value<VerificationId>(), Case);
        }
        QCOMPARE(done.last().at(2).value<ClaimDeed>(), ClaimDeed::Release);
    }

    void leavesOthersAlone()
    {
        CaseClaim* claim = m_desk->open(Owner, Case);
        Claim theirs = mine();
        theirs.by.id = UserId(QStringLiteral("o-2"));
        claim->seen(theirs);
        m_desk->leave(Case);
        m_desk->leave(VerificationId(QStringLiteral("v-9")));
        QCOMPARE(m_finhub->releases.count(), 0);
        QCOMPARE(m_desk->leaving(), 0);
    }

    /// Left while it is being taken: by the time of the answer nobody wants it any more.
    void leftWhileItIsTaken()
    {
        m_desk->open(Owner, Case)->take();
        m_desk->leave(Case);
        QCOMPARE(m_finhub->releases.count(), 0);
        m_finhub->claims.finishLast(mine());
        QCOMPARE(m_finhub->releases.count(), 1);
    }

    /// Back before it has been given back: it is one's own no more, but the same object goes on.
    void openedAgain()
    {
        CaseClaim* claim = hold();
        m_desk->leave(Case);
        QCOMPARE(m_desk->open(Owner, Case), claim);
        m_finhub->releases.finishLast(Done());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_desk->open(Owner, Case), claim);
        QVERIFY(!claim->claim());
    }

    void waitsForTheDecision()
    {
        hold();
        QVERIFY(m_decisions->submit(sampleRequest(Verdict::Approve), sampleVerification()));
        m_desk->leave(Case);
        QCOMPARE(m_finhub->releases.count(), 0);
        finishDecision(true);
        // FinHub has ended it with the decision (3.8).
        QCOMPARE(m_finhub->releases.count(), 0);
        QCOMPARE(m_desk->leaving(), 0);
    }

    void aRefusedDecisionEndsNothing()
    {
        hold();
        QVERIFY(m_decisions->submit(sampleRequest(Verdict::Approve), sampleVerification()));
        m_desk->leave(Case);
        finishDecision(false);
        QCOMPARE(m_finhub->releases.count(), 1);
    }

    void aDecisionOnTheOpenCase()
    {
        CaseClaim* claim = hold();
        QVERIFY(m_decisions->submit(sampleRequest(Verdict::Approve), sampleVerification()));
        finishDecision(true);
        QVERIFY(!claim->claim());
        QCOMPARE(m_desk->open(Owner, Case), claim);
    }

    void theSessionEnds()
    {
        const QPointer<CaseClaim> claim = hold();
        m_desk->leave(Case);
        m_finhub->endSession(api::SessionEnd::SignedOut);
        QCOMPARE(m_desk->leaving(), 0);
        QTRY_VERIFY(!claim);
        QVERIFY(m_finhub->releases.isAborted(0));
    }

private:
    CaseClaim* hold()
    {
        CaseClaim* claim = m_desk->open(Owner, Case);
        claim->take();
        m_finhub->claims.finishLast(mine());
        return claim;
    }
    /// From the reading before it is sent on.
    void finishDecision(bool recorded)
    {
        if (m_finhub->customers.open() > 0)
            m_finhub->customers.finishLast(sampleCustomer());
        m_finhub->verifications.finishLast(sampleVerification());
        if (m_finhub->customers.open() > 0)
            m_finhub->customers.finishLast(sampleCustomer());
        QCOMPARE(m_finhub->decisions.count(), 1);
        if (recorded) {
            m_finhub->decisions.finishLast(answerTo(sampleRequest(Verdict::Approve)));
            return;
        }
        Error refused = Error::of(ErrorKind::Status);
        refused.status = 422;
        refused.word = ErrorWord::RequiredDocumentsMissing;
        m_finhub->decisions.failLast(refused);
    }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<DecisionDesk> m_decisions;
    std::unique_ptr<ClaimDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestClaimDesk)
#include "tst_claimdesk.moc"
