#include "clientsandbox.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QByteArray Digest(64, 'a');
const UserId Officer{QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50")};
const UserId Senior{QStringLiteral("1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061")};
} // namespace

/// 3.8 to 3.10 between two officers: the real client against the real sandbox.
class TestClientClaims : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientSandbox>(sandbox::implementedExtensions(), 200);
        QVERIFY(m_fixture->signIn());
        m_second = std::make_unique<HttpFinHub>(secondOptions());
        Outcome signedIn(
            m_second->signIn(m_fixture->profile(1), {Secret(QByteArrayView("Sandbox-Senior-1")), {}, {}}));
        QVERIFY(isOver(signedIn) && signedIn.hasValue());
    }
    void cleanup()
    {
        m_second.reset();
        m_fixture.reset();
    }

    void oneHasItTheOtherWaits()
    {
        const VerificationId id = waiting(RiskLevel::Low);
        Outcome mine(first().claim(id));
        QVERIFY(isOver(mine) && mine.hasValue());
        QCOMPARE(mine->by.id, Officer);
        QCOMPARE(mine->since.secsTo(mine->expiresAt), qint64(1800));
        Outcome theirs(second().claim(id));
        QVERIFY(isOver(theirs));
        QVERIFY(theirs.error().is(ErrorWord::Claimed));
        QCOMPARE(theirs.error().claim, std::optional<Claim>(*mine));
        Outcome read(second().verification(id));
        QVERIFY(isOver(read) && read.hasValue());
        QCOMPARE(read->claim, std::optional<Claim>(*mine));
        Outcome decided(second().decide(rejection(id)));
        QVERIFY(isOver(decided));
        QVERIFY(decided.error().is(ErrorWord::Claimed));

        Outcome handed(first().handOver(id, Senior));
        QVERIFY(isOver(handed) && handed.hasValue());
        QCOMPARE(handed->by.id, Senior);
        Outcome released(second().release(id));
        QVERIFY(isOver(released) && released.hasValue());
        Outcome again(first().claim(id));
        QVERIFY(isOver(again) && again.hasValue());
        Outcome taken(second().takeOver(id));
        QVERIFY(isOver(taken) && taken.hasValue());
        QCOMPARE(taken->by.id, Senior);
        Outcome notAllowed(first().takeOver(id));
        QVERIFY(isOver(notAllowed));
        QVERIFY(notAllowed.error().is(ErrorWord::InsufficientPermissions));
    }

    void expiry()
    {
        const VerificationId id = waiting(RiskLevel::Low);
        Outcome mine(first().claim(id));
        QVERIFY(isOver(mine) && mine.hasValue());
        m_fixture->hoursLater = 1;
        // The tokens have run out as well; the client sees to that (W4).
        Outcome theirs(second().claim(id));
        QVERIFY(isOver(theirs) && theirs.hasValue());
        QCOMPARE(theirs->by.id, Senior);
    }

    void fourEyes()
    {
        const VerificationId id = waiting(RiskLevel::High);
        Outcome alone(second().decide(approval(id)));
        QVERIFY(isOver(alone));
        QVERIFY(alone.error().is(ErrorWord::SecondPersonRequired));
        QCOMPARE(alone.error().requiredLevel.value(), VerificationLevel::PowerTenant);

        RecommendationRequest advice;
        advice.verificationId = id;
        advice.verdict = Verdict::Reject;
        advice.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
        advice.notes = QStringLiteral("Ąžuolas, not him");
        advice.snapshot = Digest;
        Outcome recorded(first().recommend(advice));
        QVERIFY(isOver(recorded) && recorded.hasValue());
        QCOMPARE(recorded->notes, advice.notes);
        Outcome blind(second().recommendations(id, 0, 50));
        QVERIFY(isOver(blind) && blind.hasValue());
        QVERIFY(blind->items.first().withheld);
        QCOMPARE(blind->items.first().by.id, Officer);
        QVERIFY(blind->items.first().verdict.isAbsent());
        Outcome twice(first().recommend(advice));
        QVERIFY(isOver(twice));
        QVERIFY(twice.error().is(ErrorWord::AlreadyRecommended));
        Outcome decided(second().decide(approval(id)));
        QVERIFY(isOver(decided) && decided.hasValue());
        Outcome open(second().recommendations(id, 0, 50));
        QVERIFY(isOver(open) && open.hasValue());
        QCOMPARE(open->items, QList<Recommendation>{*recorded});
    }

    void notesOnTheCase()
    {
        const VerificationId id = waiting(RiskLevel::Low);
        for (const char* text : {"first", "second"}) {
            Outcome added(first().addNote(id, QString::fromLatin1(text), text));
            QVERIFY(isOver(added) && added.hasValue());
        }
        // The same intent again is the same note (3.7).
        Outcome repeated(first().addNote(id, QStringLiteral("second"), "second"));
        QVERIFY(isOver(repeated) && repeated.hasValue());
        Outcome notes(second().notes(id, 0, 50));
        QVERIFY(isOver(notes) && notes.hasValue());
        QCOMPARE(notes->items.size(), qsizetype(2));
        QCOMPARE(notes->items.first().text, QStringLiteral("second"));
        QCOMPARE(notes->items.first().by.name, QStringLiteral("Ona Officer"));
    }

    void theDirectorySaysWhose()
    {
        const VerificationId id = waiting(RiskLevel::Low);
        Outcome mine(first().claim(id));
        QVERIFY(isOver(mine) && mine.hasValue());
        DirectoryQuery query;
        query.claims = {ClaimFilter::Mine};
        Outcome own(first().directory(query, 0, 50));
        Outcome none(second().directory(query, 0, 50));
        QVERIFY(isOver(own) && own.hasValue() && isOver(none) && none.hasValue());
        QCOMPARE(own->rows.total, std::optional<qint64>(1));
        QCOMPARE(own->rows.items.first().verification->claim, std::optional<Claim>(*mine));
        QCOMPARE(none->rows.total, std::optional<qint64>(0));
    }

private:
    static ClientOptions secondOptions()
    {
        ClientOptions options;
        options.deviceId = "second";
        return options;
    }
    static DecisionRequest rejection(const VerificationId& id)
    {
        DecisionRequest request;
        request.verificationId = id;
        request.verdict = Verdict::Reject;
        request.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
        return request;
    }
    static DecisionRequest approval(const VerificationId& id)
    {
        DecisionRequest request;
        request.verificationId = id;
        request.verdict = Verdict::Approve;
        return request;
    }
    HttpFinHub& first() { return *m_fixture->client; }
    HttpFinHub& second() { return *m_second; }
    /// A case that waits for a decision.
    VerificationId waiting(RiskLevel risk)
    {
        DirectoryQuery query;
        query.stages = {Stage::Approval};
        query.risks = {risk};
        Outcome page(first().directory(query, 0, 1));
        const bool there = isOver(page) && page.hasValue() && !page->rows.items.isEmpty();
        return there ? page->rows.items.first().verification->id : VerificationId();
    }

    std::unique_ptr<ClientSandbox> m_fixture;
    std::unique_ptr<HttpFinHub> m_second;
};

QTEST_MAIN(TestClientClaims)
#include "tst_client_claims.moc"
