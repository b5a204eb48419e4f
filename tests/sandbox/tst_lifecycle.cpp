#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// A case from registration to the active account: stages, rounds, required documents and decisions
/// (4.1, 4.4, 2.9).
class TestLifecycle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestStore::isPostgresWanted() && !TestStore::missing(StoreKind::Postgres).isEmpty())
            QSKIP(qPrintable(TestStore::missing(StoreKind::Postgres)));
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    /// 4.5: start verification.
    void onlyOneAtATime()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        const Json first = walk.start(customer);
        const Json again{{"customerId", customer.at("id")}, {"type", "IDENTITY_VERIFICATION"}};
        const Reply open = m_officer->post(Verifications, again);
        QCOMPARE(open.status, 409);
        QCOMPARE(open.error(), QStringLiteral("VERIFICATION_ALREADY_OPEN"));
        QCOMPARE(open.data().at("verificationId"), first.at("verificationId"));
        QCOMPARE(textAt(open.body, "/data/status"), QStringLiteral("PENDING"));
        // Other types do not stand in the way.
        walk.start(customer, "SANCTIONS_CHECK");

        walk.uploadAll(first);
        QCOMPARE(decide(textAt(first, "/verificationId"), Json{{"status", "APPROVED"}}).status, 200);
        const Reply done = m_officer->send(
            "POST", QStringLiteral("%1/%2/verification/initiate").arg(Customers, textAt(customer, "/id")));
        QCOMPARE(done.status, 409);
        QCOMPARE(done.error(), QStringLiteral("ALREADY_VERIFIED"));
        QCOMPARE(textAt(done.body, "/data/status"), QStringLiteral("APPROVED"));
    }

    /// 3.4: after REJECTED a new verification may be started, and it becomes the current one.
    void startAgainAfterRejection()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        const Json first = walk.start(customer);
        QCOMPARE(decide(textAt(first, "/verificationId"),
                        Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}})
                     .status,
                 200);
        QCOMPARE(stage(customer), QStringLiteral("REJECTED"));
        const Json second = walk.start(customer);
        QVERIFY(first.at("verificationId") != second.at("verificationId"));
        QCOMPARE(stage(customer), QStringLiteral("DOCUMENTS"));
        const Json current =
            m_officer->get(Customers + u'/' + textAt(customer, "/id")).data().at("verification");
        QCOMPARE(current.at("verificationId"), second.at("verificationId"));
    }

    /// 4.1 from registration to ACTIVE, as the customer; 7.5: rounds and the SLA clock.
    void stages()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        QCOMPARE(stage(customer), QStringLiteral("SESSION"));
        SandboxClient own = m_sandbox->client();
        own.asCustomer(customer);
        QCOMPARE(stage(customer), QStringLiteral("VERIFICATION"));
        const QString path = Customers + u'/' + textAt(customer, "/id");
        const Reply started = own.send("POST", path + QStringLiteral("/verification"));
        QCOMPARE(textAt(started.body, "/data/status"), QStringLiteral("INITIATED"));
        const QString id = textAt(started.body, "/data/verificationId");
        QCOMPARE(stage(customer), QStringLiteral("DOCUMENTS"));

        CaseWalk ownWalk(own);
        QCOMPARE(textAt(ownWalk.upload(id, "SELFIE"), "/verificationStatus"),
                 QStringLiteral("PENDING_DOCUMENTS"));
        QVERIFY(read(id).at("submittedAt").is_null());
        m_sandbox->advance(std::chrono::minutes(5));
        ownWalk.upload(id, "ID_CARD");
        QCOMPARE(stage(customer), QStringLiteral("APPROVAL"));
        const Json submitted = read(id).at("submittedAt");
        QCOMPARE(submitted.get<std::string>(), textAt(read(id), "/updatedAt").toStdString());
        m_sandbox->advance(std::chrono::minutes(5));
        ownWalk.upload(id, "PASSPORT");
        QCOMPARE(read(id).at("submittedAt"), submitted);

        QCOMPARE(decide(id, Json{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"LOW_RESOLUTION"}}})
                     .status,
                 200);
        QCOMPARE(stage(customer), QStringLiteral("DOCUMENTS"));
        QCOMPARE(read(id).at("round"), Json(2));
        QVERIFY(read(id).at("decidedAt").is_null());
        QVERIFY(read(id).at("decidedBy").is_null());
        m_sandbox->advance(std::chrono::minutes(5));
        QCOMPARE(textAt(ownWalk.upload(id, "PASSPORT"), "/verificationStatus"),
                 QStringLiteral("IN_PROGRESS"));
        QVERIFY(read(id).at("submittedAt") != submitted);
        QList<int> rounds;
        const Json resubmitted = read(id);
        for (const Json& document : resubmitted.at("documents"))
            rounds << document.at("round").get<int>();
        QCOMPARE(rounds, (QList<int>{1, 1, 1, 2}));

        QCOMPARE(decide(id, Json{{"status", "APPROVED"}}).status, 200);
        const Json approved = read(id);
        for (const Json& document : approved.at("documents")) {
            QCOMPARE(textAt(document, "/status"), QStringLiteral("VERIFIED"));
            QCOMPARE(document.at("verified"), Json(true));
        }
        QCOMPARE(stage(customer), QStringLiteral("CONSENTS"));
        for (const char* consent : {"data-processing", "terms", "privacy"})
            QCOMPARE(own.post(path + QStringLiteral("/consents/") + QLatin1String(consent),
                              Json{{"accepted", true}, {"version", "1.0"}})
                         .status,
                     200);
        QCOMPARE(stage(customer), QStringLiteral("ACTIVATION"));
        QCOMPARE(own.post(path + QStringLiteral("/activation"),
                          Json{{"userId", customer.at("user").at("id")}, {"code", "1"}})
                     .status,
                 200);
        QCOMPARE(stage(customer), QStringLiteral("ACTIVE"));
        const Json readiness =
            own.get(path + QStringLiteral("/owner/%1/activation/check").arg(Tenant)).data();
        QCOMPARE(readiness.at("activationAllowed"), Json(false));
        QCOMPARE(readiness.at("verificationOk"), Json(true));
        QCOMPARE(readiness.at("consentOk"), Json(true));
    }

    /// 4.4 for each risk.
    void requiredDocuments_data()
    {
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<QByteArray>("required");
        QTest::addColumn<QString>("level");
        QTest::newRow("LOW") << QByteArray("fs-cat-b2c-low-001") << QByteArray(R"(["GOVERNMENT_ID"])")
                             << QStringLiteral("TENANT_VERIFIED");
        QTest::newRow("MEDIUM") << QByteArray("fs-cat-b2c-medium-001")
                                << QByteArray(R"(["GOVERNMENT_ID","PROOF_OF_ADDRESS","SOURCE_OF_FUNDS"])")
                                << QStringLiteral("TENANT_VERIFIED");
        QTest::newRow("HIGH") << QByteArray("fs-cat-b2c-high-001")
                              << QByteArray(R"(["GOVERNMENT_ID","PROOF_OF_ADDRESS","SOURCE_OF_FUNDS",
                                  "BENEFICIAL_OWNERSHIP","PEP_DECLARATION"])")
                              << QStringLiteral("POWER_TENANT_VERIFIED");
    }
    void requiredDocuments()
    {
        QFETCH(QByteArray, category);
        QFETCH(QByteArray, required);
        QFETCH(QString, level);
        CaseWalk walk(*m_officer);
        const Json verification = walk.start(walk.registerCustomer(category.constData()));
        QCOMPARE(verification.at("requiredDocuments"), Json::parse(required.toStdString()));
        QCOMPARE(textAt(verification, "/verificationLevel"), level);
        const QString id = textAt(verification, "/verificationId");
        SandboxClient senior = m_sandbox->senior();
        const Reply early =
            senior.post(QStringLiteral("%1/%2/approve").arg(Verifications, id), Json{{"status", "APPROVED"}});
        QCOMPARE(early.status, 422);
        QCOMPARE(early.error(), QStringLiteral("REQUIRED_DOCUMENTS_MISSING"));
        QCOMPARE(early.data().at("requiredDocuments"), verification.at("requiredDocuments"));
        QCOMPARE(early.data().at("missingDocuments"), verification.at("requiredDocuments"));
        walk.uploadAll(verification);
        // 3.9: above the tenant's level by two people.
        QCOMPARE(m_officer
                     ->post(QStringLiteral("%1/%2/recommendations").arg(Verifications, id),
                            CaseWalk::recommendation())
                     .status,
                 200);
        QCOMPARE(
            senior.post(QStringLiteral("%1/%2/approve").arg(Verifications, id), Json{{"status", "APPROVED"}})
                .status,
            200);
        const Json customer = Json{{"id", read(id).at("customerId")}};
        const Json readiness = senior
                                   .get(QStringLiteral("%1/%2/owner/%3/activation/check")
                                            .arg(Customers, textAt(customer, "/id"), Tenant))
                                   .data();
        QCOMPARE(readiness.at("verificationOk"), Json(true));
        QCOMPARE(readiness.at("powerTenantApprovalOk"), Json(true));
    }

    /// 2.9, 3.4: the values of a decision.
    void decisionValues_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const QByteArray& body, const char* field) {
            QTest::newRow(name) << body << QString::fromLatin1(field);
        };
        row("no status", R"({})", "status");
        row("unknown status", R"({"status":"DONE"})", "status");
        row("approval with codes", R"({"status":"APPROVED","reasonCodes":["FORGED"]})", "reasonCodes");
        row("rejection without codes", R"({"status":"REJECTED"})", "reasonCodes");
        row("empty codes", R"({"status":"REJECTED","reasonCodes":[]})", "reasonCodes");
        row("unknown code", R"({"status":"REJECTED","reasonCodes":["BAD_MOOD"]})", "reasonCodes");
        row("code twice", R"({"status":"REJECTED","reasonCodes":["FORGED","FORGED"]})", "reasonCodes");
        row("eleven codes",
            R"({"status":"REJECTED","reasonCodes":["BLACK_AND_WHITE","SCREENSHOT","LOW_RESOLUTION",
            "DOCUMENT_UNREADABLE","DOCUMENT_INCOMPLETE","PAGE_OR_SIDE_MISSING","DOCUMENT_DAMAGED","POA_TOO_OLD",
            "DOCUMENT_EXPIRED","DOCUMENT_TYPE_NOT_ACCEPTED","DATA_MISMATCH_ADDRESS"]})",
            "reasonCodes");
        row("other customer", R"({"status":"APPROVED","customerId":"somebody"})", "customerId");
        row("other verification", R"({"status":"APPROVED","verificationId":"other"})", "verificationId");
        row("unknown type", R"({"status":"APPROVED","verificationType":"KYC"})", "verificationType");
        row("long comment", "{\"status\":\"APPROVED\",\"comment\":\"" + QByteArray(2001, 'x') + "\"}",
            "comment");
        row("long notes", "{\"status\":\"APPROVED\",\"notes\":\"" + QByteArray(4001, 'x') + "\"}", "notes");
    }
    void decisionValues()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        CaseWalk walk(*m_officer);
        const QString id = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Reply reply =
            m_officer->send("POST", QStringLiteral("%1/%2/approve").arg(Verifications, id), body);
        QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(reply.fields(), QStringList{field});
    }

    void finalReasonIsNotRetryable()
    {
        CaseWalk walk(*m_officer);
        const QString id = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Reply reply = decide(id, Json{{"status", "RESUBMISSION_REQUESTED"},
                                            {"reasonCodes", {"FORGED", "LOW_RESOLUTION", "UNDERAGE"}}});
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.error(), QStringLiteral("REASON_NOT_RETRYABLE"));
        QCOMPARE(reply.data().at("reasonCodes"), Json::parse(R"(["FORGED","UNDERAGE"])"));
        // A rejection takes any code, and needs no documents.
        QCOMPARE(decide(id, Json{{"status", "REJECTED"}, {"reasonCodes", {"LOW_RESOLUTION"}}}).status, 200);
    }

    void decisionAnswer()
    {
        CaseWalk walk(*m_officer);
        const Json verification = walk.start(walk.registerCustomer());
        const QString id = textAt(verification, "/verificationId");
        walk.uploadAll(verification);
        const Reply reply = decide(id, Json{{"status", "APPROVED"}, {"notes", "internal"}});
        // The actor's name stands in for an approvedBy that was not sent; notes are never echoed.
        QCOMPARE(textAt(reply.body, "/data/approvedBy"), QStringLiteral("Ona Officer"));
        QVERIFY(reply.data().at("comment").is_null());
        QVERIFY(!reply.data().contains("notes"));
        QCOMPARE(textAt(read(id), "/notes"), QStringLiteral("internal"));
    }

private:
    Reply decide(const QString& id, const Json& body)
    {
        return m_officer->post(QStringLiteral("%1/%2/approve").arg(Verifications, id), body);
    }
    Json read(const QString& id) { return m_officer->get(Verifications + u'/' + id).data(); }
    QString stage(const Json& customer)
    {
        return textAt(m_officer->get(Customers + u'/' + textAt(customer, "/id")).body, "/data/stage");
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
