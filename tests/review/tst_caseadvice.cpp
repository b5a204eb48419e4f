#include "review/casefile.h"
#include "review/claims/caseadvice.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const VerificationId Case{QStringLiteral("v-1")};

RecommendationRequest request()
{
    RecommendationRequest request;
    request.verificationId = Case;
    request.verdict = Verdict::Approve;
    request.snapshot = QByteArray(64, 'a');
    return request;
}

Recommendation adviceOf(const char* officer, int round = 1)
{
    Recommendation advice;
    advice.id = QLatin1String(officer);
    advice.verificationId = Case;
    advice.round = round;
    advice.by = {UserId(QLatin1String(officer)), QLatin1String(officer)};
    advice.verdict = Verdict::Approve;
    advice.snapshot = QByteArray(64, 'a');
    return advice;
}

Verification higherCase()
{
    Verification verification = sampleVerification();
    verification.level = VerificationLevel::PowerTenant;
    verification.round = 2;
    return verification;
}
} // namespace

/// 3.9: a recommendation on its way, and what the case makes of those that are recorded.
class TestCaseAdvice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_advice.reset();
        m_file.reset();
        m_outcomes.clear();
        m_finhub = std::make_unique<FakeFinHub>();
        SessionInfo senior = sampleOfficer();
        senior.roles << Role::PowerTenant;
        m_finhub->openSession(senior);
        m_advice = std::make_unique<CaseAdvice>(*m_finhub);
        connect(m_advice.get(), &CaseAdvice::finished, this,
                [this](const AdviceOutcome& outcome) { m_outcomes << outcome.result; });
        m_file = std::make_unique<CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
    }

    void sentOnce()
    {
        m_advice->send(request());
        m_advice->send(request());
        QCOMPARE(m_finhub->sentRecommendations.count(), 1);
        QVERIFY(!m_finhub->sentRecommendations.lastArguments().idempotencyKey.isEmpty());
        m_finhub->sentRecommendations.finishLast(adviceOf("o-1"));
        QCOMPARE(m_outcomes.size(), qsizetype(1));
        QVERIFY(m_outcomes.first());
        QVERIFY(!m_advice->isSending());
    }

    void refused()
    {
        m_advice->send(request());
        m_finhub->sentRecommendations.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(m_outcomes.size(), qsizetype(1));
        QCOMPARE(m_outcomes.first().error().kind, ErrorKind::Unreachable);
        QCOMPARE(m_finhub->recommendationPages.count(), 0);
    }

    /// R19.
    void lostAnswers_data()
    {
        QTest::addColumn<QByteArray>("officer");
        QTest::addColumn<bool>("found");
        QTest::newRow("it is there") << QByteArray("o-1") << true;
        QTest::newRow("somebody else's") << QByteArray("o-2") << false;
    }
    void lostAnswers()
    {
        QFETCH(QByteArray, officer);
        QFETCH(bool, found);
        m_advice->send(request());
        m_finhub->sentRecommendations.failLast(Error::of(ErrorKind::OutcomeUnknown));
        QVERIFY(m_advice->isSending());
        m_finhub->recommendationPages.finishLast(
            Page<Recommendation>{{adviceOf(officer.constData())}, 1, 0, 50});
        QCOMPARE(m_outcomes.size(), qsizetype(1));
        QCOMPARE(m_outcomes.first().has_value(), found);
        QCOMPARE(m_finhub->sentRecommendations.count(), 1);
    }

    /// An approval has to wait for somebody else's recommendation of this round.
    void twoPeople()
    {
        load(higherCase());
        QCOMPARE(m_finhub->recommendationPages.count(), 1);
        QCOMPARE(m_file->blockers(Action::Approve), QList{Blocker::SecondPersonUnknown});
        QVERIFY(m_file->blockers(Action::Recommend).isEmpty());
        QVERIFY(m_file->blockers(Action::Reject).isEmpty());
        // Of an earlier round, and one's own.
        answer({adviceOf("o-2", 1), adviceOf("o-1", 2)});
        QCOMPARE(m_file->blockers(Action::Approve), QList{Blocker::SecondPersonMissing});
        QCOMPARE(m_file->blockers(Action::Recommend), QList{Blocker::AlreadyRecommended});
        m_file->loadRecommendations();
        answer({adviceOf("o-2", 2)});
        QVERIFY(m_file->blockers(Action::Approve).isEmpty());
        QVERIFY(m_file->blockers(Action::Recommend).isEmpty());
    }

    void notRead()
    {
        load(higherCase());
        m_finhub->recommendationPages.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(m_file->blockers(Action::Approve), QList{Blocker::SecondPersonUnknown});
    }

    void onePersonIsEnough()
    {
        load(sampleVerification());
        QCOMPARE(m_finhub->recommendationPages.count(), 0);
        QVERIFY(m_file->blockers(Action::Approve).isEmpty());
    }

    void whereTheServerDoesNotSeeToIt()
    {
        m_finhub->withdraw(Extension::Recommendations);
        load(higherCase());
        QCOMPARE(m_finhub->recommendationPages.count(), 0);
        QVERIFY(m_file->blockers(Action::Approve).isEmpty());
        QCOMPARE(m_file->blockers(Action::Recommend), QList{Blocker::RecommendNotOffered});
    }

    void claimedBySomebodyElse()
    {
        load(sampleVerification());
        const Claim theirs{{UserId(QStringLiteral("o-2")), QStringLiteral("Simas Senior")}, {}, {}};
        m_file->apply(std::optional(theirs));
        for (const Action action : {Action::Approve, Action::Reject, Action::RequestResubmission})
            QCOMPARE(m_file->blockers(action), QList{Blocker::ClaimedByOther});
        QCOMPARE(m_file->facts().othersClaim, std::optional(theirs));
        QCOMPARE(m_file->entry()->verification->claim, std::optional(theirs));
        Claim mine = theirs;
        mine.by.id = UserId(QStringLiteral("o-1"));
        m_file->apply(std::optional(mine));
        QVERIFY(m_file->blockers(Action::Approve).isEmpty());
        // 3.8: a decision ends it.
        m_file->apply(answerTo(sampleRequest(Verdict::Reject)));
        QVERIFY(!m_file->verification().value->claim);
    }

private:
    void load(const Verification& verification)
    {
        m_file->load();
        m_finhub->customers.finishLast(sampleCustomer());
        m_finhub->verifications.finishLast(verification);
    }
    void answer(const QList<Recommendation>& all)
    {
        m_finhub->recommendationPages.finishLast(Page<Recommendation>{all, all.size(), 0, 1000});
    }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseAdvice> m_advice;
    std::unique_ptr<CaseFile> m_file;
    QList<Result<Recommendation>> m_outcomes;
};

QTEST_GUILESS_MAIN(TestCaseAdvice)
#include "tst_caseadvice.moc"
