#include "api/codecs/notecodec.h"
#include "api/codecs/recommendationcodec.h"
#include "api/codecs/verificationcodec.h"
#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

namespace {
const QByteArray Digest = "3bc49e260cca9c2955fcf807eb746333049981472f2505e74fc53078bca24cc4";
const UserId Senior{QStringLiteral("1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061")};

RecommendationRequest testRecommendation(Verdict verdict = Verdict::Approve)
{
    RecommendationRequest request;
    request.verificationId = TestVerification;
    request.verdict = verdict;
    if (verdict != Verdict::Approve)
        request.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
    request.snapshot = Digest;
    request.idempotencyKey = "key-1";
    return request;
}
} // namespace

/// 3.8 to 3.10 as bytes on the wire, and as what their answers become.
class TestClaimCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    void claim()
    {
        m_fixture->server.answer("POST " + VerificationPath, {transcript("claim")});
        Outcome claimed(client().claim(TestVerification));
        QTRY_VERIFY(claimed.hasValue());
        QCOMPARE(claimed->by.id.text(), QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50"));
        QCOMPARE(claimed->by.name, QStringLiteral("Ona Officer"));
        QCOMPARE(claimed->since, QDateTime(QDate(2026, 3, 31), QTime(9, 25), Qt::UTC));
        QCOMPARE(claimed->expiresAt, QDateTime(QDate(2026, 3, 31), QTime(9, 55), Qt::UTC));
        const RawRequestSeen sent = m_fixture->requests().first();
        QCOMPARE(sent.target, VerificationPath + "/claim");
        QCOMPARE(sent.body, QByteArray("{}"));
        QCOMPARE(sent.headerCount("Idempotency-Key"), 0);
    }

    void handOverAndTakeOver()
    {
        m_fixture->server.answer("POST " + VerificationPath, {transcript("claim-taken-over")});
        Outcome handed(client().handOver(TestVerification, Senior));
        QTRY_VERIFY(handed.hasValue());
        QCOMPARE(handed->by.id, Senior);
        Outcome taken(client().takeOver(TestVerification));
        QTRY_VERIFY(taken.hasValue());
        const QList<RawRequestSeen> sent = m_fixture->requests();
        QCOMPARE(sent.at(0).body, QByteArray(R"({"to":"1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061"})"));
        QCOMPARE(sent.at(1).body, QByteArray(R"({"takeOver":true})"));
        for (const char* id : {"", "../x"}) {
            Outcome nobody(client().handOver(TestVerification, UserId(QLatin1String(id))));
            QTRY_VERIFY(nobody.isThere());
            QCOMPARE(nobody.error().kind, ErrorKind::Refused);
        }
        QCOMPARE(m_fixture->requests().size(), qsizetype(2));
    }

    void release()
    {
        m_fixture->server.answer("DELETE " + VerificationPath, {transcript("claim-released")});
        Outcome released(client().release(TestVerification));
        QTRY_VERIFY(released.hasValue());
        const RawRequestSeen sent = m_fixture->requests().first();
        QCOMPARE(sent.method, QByteArray("DELETE"));
        QCOMPARE(sent.target, VerificationPath + "/claim");
        QVERIFY(sent.body.isEmpty());
    }

    void heldBySomebodyElse()
    {
        m_fixture->server.answer("POST " + VerificationPath, {transcript("claimed")});
        Outcome claimed(client().claim(TestVerification));
        QTRY_VERIFY(claimed.isThere());
        QVERIFY(claimed.error().is(ErrorWord::Claimed));
        QVERIFY(claimed.error().claim);
        QCOMPARE(claimed.error().claim->by, (OfficerName{Senior, QStringLiteral("Simas Senior")}));
        QCOMPARE(claimed.error().claim->since, QDateTime(QDate(2026, 3, 31), QTime(9, 20), Qt::UTC));
    }

    /// A 2xx that does not say who holds what is no claim.
    void unclearClaims_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const char* members) {
            QTest::newRow(name) << QByteArray(R"({"code":200,"data":{)") + members + "}}";
        };
        row("nothing", "");
        row("no holder", R"("claim":{"since":"2026-03-31T09:25:00.000Z"})");
        row("null", R"("claim":null)");
        row("another case", R"("verificationId":"v-9","claim":{"by":{"id":"o-1"}})");
        row("a text", R"("claim":"mine")");
    }
    void unclearClaims()
    {
        QFETCH(QByteArray, body);
        m_fixture->server.answer("POST " + VerificationPath, {jsonAnswer(200, body)});
        Outcome claimed(client().claim(TestVerification));
        QTRY_VERIFY(claimed.isThere());
        QVERIFY(!claimed.hasValue());
        QCOMPARE(claimed.error().kind, ErrorKind::OutcomeUnknown);
    }

    /// 3.1, 3.2: what a verification says of its claim.
    void claimsOfVerifications()
    {
        const auto read = [](const QByteArray& claim) {
            return readVerificationAnswer(R"({"data":{"id":"v-1","status":"IN_PROGRESS")" + claim + "}}", {},
                                          VerificationId(QStringLiteral("v-1")));
        };
        QVERIFY(!read({})->claim);
        QVERIFY(!read(R"(,"claim":null)")->claim);
        const auto held =
            read(R"(,"claim":{"by":{"id":7,"name":"O"},"since":1774948500000,"expiresAt":null})");
        QVERIFY(held && held->claim);
        QCOMPARE(held->claim->by.id.text(), QStringLiteral("7"));
        QCOMPARE(held->claim->since, QDateTime(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC));
        QVERIFY(!held->claim->expiresAt.isValid());
        QVERIFY(!read(R"(,"claim":{"by":{}})"));
    }

    void recommend()
    {
        m_fixture->server.answer("POST " + VerificationPath, {transcript("recommendation")});
        RecommendationRequest request = testRecommendation();
        request.notes = QStringLiteral("Checked \"twice\"");
        Outcome recorded(client().recommend(request));
        QTRY_VERIFY(recorded.hasValue());
        QCOMPARE(recorded->verdict.value(), Verdict::Approve);
        QCOMPARE(recorded->round, 1);
        QCOMPARE(recorded->snapshot, Digest);
        QVERIFY(!recorded->withheld);
        const RawRequestSeen sent = m_fixture->requests().first();
        QCOMPARE(sent.target, VerificationPath + "/recommendations");
        QCOMPARE(sent.header("Idempotency-Key"), QByteArray("key-1"));
        const QByteArray expected = "{\"verdict\":\"APPROVED\",\"notes\":\"Checked \\\"twice\\\"\","
                                    "\"snapshot\":\"" +
                                    Digest + "\"}";
        QCOMPARE(sent.body, expected);
        m_fixture->server.answer("POST " + VerificationPath, {transcript("already-recommended")});
        Outcome again(client().recommend(testRecommendation(Verdict::Reject)));
        QTRY_VERIFY(again.isThere());
        QVERIFY(again.error().is(ErrorWord::AlreadyRecommended));
        QVERIFY(m_fixture->requests().last().body.contains(R"("reasonCodes":["FACE_MISMATCH"])"));
    }

    void recommendationsThatAreNotSent()
    {
        using Change = std::function<void(RecommendationRequest&)>;
        const std::vector<std::pair<const char*, Change>> changes{
            {"verdict", [](auto& r) { r.verdict = Verdict::Unknown; }},
            {"reasonCodes", [](auto& r) { r.reasonCodes = {QStringLiteral("FORGED")}; }},
            {"reasonCodes", [](auto& r) { r.verdict = Verdict::Reject; }},
            {"notes", [](auto& r) { r.notes = QString(4001, u'x'); }},
            {"snapshot", [](auto& r) { r.snapshot.clear(); }},
            {"snapshot", [](auto& r) { r.snapshot = r.snapshot.toUpper(); }},
            {"Idempotency-Key", [](auto& r) { r.idempotencyKey = "a b"; }}};
        for (const auto& [member, change] : changes) {
            RecommendationRequest request = testRecommendation();
            change(request);
            Outcome refused(client().recommend(request));
            QTRY_VERIFY(refused.isThere());
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
            QCOMPARE(refused.error().technical, QLatin1String(member));
        }
        QVERIFY(m_fixture->requests().isEmpty());
    }

    /// R19: sent once, and only an answer that says so counts.
    void unclearRecommendations()
    {
        const auto other = [](const char* members) {
            return RawReply{
                jsonAnswer(200, QByteArray(R"({"data":{"id":"r-1","by":{"id":"o"},)") + members + "}}")};
        };
        const QList<RawReply> answers{{QByteArray(), Then::Close},
                                      other(R"("verdict":"REJECTED")"),
                                      other(R"("verificationId":"v-9")"),
                                      {jsonAnswer(200, R"({"data":{}})")},
                                      {transcript("internal-error")}};
        for (const RawReply& answer : answers) {
            const qsizetype before = m_fixture->requests().size();
            m_fixture->server.answer("POST " + VerificationPath, answer);
            Outcome lost(client().recommend(testRecommendation()));
            QTRY_VERIFY(lost.isThere());
            QCOMPARE(lost.error().kind, ErrorKind::OutcomeUnknown);
            QCOMPARE(m_fixture->requests().size(), before + 1);
        }
    }

    /// Oldest first; nothing of a withheld one is taken, also when a host sends it.
    void recommendations()
    {
        m_fixture->server.answer("GET " + VerificationPath, {transcript("recommendations")});
        Outcome page(client().recommendations(TestVerification, 0, 50));
        QTRY_VERIFY(page.hasValue());
        QCOMPARE(m_fixture->requests().first().target, VerificationPath + "/recommendations?page=0&size=50");
        QCOMPARE(page->total, std::optional<qint64>(2));
        QCOMPARE(page->items.at(0).verdict.value(), Verdict::Approve);
        const Recommendation& withheld = page->items.at(1);
        QVERIFY(withheld.withheld);
        QCOMPARE(withheld.by.name, QStringLiteral("Simas Senior"));
        QCOMPARE(withheld.round, 2);
        QVERIFY(withheld.verdict.isAbsent());
        const auto leaky = readRecommendationPage(
            R"({"data":{"recommendations":[{"id":"r","by":{"id":"o"},"withheld":true,"verdict":"REJECTED",)"
            R"("notes":"secret","reasonCodes":["FORGED"],"snapshot":"00"}]}})",
            0, 50);
        QVERIFY(leaky);
        QVERIFY(leaky->items.first().verdict.isAbsent() && leaky->items.first().notes.isEmpty());
        QVERIFY(leaky->items.first().reasonCodes.isEmpty() && leaky->items.first().snapshot.isEmpty());
    }

    void notes()
    {
        m_fixture->server.answer("GET " + VerificationPath, {transcript("notes")});
        Outcome page(client().notes(TestVerification, 0, 50));
        QTRY_VERIFY(page.hasValue());
        QCOMPARE(page->items.first().text, QStringLiteral("Called the customer"));
        QCOMPARE(page->items.first().by.name, QStringLiteral("Ona Officer"));
        m_fixture->server.answer("POST " + VerificationPath, {transcript("note")});
        Outcome added(client().addNote(TestVerification, QStringLiteral("Called the customer"), "key-2"));
        QTRY_VERIFY(added.hasValue());
        QCOMPARE(*added, page->items.first());
        const RawRequestSeen sent = m_fixture->requests().last();
        QCOMPARE(sent.target, VerificationPath + "/notes");
        QCOMPARE(sent.body, QByteArray(R"({"text":"Called the customer"})"));
        QCOMPARE(sent.header("Idempotency-Key"), QByteArray("key-2"));
        for (const QString& text : {QString(), QStringLiteral(" \n"), QString(4001, u'x')}) {
            Outcome refused(client().addNote(TestVerification, text, {}));
            QTRY_VERIFY(refused.isThere());
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
        }
        QVERIFY(!readNoteAnswer(R"({"data":{"id":"n","verificationId":"v-9","by":{"id":"o"}}})",
                                TestVerification));
    }

    void pagesThatNobodyHas()
    {
        for (const auto& [page, size] : {std::pair(-1, 50), std::pair(0, 0), std::pair(0, 1001)}) {
            Outcome recommendations(client().recommendations(TestVerification, page, size));
            Outcome notes(client().notes(TestVerification, page, size));
            QTRY_VERIFY(recommendations.isThere() && notes.isThere());
            QCOMPARE(recommendations.error().kind, ErrorKind::Refused);
            QCOMPARE(notes.error().kind, ErrorKind::Refused);
        }
        QVERIFY(m_fixture->requests().isEmpty());
    }

    void notOffered()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn("extensions-two"));
        Outcome claimed(fixture.client->claim(TestVerification));
        Outcome released(fixture.client->release(TestVerification));
        Outcome recommended(fixture.client->recommend(testRecommendation()));
        Outcome noted(fixture.client->addNote(TestVerification, QStringLiteral("x"), {}));
        Outcome notes(fixture.client->notes(TestVerification, 0, 50));
        Outcome recommendations(fixture.client->recommendations(TestVerification, 0, 50));
        QTRY_VERIFY(claimed.isThere() && released.isThere() && recommended.isThere() && noted.isThere() &&
                    notes.isThere() && recommendations.isThere());
        for (const Error& error : {claimed.error(), released.error(), recommended.error(), noted.error(),
                                   notes.error(), recommendations.error()})
            QCOMPARE(error.kind, ErrorKind::NotOffered);
        QVERIFY(fixture.requests().isEmpty());
    }

    /// Section 3: a 404 of the route makes the extension absent, also when it was a write that found out.
    void absenceIsLearnt()
    {
        m_fixture->server.answer("POST " + VerificationPath, {transcript("route-not-found")});
        Outcome claimed(client().claim(TestVerification));
        QTRY_VERIFY(claimed.isThere());
        QCOMPARE(claimed.error().kind, ErrorKind::NotOffered);
        QVERIFY(!client().offers(Extension::Claims));
        QVERIFY(client().offers(Extension::Notes));
    }

    void directoryFilter()
    {
        DirectoryQuery query;
        query.claims = {ClaimFilter::Mine, ClaimFilter::Free};
        const auto call = client().directory(query, 0, 50);
        QTRY_COMPARE(m_fixture->requests().size(), qsizetype(1));
        QVERIFY(m_fixture->requests().first().target.contains("claim=mine%2Cfree"));
    }

private:
    HttpFinHub& client() { return *m_fixture->client; }

    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestClaimCalls)
#include "tst_claimcalls.moc"
