#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 3.9, sentence by sentence, and 7.7.
class TestRecommendations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestStore::isPostgresWanted() && !TestStore::missing(StoreKind::Postgres).isEmpty())
            QSKIP(qPrintable(TestStore::missing(StoreKind::Postgres)));
    }
    void init() { begin({}); }
    void cleanup() { m_sandbox.reset(); }

    void recorded()
    {
        Json body = CaseWalk::recommendation();
        body["notes"] = "  Checked against the register ";
        const Json data = recommend(*m_officer, body).data();
        QCOMPARE(textAt(data, "/by/id"), OfficerId);
        QCOMPARE(textAt(data, "/by/name"), QStringLiteral("Ona Officer"));
        QCOMPARE(textAt(data, "/at"), QStringLiteral("2026-03-31T09:15:00.000Z"));
        QCOMPARE(data.at("round"), Json(1));
        QCOMPARE(data.at("withheld"), Json(false));
        QCOMPARE(textAt(data, "/notes"), QStringLiteral("Checked against the register"));
        QCOMPARE(textAt(data, "/snapshot"), QString(64, u'a'));
        QCOMPARE(list(*m_officer), Json::array({data}));
        // The timeline says that, not what.
        const Json timeline =
            m_officer->get(QStringLiteral("%1/%2/timeline").arg(Customers, textAt(m_started, "/customerId")))
                .data()
                .at("events")
                .at(0);
        QCOMPARE(textAt(timeline, "/type"), QStringLiteral("verification.recommended"));
        QVERIFY(timeline.dump().find("APPROVED") == std::string::npos);
        // 3.2: the verification's own notes are others.
        QVERIFY(m_officer->get(m_path).data().at("notes").is_null());
        QVERIFY(recommend(*m_senior, CaseWalk::recommendation()).data().at("notes").is_null());
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const char* change, const char* field) {
            QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(field);
        };
        row("no verdict", R"({"verdict":null})", "verdict");
        row("unknown verdict", R"({"verdict":"MAYBE"})", "verdict");
        row("an open status", R"({"verdict":"IN_PROGRESS"})", "verdict");
        row("approval with codes", R"({"reasonCodes":["FORGED"]})", "reasonCodes");
        row("rejection without codes", R"({"verdict":"REJECTED"})", "reasonCodes");
        row("unknown code", R"({"verdict":"REJECTED","reasonCodes":["BAD_MOOD"]})", "reasonCodes");
        row("code twice", R"({"verdict":"REJECTED","reasonCodes":["FORGED","FORGED"]})", "reasonCodes");
        row("no codes at all", R"({"verdict":"REJECTED","reasonCodes":"FORGED"})", "reasonCodes");
        row("no snapshot", R"({"snapshot":null})", "snapshot");
        row("short snapshot", R"({"snapshot":"abc"})", "snapshot");
        row("upper case",
            R"({"snapshot":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})", "snapshot");
        row("no hex", R"({"snapshot":"gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg"})",
            "snapshot");
        row("notes that are none", R"({"notes":7})", "notes");
    }
    void values()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, field);
        Json body = CaseWalk::recommendation();
        body.update(Json::parse(change.toStdString()));
        const Reply reply = recommend(*m_officer, body);
        QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(reply.fields(), QStringList{field});
        QVERIFY(list(*m_officer).empty());
    }

    void notesHaveALimit()
    {
        Json body = CaseWalk::recommendation();
        body["notes"] = std::string(4001, 'x');
        QCOMPARE(recommend(*m_officer, body).fields(), QStringList{QStringLiteral("notes")});
        body["notes"] = std::string(4000, 'x');
        QCOMPARE(recommend(*m_officer, body).status, 200);
    }

    void rejectOff()
    {
        begin({Extension::VerificationReject});
        for (const char* verdict : {"REJECTED", "RESUBMISSION_REQUESTED"})
            QCOMPARE(recommend(*m_officer, CaseWalk::recommendation(verdict)).fields(),
                     QStringList{QStringLiteral("verdict")});
        QCOMPARE(recommend(*m_officer, CaseWalk::recommendation()).status, 200);
    }

    void onceInARound()
    {
        const QString first = textAt(recommend(*m_officer, CaseWalk::recommendation()).data(), "/id");
        // The state stands before the rule: another verdict, and one that nobody may give, say the same.
        Json final = CaseWalk::recommendation("RESUBMISSION_REQUESTED");
        final["reasonCodes"] = {"FORGED"};
        for (const Json& body : {CaseWalk::recommendation(), CaseWalk::recommendation("REJECTED"), final}) {
            const Reply again = recommend(*m_officer, body);
            QCOMPARE(again.status, 409);
            QCOMPARE(again.error(), QStringLiteral("ALREADY_RECOMMENDED"));
            QCOMPARE(textAt(again.body, "/data/recommendationId"), first);
            QCOMPARE(again.data().at("round"), Json(1));
        }
        QCOMPARE(decide(*m_senior, "RESUBMISSION_REQUESTED").status, 200);
        QCOMPARE(recommend(*m_officer, CaseWalk::recommendation()).data().at("round"), Json(2));
        QCOMPARE(list(*m_officer).size(), std::size_t(2));
    }

    void reasonsThatAllowNoRetry()
    {
        Json body = CaseWalk::recommendation("RESUBMISSION_REQUESTED");
        body["reasonCodes"] = {"FORGED", "LOW_RESOLUTION"};
        const Reply reply = recommend(*m_officer, body);
        QCOMPARE(reply.error(), QStringLiteral("REASON_NOT_RETRYABLE"));
        QCOMPARE(reply.data().at("reasonCodes"), Json::parse(R"(["FORGED"])"));
    }

    void closedOnes()
    {
        recommend(*m_officer, CaseWalk::recommendation("REJECTED"));
        QCOMPARE(decide(*m_senior, "REJECTED").status, 200);
        QCOMPARE(recommend(*m_senior, CaseWalk::recommendation()).error(), QStringLiteral("ALREADY_DECIDED"));
        QCOMPARE(recommend(*m_officer, CaseWalk::recommendation()).error(),
                 QStringLiteral("ALREADY_DECIDED"));
        // Nothing is withheld any longer, from nobody.
        SandboxClient viewer = m_sandbox->viewer();
        for (SandboxClient* client : {&*m_senior, &viewer})
            QCOMPARE(textAt(list(*client).at(0), "/verdict"), QStringLiteral("REJECTED"));
    }

    /// Blind until the own one is recorded, and only in the current round.
    void blind()
    {
        recommend(*m_officer, CaseWalk::recommendation("REJECTED"));
        const Json hidden = list(*m_senior).at(0);
        QCOMPARE(hidden.at("withheld"), Json(true));
        QCOMPARE(textAt(hidden, "/by/id"), OfficerId);
        for (const char* member : {"verdict", "reasonCodes", "notes", "snapshot"})
            QVERIFY2(!hidden.contains(member), member);
        QCOMPARE(list(*m_officer).at(0).at("withheld"), Json(false));
        QCOMPARE(recommend(*m_senior, CaseWalk::recommendation()).status, 200);
        const Json both = list(*m_senior);
        QCOMPARE(textAt(both.at(0), "/verdict"), QStringLiteral("REJECTED"));
        QCOMPARE(textAt(both.at(1), "/verdict"), QStringLiteral("APPROVED"));
        // The next round is blind again; the one before is not.
        QCOMPARE(decide(*m_officer, "RESUBMISSION_REQUESTED").status, 200);
        recommend(*m_officer, CaseWalk::recommendation());
        const Json later = list(*m_senior);
        QCOMPARE(later.size(), std::size_t(3));
        QCOMPARE(later.at(0).at("withheld"), Json(false));
        QCOMPARE(later.at(2).at("withheld"), Json(true));
        QCOMPARE(later.at(2).at("round"), Json(2));
    }

    /// 7.7: of an open verification always, whatever the round.
    void viewers()
    {
        recommend(*m_officer, CaseWalk::recommendation("REJECTED"));
        QCOMPARE(decide(*m_officer, "RESUBMISSION_REQUESTED").status, 200);
        recommend(*m_officer, CaseWalk::recommendation());
        SandboxClient viewer = m_sandbox->viewer();
        const Json seen = list(viewer);
        QCOMPARE(seen.size(), std::size_t(2));
        for (const Json& recommendation : seen) {
            QCOMPARE(recommendation.at("withheld"), Json(true));
            QVERIFY(!recommendation.contains("verdict"));
        }
        QCOMPARE(recommend(viewer, CaseWalk::recommendation()).error(),
                 QStringLiteral("INSUFFICIENT_PERMISSIONS"));
    }

    void pages()
    {
        recommend(*m_officer, CaseWalk::recommendation());
        recommend(*m_senior, CaseWalk::recommendation());
        const Json data = m_officer->get(m_path + QStringLiteral("/recommendations?page=1&size=1")).data();
        QCOMPARE(data.at("pagination"), (Json{{"total", 2}, {"page", 1}, {"size", 1}}));
        QCOMPARE(textAt(data, "/recommendations/0/by/id"), SeniorId);
        QCOMPARE(m_officer->get(m_path + QStringLiteral("/recommendations?size=0")).error(),
                 QStringLiteral("VALIDATION_FAILED"));
    }

    /// An approval above the tenant's level needs another officer's recommendation of this round.
    void secondPerson()
    {
        begin({}, "fs-cat-b2c-high-001");
        Reply alone = decide(*m_senior, "APPROVED");
        QCOMPARE(alone.error(), QStringLiteral("REQUIRED_DOCUMENTS_MISSING"));
        CaseWalk(*m_officer).uploadAll(m_started);
        alone = decide(*m_senior, "APPROVED");
        QCOMPARE(alone.status, 422);
        QCOMPARE(alone.error(), QStringLiteral("SECOND_PERSON_REQUIRED"));
        QCOMPARE(alone.data(), Json::parse(QStringLiteral(R"({"error":"SECOND_PERSON_REQUIRED",
            "verificationId":"%1","requiredLevel":"POWER_TENANT_VERIFIED","round":1,"recommendedBy":[]})")
                                               .arg(textAt(m_started, "/verificationId"))
                                               .toStdString()));
        // One's own does not count, but is named.
        recommend(*m_senior, CaseWalk::recommendation());
        QCOMPARE(decide(*m_senior, "APPROVED").data().at("recommendedBy"),
                 Json::array({SeniorId.toStdString()}));
        // Of any verdict.
        recommend(*m_officer, CaseWalk::recommendation("REJECTED"));
        QCOMPARE(decide(*m_senior, "APPROVED").status, 200);
    }

    void ofThisRound()
    {
        begin({}, "fs-cat-b2c-high-001");
        CaseWalk(*m_officer).uploadAll(m_started);
        recommend(*m_officer, CaseWalk::recommendation());
        QCOMPARE(decide(*m_senior, "RESUBMISSION_REQUESTED").status, 200);
        const Reply early = decide(*m_senior, "APPROVED");
        QCOMPARE(early.error(), QStringLiteral("SECOND_PERSON_REQUIRED"));
        QCOMPARE(early.data().at("round"), Json(2));
        recommend(*m_officer, CaseWalk::recommendation());
        QCOMPARE(decide(*m_senior, "APPROVED").status, 200);
    }

    /// Negative decisions, and the tenant's own level, need nobody.
    void whereOnePersonIsEnough()
    {
        CaseWalk(*m_officer).uploadAll(m_started);
        QCOMPARE(decide(*m_officer, "APPROVED").status, 200);
        begin({}, "fs-cat-b2c-high-001");
        QCOMPARE(decide(*m_senior, "REJECTED").status, 200);
    }

    void switchedOff()
    {
        begin({Extension::Recommendations}, "fs-cat-b2c-high-001");
        CaseWalk(*m_officer).uploadAll(m_started);
        const Reply reply = recommend(*m_officer, CaseWalk::recommendation());
        QCOMPARE(reply.status, 404);
        QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("route"));
        QCOMPARE(decide(*m_senior, "APPROVED").status, 200);
    }

    /// 3.9: no claim is needed, and nothing of it moves the version.
    void beside()
    {
        m_senior->send("POST", m_path + QStringLiteral("/claim"));
        m_sandbox->advance(std::chrono::minutes(5));
        const Json before = m_officer->get(m_path).data();
        QCOMPARE(recommend(*m_officer, CaseWalk::recommendation()).status, 200);
        QCOMPARE(m_officer->get(m_path).data(), before);
    }

