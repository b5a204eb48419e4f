#include "review/claims/bulkclaims.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const OfficerName Me{UserId(QStringLiteral("o-1")), QStringLiteral("Ona Officer")};
const OfficerName Other{UserId(QStringLiteral("o-2")), QStringLiteral("Simas Senior")};

Claim claimOf(const OfficerName& officer)
{
    const QDateTime since(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    return {officer, since, since.addSecs(1800)};
}

DirectoryEntry entry(const char* id, const std::optional<Claim>& claim = {},
                     VerificationStatus status = VerificationStatus::InProgress)
{
    DirectoryEntry entry;
    entry.id = CustomerId(QStringLiteral("c-%1").arg(QLatin1String(id)));
    entry.verification.emplace();
    entry.verification->id = VerificationId(QStringLiteral("v-%1").arg(QLatin1String(id)));
    entry.verification->status = status;
    entry.verification->claim = claim;
    return entry;
}

Error claimed()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = statusOf(ErrorWord::Claimed);
    error.word = ErrorWord::Claimed;
    error.claim = claimOf(Other);
    return error;
}
} // namespace

/// Many claims, one after the other, with a result for each.
class TestBulkClaims : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_claims.reset();
        m_finhub = std::make_unique<FakeFinHub>();
        m_finhub->openSession(sampleOfficer());
    }

    void takesOneAfterTheOther()
    {
        begin(ClaimDeed::Take, {entry("1"), entry("2"), entry("3")});
        QSignalSpy done(m_claims.get(), &BulkClaims::done);
        const QSignalSpy finished(m_claims.get(), &BulkClaims::finished);
        m_claims->start();
        m_claims->start(); // once
        QCOMPARE(m_finhub->claims.count(), 1);
        QCOMPARE(states(), (QList<BulkState>{BulkState::Running, BulkState::Waiting, BulkState::Waiting}));
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(m_finhub->claims.count(), 2);
        QCOMPARE(m_claims->ended(), 1);
        // Somebody was faster: that is this one's result, and the next is asked for all the same.
        m_finhub->claims.failLast(claimed());
        QCOMPARE(m_finhub->claims.count(), 3);
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(states(), (QList<BulkState>{BulkState::Done, BulkState::Failed, BulkState::Done}));
        QCOMPARE(m_claims->items().first().claim->expiresAt, claimOf(Me).expiresAt);
        QVERIFY(m_claims->items().at(1).error.is(ErrorWord::Claimed));
        QCOMPARE(finished.size(), 1);
        QVERIFY(!m_claims->isRunning());
        QCOMPARE(done.size(), 2);
        QCOMPARE(done.last().at(0).value<CustomerId>().text(), QStringLiteral("c-3"));
        QCOMPARE(done.last().at(1).value<VerificationId>().text(), QStringLiteral("v-3"));
        QCOMPARE(done.last().at(2).value<ClaimDeed>(), ClaimDeed::Take);
    }

    void asksForNothingThatIsNotOpen()
    {
        DirectoryEntry none;
        none.id = CustomerId(QStringLiteral("c-9"));
        begin(ClaimDeed::Take, {none, entry("1", {}, VerificationStatus::Approved),
                                entry("2", {}, VerificationStatus::Rejected), entry("3")});
        m_claims->start();
        QCOMPARE(m_finhub->claims.count(), 1);
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(states(), (QList<BulkState>{BulkState::NothingOpen, BulkState::NothingOpen,
                                             BulkState::NothingOpen, BulkState::Done}));
    }

    void givesBackOnlyOnesOwn()
    {
        begin(ClaimDeed::Release, {entry("1", claimOf(Other)), entry("2", claimOf(Me)), entry("3")});
        m_claims->start();
        QCOMPARE(m_finhub->releases.count(), 1);
        m_finhub->releases.finishLast(Done());
        QCOMPARE(states(), (QList<BulkState>{BulkState::NotMine, BulkState::Done, BulkState::NotMine}));
    }

    /// An answer that was lost is a result; it is not asked for again (W3).
    void aLostAnswer()
    {
        begin(ClaimDeed::Take, {entry("1"), entry("2")});
        m_claims->start();
        m_finhub->claims.failLast(Error::of(ErrorKind::OutcomeUnknown));
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(m_finhub->claims.count(), 2);
        QCOMPARE(states(), (QList<BulkState>{BulkState::Failed, BulkState::Done}));
    }

    void cancels()
    {
        begin(ClaimDeed::Take, {entry("1"), entry("2"), entry("3")});
        const QSignalSpy finished(m_claims.get(), &BulkClaims::finished);
        m_claims->start();
        m_claims->cancel();
        QVERIFY(m_claims->isRunning()); // what was asked for may have been done
        m_finhub->claims.finishLast(claimOf(Me));
        QCOMPARE(m_finhub->claims.count(), 1);
        QCOMPARE(states(), (QList<BulkState>{BulkState::Done, BulkState::Cancelled, BulkState::Cancelled}));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_claims->ended(), 3);
    }

    /// Nobody is asked many times what nobody answers.
    void endsWithTheSession()
    {
        begin(ClaimDeed::Take, {entry("1"), entry("2"), entry("3")});
        m_claims->start();
        m_finhub->claims.failLast(Error::of(ErrorKind::SessionEnded));
        QCOMPARE(m_finhub->claims.count(), 1);
        QCOMPARE(states(), (QList<BulkState>{BulkState::Failed, BulkState::Cancelled, BulkState::Cancelled}));
    }

    void nothingToDo()
    {
        begin(ClaimDeed::Take, {});
        const QSignalSpy finished(m_claims.get(), &BulkClaims::finished);
        m_claims->start();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_finhub->claims.count(), 0);
    }

private:
    void begin(ClaimDeed deed, const QList<DirectoryEntry>& entries)
    {
        m_claims = std::make_unique<BulkClaims>(*m_finhub, deed, entries);
    }
    QList<BulkState> states() const
    {
        QList<BulkState> states;
        for (const BulkItem& item : m_claims->items())
            states << item.state;
        return states;
    }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<BulkClaims> m_claims;
};

QTEST_GUILESS_MAIN(TestBulkClaims)
#include "tst_bulkclaims.moc"
