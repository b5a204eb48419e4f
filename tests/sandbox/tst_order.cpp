#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 1.4 and section 7: of several failures the first of the contract's order answers. Each row breaks one rule
/// more than the row before it, so every neighbouring pair is decided.
class TestOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        SandboxClient senior = m_sandbox->senior();
        CaseWalk walk(senior);
        m_high = textAt(walk.start(walk.registerCustomer("fs-cat-b2c-high-001")), "/verificationId");
        const Json low = walk.start(walk.registerCustomer());
        walk.uploadAll(low);
        m_decided = textAt(low, "/verificationId");
        QCOMPARE(senior.post(approve(m_decided), Json{{"status", "APPROVED"}}).status, 200);
        m_empty = textAt(walk.start(walk.registerCustomer()), "/verificationId");
    }

    void decision_data()
    {
        QTest::addColumn<QStringList>("broken");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* broken, int status, const char* word) {
            QTest::newRow(broken) << QString::fromLatin1(broken).split(u' ') << status
                                  << QString::fromLatin1(word);
        };
        row("rule", 422, "REQUIRED_DOCUMENTS_MISSING");
        row("state rule", 409, "ALREADY_DECIDED");
        row("version state rule", 412, "STALE_VERSION");
        row("level version rule", 403, "LEVEL_NOT_ALLOWED");
        row("values level version rule", 400, "VALIDATION_FAILED");
        row("resource values version", 404, "NOT_FOUND");
        row("json resource version", 400, "MALFORMED_JSON");
        row("type json resource", 415, "UNSUPPORTED_MEDIA_TYPE");
        row("role type json resource", 403, "INSUFFICIENT_PERMISSIONS");
        row("tenant role type json resource", 403, "Tenant access denied");
        row("token tenant role type json resource", 401, "INVALID_TOKEN");
        row("headers token role type json resource", 400, "MISSING_HEADERS");
        row("method headers token type json resource", 405, "METHOD_NOT_ALLOWED");
        row("route method headers token type json", 404, "NOT_FOUND");
    }
    void decision()
    {
        QFETCH(QStringList, broken);
        QFETCH(int, status);
        QFETCH(QString, word);
        const auto breaks = [&broken](const char* what) { return broken.contains(QLatin1String(what)); };

        SandboxClient client = breaks("role")    ? m_sandbox->viewer()
                               : breaks("level") ? m_sandbox->officer()
                                                 : m_sandbox->senior();
        QString verification = breaks("state") ? m_decided : breaks("level") ? m_high : m_empty;
        if (breaks("resource"))
            verification = QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13");
        QByteArray body = breaks("values") ? R"({"status":"MAYBE"})" : R"({"status":"APPROVED"})";
        if (breaks("json"))
            body = "{";
        if (breaks("version"))
            client.headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v99\""));
        if (breaks("tenant"))
            client.headers.insert(QStringLiteral("X-Tenant-ID"), OtherTenant);
        if (breaks("headers"))
            client.headers.remove(QStringLiteral("X-Tenant-ID"));
        if (breaks("token"))
            client.withToken(QStringLiteral("a.b.c"));
        const Reply reply =
            client.send(breaks("method") ? "PUT" : "POST",
                        breaks("route") ? QStringLiteral("/api/v2.1/elsewhere") : approve(verification), body,
                        breaks("type") ? QStringLiteral("text/plain") : QStringLiteral("application/json"));
        QVERIFY2(reply.status == status, reply.bytes.constData());
        QCOMPARE(reply.error(), word);
    }

    /// 1.4: ALREADY_DECIDED comes before the rest of 409, and If-Match before both.
    void statesAmongEachOther()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const QString verification = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Json again{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"LOW_RESOLUTION"}}};
        QCOMPARE(officer.post(approve(verification), again).status, 200);
        const Reply twice = officer.post(approve(verification), again);
        QCOMPARE(twice.error(), QStringLiteral("INVALID_STATE"));
        // The state stands before the rule: a final code asked for twice is INVALID_STATE still.
        const Json final{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"FACE_MISMATCH"}}};
        QCOMPARE(officer.post(approve(verification), final).error(), QStringLiteral("INVALID_STATE"));
        officer.headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v1\""));
        QCOMPARE(officer.post(approve(verification), again).error(), QStringLiteral("STALE_VERSION"));
    }

    /// 2.11: the preconditions of an activation in their order.
    void activation()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const Json customer = walk.registerCustomer();
        const QString path = Customers + u'/' + textAt(customer, "/id");
        const Json good{{"userId", customer.at("user").at("id")}, {"code", "1"}};
        const auto activate = [&](const Json& body) {
            return officer.post(path + QStringLiteral("/activation"), body).error();
        };
        QCOMPARE(activate(Json{{"userId", OfficerId.toStdString()}, {"code", "1"}}),
                 QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(activate(good), QStringLiteral("VERIFICATION_NOT_APPROVED"));
        const Json verification = walk.start(customer);
        walk.uploadAll(verification);
        QCOMPARE(officer.post(approve(textAt(verification, "/verificationId")), Json{{"status", "APPROVED"}})
                     .status,
                 200);
        QCOMPARE(activate(good), QStringLiteral("MISSING_CONSENTS"));
        for (const char* consent : {"terms", "privacy", "data-processing"})
            officer.post(path + QStringLiteral("/consents/") + QLatin1String(consent),
                         Json{{"accepted", true}, {"version", "1.0"}});
        QCOMPARE(activate(good), QString());
        QCOMPARE(activate(good), QStringLiteral("ALREADY_ACTIVE"));
        QCOMPARE(activate(Json{{"userId", "x"}, {"code", "1"}}), QStringLiteral("VALIDATION_FAILED"));
    }

    /// 7.1: the login's 401 comes after the values.
    void login()
    {
        SandboxClient client = m_sandbox->client();
        const QString path =
            QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions").arg(Organization, LockedId);
        QCOMPARE(client.post(path, Json{{"username", "locked@sandbox.test"}}).error(),
                 QStringLiteral("VALIDATION_FAILED"));
        const Json half{{"username", "locked@sandbox.test"}, {"password", "x"}, {"tenantKey", "k"}};
        QCOMPARE(client.post(path, half).fields(), QStringList{QStringLiteral("tenantSecret")});
        QCOMPARE(client.post(path, Json{{"username", "locked@sandbox.test"}, {"password", "x"}}).error(),
                 QStringLiteral("AUTHENTICATION"));
        // 2.1: an Authorization header is ignored.
        client.withToken(QStringLiteral("a.b.c"));
        QCOMPARE(client.post(path, Json{{"username", "u"}, {"password", "x"}}).error(),
                 QStringLiteral("AUTHENTICATION"));
    }

    void strictHeaders()
    {
        sandbox::SandboxOptions options;
        options.strictHeaders = true;
        const SandboxFixture strict(options);
        SandboxClient client = strict.officer();
        QCOMPARE(client.get(Customers).status, 200);
        for (const char* name :
             {"X-Forwarded-For", "X-Forwarded-From", "User-Agent", "platform", "deviceId"}) {
            SandboxClient bare = client;
            bare.headers.remove(QLatin1String(name));
            const Reply reply = bare.get(Customers);
            if (QByteArray(name) == "User-Agent")
                continue; // this HTTP client sends one of its own
            QCOMPARE(reply.error(), QStringLiteral("MISSING_HEADERS"));
            QCOMPARE(reply.data().at("missing"), Json::array({name}));
        }
        client.headers.remove(QStringLiteral("platform"));
        client.headers.remove(QStringLiteral("deviceId"));
        client.headers.insert(QStringLiteral("sec-ch-ua-platform"), QStringLiteral("linux"));
        client.headers.insert(QStringLiteral("device-id"), QStringLiteral("d"));
        QCOMPARE(client.get(Customers).status, 200);
    }

    void lenientByDefault()
    {
        SandboxClient client = m_sandbox->officer();
        for (const char* name : {"X-Forwarded-For", "X-Forwarded-From", "User-Agent", "platform", "deviceId"})
            client.headers.remove(QLatin1String(name));
        QCOMPARE(client.get(Customers).status, 200);
    }

private:
    static QString approve(const QString& verification)
    {
        return QStringLiteral("%1/%2/approve").arg(Verifications, verification);
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    QString m_high;    ///< open, above the officer's level, without documents
    QString m_decided; ///< approved
    QString m_empty;   ///< open, without documents
};

QTEST_MAIN(TestOrder)
#include "tst_order.moc"