private:
    void begin(const QList<Extension>& off, const char* category = "fs-cat-b2c-low-001")
    {
        sandbox::SandboxOptions options;
        options.extensions.removeIf([&off](Extension e) { return off.contains(e); });
        m_sandbox = std::make_unique<SandboxFixture>(options);
        m_officer.emplace(m_sandbox->officer());
        m_senior.emplace(m_sandbox->senior());
        CaseWalk walk(*m_officer);
        m_started = walk.start(walk.registerCustomer(category));
        m_path = Verifications + u'/' + textAt(m_started, "/verificationId");
    }
    Reply recommend(SandboxClient& client, const Json& body)
    {
        return client.post(m_path + QStringLiteral("/recommendations"), body);
    }
    Json list(SandboxClient& client)
    {
        return client.get(m_path + QStringLiteral("/recommendations")).data().at("recommendations");
    }
    Reply decide(SandboxClient& client, const char* status)
    {
        Json body{{"status", status}};
        if (body.at("status") != Json("APPROVED"))
            body["reasonCodes"] = {"LOW_RESOLUTION"};
        return client.post(m_path + QStringLiteral("/approve"), body);
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    std::optional<SandboxClient> m_senior;
    Json m_started;
    QString m_path;
};

QTEST_MAIN(TestRecommendations)
#include "tst_recommendations.moc"
