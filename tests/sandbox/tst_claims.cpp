#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 3.8, sentence by sentence.
class TestClaims : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestStore::isPostgresWanted() && !TestStore::missing(StoreKind::Postgres).isEmpty())
            QSKIP(qPrintable(TestStore::missing(StoreKind::Postgres)));
    }
    void init()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
        m_senior.emplace(m_sandbox->senior());
        CaseWalk walk(*m_officer);
        m_started = walk.start(walk.registerCustomer());
        m_path = Verifications + u'/' + textAt(m_started, "/verificationId");
    }
    void cleanup() { m_sandbox.reset(); }

    void takesAndRenews()
    {
        const Json first = claim(*m_officer).data().at("claim");
        QCOMPARE(textAt(first, "/by/id"), OfficerId);
        QCOMPARE(textAt(first, "/by/name"), QStringLiteral("Ona Officer"));
        QCOMPARE(textAt(first, "/since"), QStringLiteral("2026-03-31T09:15:00.000Z"));
        QCOMPARE(textAt(first, "/expiresAt"), QStringLiteral("2026-03-31T09:45:00.000Z"));
        m_sandbox->advance(std::chrono::minutes(29));
        const Json second = claim(*m_officer).data().at("claim");
        QCOMPARE(second.at("since"), first.at("since"));
        QCOMPARE(textAt(second, "/expiresAt"), QStringLiteral("2026-03-31T10:14:00.000Z"));
        QCOMPARE(events(), QStringList{QStringLiteral("verification.claimed")});
    }

    void heldBySomebodyElse()
    {
        const Json held = claim(*m_officer).data().at("claim");
        for (const Reply& reply : {claim(*m_senior), m_senior->remove(m_path + QStringLiteral("/claim")),
                                   decide(*m_senior, "REJECTED")}) {
            QCOMPARE(reply.status, 409);
            QCOMPARE(reply.error(), QStringLiteral("CLAIMED"));
            QCOMPARE(reply.data().at("claim"), held);
            QCOMPARE(reply.data().at("verificationId"), m_started.at("verificationId"));
        }
        QCOMPARE(m_senior->get(m_path).data().at("claim"), held);
    }

    /// An expired claim is free; expiry itself writes nothing.
    void expires()
    {
        claim(*m_officer);
        m_sandbox->advance(std::chrono::seconds(1799));
        QCOMPARE(claim(*m_senior).status, 409);
        m_sandbox->advance(std::chrono::seconds(1));
        QVERIFY(m_officer->get(m_path).data().at("claim").is_null());
        QCOMPARE(m_officer->remove(m_path + QStringLiteral("/claim")).status, 200);
        QCOMPARE(events(), QStringList{QStringLiteral("verification.claimed")});
        const Json next = claim(*m_senior).data().at("claim");
        QCOMPARE(textAt(next, "/by/id"), SeniorId);
        QCOMPARE(textAt(next, "/since"), QStringLiteral("2026-03-31T09:45:00.000Z"));
    }

    /// Claiming again after it has expired is a new claim.
    void ownExpired()
    {
        claim(*m_officer);
        m_sandbox->advance(std::chrono::minutes(30));
        QCOMPARE(textAt(claim(*m_officer).body, "/data/claim/since"),
                 QStringLiteral("2026-03-31T09:45:00.000Z"));
        QCOMPARE(events().size(), 2);
    }

    void ttlIsASwitch()
    {
        sandbox::SandboxOptions options;
        options.claimTtl = std::chrono::seconds(5);
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const QString path =
            Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
        QCOMPARE(textAt(officer.send("POST", path + QStringLiteral("/claim")).body, "/data/claim/expiresAt"),
                 QStringLiteral("2026-03-31T09:15:05.000Z"));
    }

    void givesBack()
    {
        const QString path = m_path + QStringLiteral("/claim");
        const Json nothing = Json::parse(R"({"code":200,"message":"Success","data":{}})");
        QCOMPARE(m_officer->remove(path).body, nothing);
        QCOMPARE(events(), QStringList());
        claim(*m_officer);
        QCOMPARE(m_officer->remove(path).body, nothing);
        QCOMPARE(events(), (QStringList{QStringLiteral("verification.claimed"),
                                        QStringLiteral("verification.released")}));
        QCOMPARE(claim(*m_senior).status, 200);
    }

    void closedOnes()
    {
        QCOMPARE(decide(*m_officer, "REJECTED").status, 200);
        QCOMPARE(claim(*m_officer).error(), QStringLiteral("ALREADY_DECIDED"));
        QCOMPARE(m_officer->remove(m_path + QStringLiteral("/claim")).status, 200);
        QCOMPARE(claim(*m_senior, Json{{"takeOver", true}}).error(), QStringLiteral("ALREADY_DECIDED"));
        QVERIFY(m_officer->get(m_path).data().at("claim").is_null());
    }

    /// Every decision ends the claim, also the one that leaves the verification open.
    void decisionsEndIt_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char* status : {"APPROVED", "REJECTED", "RESUBMISSION_REQUESTED"})
            QTest::newRow(status) << QByteArray(status);
    }
    void decisionsEndIt()
    {
        QFETCH(QByteArray, status);
        CaseWalk(*m_officer).uploadAll(m_started);
        claim(*m_officer);
        QCOMPARE(decide(*m_officer, status.constData()).status, 200);
        QVERIFY(m_officer->get(m_path).data().at("claim").is_null());
        QCOMPARE(events(), (QStringList{QStringLiteral("verification.claimed"),
                                        QStringLiteral("verification.released")}));
    }

    void freeOnesMayBeDecided()
    {
        QCOMPARE(decide(*m_senior, "REJECTED").status, 200);
        QCOMPARE(events(), QStringList());
    }

    void handsOver()
    {
        const Json to{{"to", SeniorId.toStdString()}};
        // Nobody has it: that is said with a null claim.
        const Reply early = claim(*m_officer, to);
        QCOMPARE(early.error(), QStringLiteral("CLAIMED"));
        QVERIFY(early.data().at("claim").is_null());
        claim(*m_officer);
        m_sandbox->advance(std::chrono::minutes(10));
        const Json handed = claim(*m_officer, to).data().at("claim");
        QCOMPARE(textAt(handed, "/by/id"), SeniorId);
        QCOMPARE(textAt(handed, "/by/name"), QStringLiteral("Simas Senior"));
        QCOMPARE(textAt(handed, "/since"), QStringLiteral("2026-03-31T09:25:00.000Z"));
        QCOMPARE(textAt(handed, "/expiresAt"), QStringLiteral("2026-03-31T09:55:00.000Z"));
        QCOMPARE(events(), (QStringList{QStringLiteral("verification.claimed"),
                                        QStringLiteral("verification.claimed")}));
        // It is no longer the caller's to hand on.
        const Reply again = claim(*m_officer, to);
        QCOMPARE(again.error(), QStringLiteral("CLAIMED"));
        QCOMPARE(again.data().at("claim"), handed);
        QCOMPARE(claim(*m_senior).status, 200);
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char* name, const QString& body, int status, const char* word,
                            const QStringList& fields = {}) {
            QTest::newRow(name) << body.toUtf8() << status << QString::fromLatin1(word) << fields;
        };
        const auto to = [](const QString& id) { return QStringLiteral(R"({"to":"%1"})").arg(id); };
        const QString none = QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13");
        const QStringList toField{QStringLiteral("to")};
        row("empty object", QStringLiteral("{}"), 200, "");
        row("nulls", QStringLiteral(R"({"to":null,"takeOver":null})"), 200, "");
        row("false", QStringLiteral(R"({"takeOver":false})"), 200, "");
        row("oneself", to(OfficerId), 400, "VALIDATION_FAILED", toField);
        row("a viewer", to(ViewerId), 404, "NOT_FOUND");
        row("nobody", to(none), 404, "NOT_FOUND");
        row("empty", to(QString()), 400, "VALIDATION_FAILED", toField);
        row("a number", QStringLiteral(R"({"to":7})"), 400, "VALIDATION_FAILED", toField);
        row("no flag", QStringLiteral(R"({"takeOver":"true"})"), 400, "VALIDATION_FAILED",
            {QStringLiteral("takeOver")});
        row("both", QStringLiteral(R"({"to":"%1","takeOver":true})").arg(SeniorId), 400, "VALIDATION_FAILED",
            {QStringLiteral("takeOver")});
        row("no officer's role", QStringLiteral(R"({"takeOver":true})"), 403, "INSUFFICIENT_PERMISSIONS");
        row("no object", QStringLiteral("[]"), 400, "MALFORMED_JSON");
    }
    void values()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, word);
        QFETCH(QStringList, fields);
        claim(*m_officer);
        const Reply reply = m_officer->send("POST", m_path + QStringLiteral("/claim"), body);
        QVERIFY2(reply.status == status, reply.bytes.constData());
        QCOMPARE(reply.error(), word);
        if (!fields.isEmpty())
            QCOMPARE(reply.fields(), fields);
        if (word == QLatin1String("NOT_FOUND"))
            QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("user"));
        if (word == QLatin1String("INSUFFICIENT_PERMISSIONS"))
            QCOMPARE(reply.data().at("requiredRoles"), Json::parse(R"(["POWER_TENANT"])"));
        // Whatever it was, the officer has it still.
        QCOMPARE(textAt(m_officer->get(m_path).data(), "/claim/by/id"), OfficerId);
    }

    void takesOver()
    {
        claim(*m_officer);
        const Json taken = claim(*m_senior, Json{{"takeOver", true}}).data().at("claim");
        QCOMPARE(textAt(taken, "/by/id"), SeniorId);
        m_sandbox->advance(std::chrono::minutes(1));
        // What is one's own is renewed.
        QCOMPARE(claim(*m_senior, Json{{"takeOver", true}}).data().at("claim").at("since"),
                 taken.at("since"));
        QCOMPARE(events(), (QStringList{QStringLiteral("verification.claimed"),
                                        QStringLiteral("verification.claimed")}));
    }

    void viewersHaveNone()
    {
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(claim(viewer).error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        QCOMPARE(viewer.remove(m_path + QStringLiteral("/claim")).error(),
                 QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        claim(*m_officer);
        QCOMPARE(textAt(viewer.get(m_path).data(), "/claim/by/id"), OfficerId);
    }

    /// Neither version nor updatedAt moves, so nobody's evidence grows old by it.
    void changesNoVersion()
    {
        m_sandbox->advance(std::chrono::minutes(5));
        const QString customer = Customers + u'/' + textAt(m_started, "/customerId");
        const Json before = m_officer->get(m_path).data();
        const Json of = m_officer->get(customer).data();
        claim(*m_officer);
        m_officer->remove(m_path + QStringLiteral("/claim"));
        QCOMPARE(m_officer->get(m_path).data(), before);
        QCOMPARE(m_officer->get(customer).data(), of);
    }

    /// 3.1, 3.2: wherever a verification is read; and the directory's filter.
    void inLists()
    {
        CaseWalk walk(*m_officer);
        const Json other = walk.start(walk.registerCustomer());
        QCOMPARE(m_senior
                     ->send("POST", Verifications + u'/' + textAt(other, "/verificationId") +
                                        QStringLiteral("/claim"))
                     .status,
                 200);
        const Json held = claim(*m_officer).data().at("claim");
        const QString id = textAt(m_started, "/customerId");
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=") + id)
                     .data()
                     .at("customers")
                     .at(0)
                     .at("verification")
                     .at("claim"),
                 held);
        QCOMPARE(m_officer->get(Customers + u'/' + id).data().at("verification").at("claim"), held);
        bool found = false;
        const Json queue = m_officer->get(Verifications + QStringLiteral("?size=1000")).data();
        for (const Json& verification : queue.at("verifications")) {
            if (verification.at("verificationId") != m_started.at("verificationId"))
                continue;
            found = true;
            QCOMPARE(verification.at("claim"), held);
        }
        QVERIFY(found);

        const QString theirs = textAt(other, "/customerId");
        QCOMPARE(customers("mine"), QStringList{id});
        QCOMPARE(customers("others"), QStringList{theirs});
        QCOMPARE(customers("mine,others").size(), 2);
        QCOMPARE(customers("free,mine,others").size(), 202);
        const QStringList free = customers("free");
        QCOMPARE(free.size(), 200);
        QVERIFY(!free.contains(id) && !free.contains(theirs));
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?claim=nobody")).fields(),
                 QStringList{QStringLiteral("claim")});
        // Counted with the filter, as every other but the stage's.
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?claim=mine"))
                     .data()
                     .at("facets")
                     .at("stage")
                     .at("DOCUMENTS"),
                 Json(1));
        m_sandbox->advance(std::chrono::minutes(30));
        QCOMPARE(customers("mine"), QStringList());
        QCOMPARE(customers("free").size(), 202);
    }

    void switchedOff()
    {
        sandbox::SandboxOptions options;
        options.extensions.removeAll(Extension::Claims);
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const QString path =
            Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Reply reply = officer.send("POST", path + QStringLiteral("/claim"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("route"));
        QVERIFY(!officer.get(path).data().contains("claim"));
        const Json all = officer.get(Customers).data();
        QVERIFY(!all.at("customers").at(0).at("verification").contains("claim"));
        // The filter is ignored, whatever it says.
        QCOMPARE(officer.get(Customers + QStringLiteral("?claim=nobody")).data(), all);
    }

private:
    Reply claim(SandboxClient& client, const Json& body = {})
    {
        const QString path = m_path + QStringLiteral("/claim");
        return body.is_null() ? client.send("POST", path) : client.post(path, body);
    }
    Reply decide(SandboxClient& client, const char* status)
    {
        Json body{{"status", status}};
        if (body.at("status") != Json("APPROVED"))
            body["reasonCodes"] = {"LOW_RESOLUTION"};
        return client.post(m_path + QStringLiteral("/approve"), body);
    }
    /// The events of 3.8, oldest first.
    QStringList events()
    {
        QStringList types;
        const Json data = m_officer
                              ->get(QStringLiteral("%1/%2/timeline?size=1000")
                                        .arg(Customers, textAt(m_started, "/customerId")))
                              .data();
        for (const Json& event : data.at("events")) {
            const QString type = textAt(event, "/type");
            if (type.endsWith(QLatin1String("claimed")) || type.endsWith(QLatin1String("released")))
                types.prepend(type);
        }
        return types;
    }
    QStringList customers(const char* claim)
    {
        QStringList ids;
        const Json data =
            m_officer->get(Customers + QStringLiteral("?size=1000&claim=") + QLatin1String(claim)).data();
        for (const Json& customer : data.at("customers"))
            ids << textAt(customer, "/id");
        return ids;
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    std::optional<SandboxClient> m_senior;
    Json m_started;
    QString m_path;
};

QTEST_MAIN(TestClaims)
#include "tst_claims.moc"
