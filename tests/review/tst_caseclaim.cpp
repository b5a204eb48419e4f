#include "review/claims/caseclaim.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;
using namespace std::chrono_literals;

namespace {
const VerificationId Case{QStringLiteral("v-1")};
const OfficerName Me{UserId(QStringLiteral("o-1")), QStringLiteral("Ona Officer")};
const OfficerName Other{UserId(QStringLiteral("o-2")), QStringLiteral("Simas Senior")};

Claim claimOf(const OfficerName& officer, int minute = 0, std::chrono::seconds lease = 30min)
{
    const QDateTime since(QDate(2026, 3, 31), QTime(9, minute), Qt::UTC);
    return {officer, since, since.addSecs(lease.count())};
}

Error refusal(ErrorWord word, const std::optional<Claim>& claim = {})
{
    Error error = Error::of(ErrorKind::Status);
    error.status = statusOf(word);
    error.word = word;
    error.claim = claim;
    return error;
}
} // namespace

/// 3.8: taken, kept, given back, lost.
class TestCaseClaim : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_claim.reset();
        m_finhub = std::make_unique<FakeFinHub>();
        m_finhub->openSession(sampleOfficer());
        m_claim = std::make_unique<CaseClaim>(*m_finhub, Case);
    }

    void takesAndRenews()
    {
        m_claim->take();
        m_claim->take(); // one call at a time
        QCOMPARE(m_finhub->claims.count(), 1);
        QVERIFY(m_claim->isBusy());
        m_finhub->claims.finishLast(claimOf(Me));
        QVERIFY(m_claim->isMine());
        QVERIFY(!m_claim->isBusy());
        QCOMPARE(m_claim->renewalInterval(), std::chrono::milliseconds(60s));
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->renew();
        QVERIFY(!m_claim->isBusy()); // nobody has to wait for it
        QCOMPARE(m_finhub->claims.count(), 2);
        m_finhub->claims.finishLast(claimOf(Me));
        QVERIFY(m_claim->isMine());
        QVERIFY(lost.isEmpty());
    }

    /// Well before a short lease runs out, and never more often than once a second.
    void renewalsFollowTheLease_data()
    {
        QTest::addColumn<int>("lease");
        QTest::addColumn<int>("interval");
        QTest::newRow("half an hour") << 1800 << 60000;
        QTest::newRow("a minute") << 60 << 20000;
        QTest::newRow("a second") << 1 << 1000;
    }
    void renewalsFollowTheLease()
    {
        QFETCH(int, lease);
        QFETCH(int, interval);
        m_claim->take();
        m_finhub->claims.finishLast(claimOf(Me, 0, std::chrono::seconds(lease)));
        QCOMPARE(m_claim->renewalInterval(), std::chrono::milliseconds(interval));
    }

    void somebodyElseHasIt()
    {
        QSignalSpy failed(m_claim.get(), &CaseClaim::failed);
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->take();
        m_finhub->claims.failLast(refusal(ErrorWord::Claimed, claimOf(Other)));
        QCOMPARE(m_claim->claim(), std::optional(claimOf(Other)));
        QVERIFY(!m_claim->isMine());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(0).value<ClaimDeed>(), ClaimDeed::Take);
        QVERIFY(lost.isEmpty());
        m_claim->renew(); // there is nothing to renew
        QCOMPARE(m_finhub->claims.count(), 1);
    }

    void isLostToSomebodyElse()
    {
        hold();
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->renew();
        m_finhub->claims.failLast(refusal(ErrorWord::Claimed, claimOf(Other, 5)));
        QCOMPARE(lost.size(), 1);
        QCOMPARE(m_claim->claim()->by, Other);
        QCOMPARE(m_claim->renewalInterval(), 0ms);
    }

    void isLostByADecision()
    {
        hold();
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->renew();
        m_finhub->claims.failLast(refusal(ErrorWord::AlreadyDecided));
        QCOMPARE(lost.size(), 1);
        QVERIFY(!m_claim->claim());
    }

    /// What did not reach the server says nothing about who has it.
    void aRenewalThatFails()
    {
        hold();
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->renew();
        m_finhub->claims.failLast(Error::of(ErrorKind::Unreachable));
        QVERIFY(m_claim->isMine());
        QVERIFY(lost.isEmpty());
        QVERIFY(m_claim->renewalInterval() > 0ms);
    }

    /// R19: read back, not sent again.
    void lostAnswers()
    {
        QSignalSpy failed(m_claim.get(), &CaseClaim::failed);
        m_claim->take();
        m_finhub->claims.failLast(Error::of(ErrorKind::OutcomeUnknown));
        QCOMPARE(m_finhub->claims.count(), 1);
        Verification read = sampleVerification();
        read.claim = claimOf(Me);
        m_finhub->verifications.finishLast(read);
        QVERIFY(m_claim->isMine());
        QVERIFY(failed.isEmpty());

        m_claim->renew();
        m_finhub->claims.failLast(Error::of(ErrorKind::OutcomeUnknown));
        m_finhub->verifications.failLast(Error::of(ErrorKind::Unreachable));
        QVERIFY(m_claim->isMine()); // the next renewal will tell
        QVERIFY(failed.isEmpty());

        m_claim->takeOver();
        m_finhub->takeOvers.failLast(Error::of(ErrorKind::OutcomeUnknown));
        read.claim = claimOf(Other);
        m_finhub->verifications.finishLast(read);
        QVERIFY(!m_claim->isMine());
    }

    void handsOver()
    {
        hold();
        const QSignalSpy lost(m_claim.get(), &CaseClaim::lost);
        m_claim->handOver(Other.id);
        QVERIFY(m_claim->isBusy());
        QCOMPARE(m_finhub->handOvers.lastArguments().to, Other.id);
        m_finhub->handOvers.finishLast(claimOf(Other, 10));
        QCOMPARE(m_claim->claim()->by, Other);
        QVERIFY(lost.isEmpty()); // on purpose
        QCOMPARE(m_claim->renewalInterval(), 0ms);
    }

    void handOverToNobody()
    {
        hold();
        QSignalSpy failed(m_claim.get(), &CaseClaim::failed);
        m_claim->handOver(UserId(QStringLiteral("nobody")));
        m_finhub->handOvers.failLast(refusal(ErrorWord::NotFound));
        QVERIFY(m_claim->isMine());
        QCOMPARE(failed.size(), 1);
    }

    void takesOver()
    {
        m_claim->seen(claimOf(Other));
        m_claim->takeOver();
        m_finhub->takeOvers.finishLast(claimOf(Me, 20));
        QVERIFY(m_claim->isMine());
        QVERIFY(m_claim->renewalInterval() > 0ms);
    }

    void givesBack()
    {
        hold();
        const QSignalSpy released(m_claim.get(), &CaseClaim::released);
        m_claim->release();
        QVERIFY(m_claim->isBusy());
        QCOMPARE(m_claim->renewalInterval(), 0ms);
        m_claim->take(); // not before it is over
        QCOMPARE(m_finhub->claims.count(), 1);
        m_finhub->releases.finishLast(Done());
        QVERIFY(!m_claim->claim());
        QCOMPARE(released.size(), 1);
    }

    /// A renewal that overtook the release would hold the case for another lease.
    void givesBackAfterWhatIsUnderWay()
    {
        hold();
        m_claim->renew();
        m_claim->release();
        QCOMPARE(m_finhub->releases.count(), 0);
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(m_finhub->releases.count(), 1);
        m_finhub->releases.failLast(Error::of(ErrorKind::OutcomeUnknown));
        QCOMPARE(m_finhub->verifications.count(), 0); // it runs out by itself
    }

    void whatReadingsSay()
    {
        m_claim->seen(claimOf(Other));
        QCOMPARE(m_claim->claim()->by, Other);
        m_claim->seen(std::nullopt);
        QVERIFY(!m_claim->claim());
        // One's own, as after signing in again: it is kept from then on.
        m_claim->seen(claimOf(Me));
        QVERIFY(m_claim->isMine());
        QVERIFY(m_claim->renewalInterval() > 0ms);
        QCOMPARE(m_finhub->claims.count(), 0);
        // A reading that is older than the claim does not take it away; the server is asked.
        m_claim->seen(std::nullopt);
        QVERIFY(m_claim->isMine());
        QCOMPARE(m_finhub->claims.count(), 1);
        m_claim->seen(claimOf(Other));
        QCOMPARE(m_finhub->claims.count(), 1);
        m_finhub->claims.failLast(refusal(ErrorWord::Claimed, claimOf(Other)));
        QCOMPARE(m_claim->claim()->by, Other);
    }

    void endsWithADecision()
    {
        hold();
        m_claim->renew();
        m_claim->end();
        QVERIFY(!m_claim->claim());
        QVERIFY(m_finhub->claims.isAborted(1));
        QCOMPARE(m_claim->renewalInterval(), 0ms);
    }

    void whatIsNotOffered()
    {
        hold();
        m_claim->renew();
        m_finhub->claims.failLast(Error::of(ErrorKind::NotOffered));
        QVERIFY(!m_claim->claim());
    }

    /// What is said to have been done is what the server says, once, and nothing of renewals.
    void saysWhatWasDone()
    {
        QList<ClaimDeed> deeds;
        connect(m_claim.get(), &CaseClaim::done, this, [&deeds](ClaimDeed deed) { deeds << deed; });
        hold();
        QCOMPARE(deeds, QList<ClaimDeed>{ClaimDeed::Take});
        m_claim->renew();
        m_finhub->claims.finishLast(claimOf(Me));
        m_claim->take(); // one's own already
        m_finhub->claims.finishLast(claimOf(Me));
        m_claim->handOver(Other.id);
        m_finhub->handOvers.failLast(refusal(ErrorWord::NotFound));
        QCOMPARE(deeds.size(), 1);
        m_claim->handOver(Other.id);
        m_finhub->handOvers.failLast(Error::of(ErrorKind::OutcomeUnknown));
        Verification read = sampleVerification();
        read.claim = claimOf(Other);
        m_finhub->verifications.finishLast(read);
        m_claim->takeOver();
        m_finhub->takeOvers.finishLast(claimOf(Me, 20));
        m_claim->release();
        m_finhub->releases.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(deeds, (QList<ClaimDeed>{ClaimDeed::Take, ClaimDeed::HandOver, ClaimDeed::TakeOver}));
        m_claim->release();
        m_finhub->releases.finishLast(Done());
        QCOMPARE(deeds.mid(3), QList<ClaimDeed>{ClaimDeed::Release});
        m_claim->take();
        m_finhub->claims.failLast(refusal(ErrorWord::Claimed, claimOf(Other)));
        QCOMPARE(deeds.size(), 4);
    }

private:
    void hold()
    {
        m_claim->take();
        m_finhub->claims.finishLast(claimOf(Me));
        QVERIFY(m_claim->isMine());
    }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseClaim> m_claim;
};

QTEST_GUILESS_MAIN(TestCaseClaim)
#include "tst_caseclaim.moc"
