#include "core/error.h"
#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 1.4: every row that a caller can provoke, with its status, word, message and further members.
class TestErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    void validationFailed()
    {
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"),
                                            Json{{"firstName", ""}, {"email", "no mail"}, {"phone", "12"}});
        check(reply, 400, "VALIDATION_FAILED", "Request validation failed");
        const QStringList expected{QStringLiteral("firstName"),       QStringLiteral("lastName"),
                                   QStringLiteral("email"),           QStringLiteral("phone"),
                                   QStringLiteral("password"),        QStringLiteral("matchingPassword"),
                                   QStringLiteral("customerCategory")};
        QCOMPARE(reply.fields(), expected);
        for (const Json& fault : reply.data().at("errors"))
            QVERIFY(!sandbox::textOf(fault.at("message")).isEmpty());
    }

    void registrationValues_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const char* member, const char* value,
                            const char* field = nullptr) {
            QTest::newRow(name) << QByteArray(member) << QByteArray(value)
                                << QString::fromLatin1(field ? field : member);
        };
        row("number for a text", "firstName", "5");
        row("blank text", "firstName", R"("   ")");
        row("e-mail without dot", "email", R"("a@b")");
        row("two at signs", "email", R"("a@b@c.d")");
        row("weak password", "password", R"("password")", "password");
        row("phone without plus", "phone", R"("37060012345")");
        row("impossible date", "dateOfBirth", R"("1990-02-30")");
        row("date with time", "dateOfBirth", R"("1990-02-20T00:00:00Z")");
        row("unknown gender", "gender", R"("UNKNOWN")");
        row("category as text", "customerCategory", R"("fs-cat-b2c-low-001")");
        row("category without id", "customerCategory", R"({"name":"x"})", "customerCategory.id");
        row("unknown role", "roleIds", R"(["ADMIN"])");
        row("roles as text", "roleIds", R"("USER")");
    }
    void registrationValues()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QString, field);
        Json registration = CaseWalk::registration(QStringLiteral("values@example.net"));
        registration[member.toStdString()] = Json::parse(value.toStdString());
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"), registration);
        check(reply, 400, "VALIDATION_FAILED", "Request validation failed");
        QVERIFY2(reply.fields().contains(field), reply.bytes.constData());
    }

    void malformedJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"status":)");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("text") << QByteArray(R"("APPROVED")");
        QTest::newRow("trailing") << QByteArray("{} {}");
        QTest::newRow("not UTF-8") << QByteArray("{\"status\":\"\xC3\x28\"}");
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') +
                                     '}';
    }
    void malformedJson()
    {
        QFETCH(QByteArray, body);
        check(m_officer->send("POST", Customers + QStringLiteral("/registration"), body), 400,
              "MALFORMED_JSON", "Malformed JSON");
    }

    void missingHeaders()
    {
        SandboxClient bare = *m_officer;
        bare.headers.remove(QStringLiteral("X-Tenant-ID"));
        const Reply reply = bare.get(Customers);
        check(reply, 400, "MISSING_HEADERS", "Missing required header(s)");
        QCOMPARE(reply.data().at("missing"), Json::parse(R"(["X-Tenant-ID"])"));
    }

    void invalidCategorization_data()
    {
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("missing");
        QTest::addColumn<QByteArray>("invalid");
        const QByteArray low("fs-cat-b2c-low-001");
        QTest::newRow("unknown category")
            << QByteArray("fs-cat-none") << QByteArray("[]") << QByteArray("[]") << QByteArray("{}");
        QTest::newRow("not for individuals")
            << QByteArray("fs-cat-b2b-small-001") << QByteArray("[]") << QByteArray("[]") << QByteArray("{}");
        QTest::newRow("risk level missing") << low << QByteArray(R"([{"name":"pep","value":"true"}])")
                                            << QByteArray(R"(["riskLevel"])") << QByteArray("{}");
        QTest::newRow("bad values") << low << QByteArray(R"([{"name":"riskLevel","value":"EXTREME"},
                                        {"name":"riskScore","value":"101"},{"name":"edd","value":true}])")
                                    << QByteArray("[]")
                                    << QByteArray(R"({"riskLevel":"EXTREME","riskScore":"101","edd":true})");
    }
    void invalidCategorization()
    {
        QFETCH(QByteArray, category);
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, missing);
        QFETCH(QByteArray, invalid);
        Json registration =
            CaseWalk::registration(QStringLiteral("category@example.net"), category.constData());
        if (category.startsWith("fs-cat-b2c"))
            registration["individualCustomer"] = monitoring(parameters);
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"), registration);
        check(reply, 400, "Invalid categorization", "Categorization validation failed");
        QCOMPARE(reply.data().at("missingKeys"), Json::parse(missing.toStdString()));
        QCOMPARE(reply.data().at("invalidValues"), Json::parse(invalid.toStdString()));
        QVERIFY(!textAt(reply.body, "/data/details").isEmpty());
    }

    void customerRisk_data()
    {
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QString>("risk");
        const QByteArray low("fs-cat-b2c-low-001");
        const QByteArray high("fs-cat-b2c-high-001");
        const auto level = [](const char* value) {
            return QByteArray("[{\"name\":\"riskLevel\",\"value\":\"") + value + "\"}]";
        };
        QTest::newRow("category alone") << high << QByteArray() << QStringLiteral("HIGH");
        QTest::newRow("raised") << low << level("MEDIUM") << QStringLiteral("MEDIUM");
        QTest::newRow("never lowered") << high << level("LOW") << QStringLiteral("HIGH");
        QTest::newRow("critical") << low << level("CRITICAL") << QStringLiteral("HIGH");
        QTest::newRow("politically exposed")
            << low << QByteArray(R"([{"name":"riskLevel","value":"LOW"},{"name":"pep","value":"true"}])")
            << QStringLiteral("HIGH");
    }
    void customerRisk()
    {
        QFETCH(QByteArray, category);
        QFETCH(QByteArray, parameters);
        QFETCH(QString, risk);
        const QString email =
            QStringLiteral("risk-%1@example.net").arg(QLatin1String(QTest::currentDataTag()));
        Json registration = CaseWalk::registration(QString(email).replace(u' ', u'-'), category.constData());
        if (!parameters.isEmpty())
            registration["individualCustomer"] = monitoring(parameters);
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"), registration);
        QCOMPARE(reply.status, 200);
        const Reply read = m_officer->get(Customers + u'/' + textAt(reply.body, "/data/id"));
        QCOMPARE(textAt(read.body, "/data/risk"), risk);
    }

    void tokenMissingOrWrong_data()
    {
        QTest::addColumn<QString>("authorization");
        QTest::newRow("none") << QString();
        QTest::newRow("basic") << QStringLiteral("Basic YWJj");
        QTest::newRow("no token") << QStringLiteral("Bearer  ");
        QTest::newRow("not a JWT") << QStringLiteral("Bearer abc");
        QTest::newRow("three empty parts") << QStringLiteral("Bearer ..");
        const QString own = m_officer->headers.value(QStringLiteral("Authorization"));
        QTest::newRow("signature changed") << own.left(own.size() - 2) + QStringLiteral("xx");
        QTest::newRow("no signature") << own.left(own.lastIndexOf(u'.') + 1);
        QTest::newRow("unsigned") << QStringLiteral("Bearer eyJhbGciOiJub25lIn0.") + own.section(u'.', 1, 1) +
                                         u'.';
    }
    void tokenMissingOrWrong()
    {
        QFETCH(QString, authorization);
        SandboxClient client = *m_officer;
        client.headers.insert(QStringLiteral("Authorization"), authorization);
        check(client.get(Customers), 401, "INVALID_TOKEN", "Unauthorized");
    }

    void tokenExpired()
    {
        SandboxFixture sandbox;
        SandboxClient client = sandbox.officer();
        const QDateTime login = sandbox.now();
        sandbox.advance(std::chrono::seconds(3599));
        QCOMPARE(client.get(Customers).status, 200);
        sandbox.advance(std::chrono::seconds(1));
        const Reply reply = client.get(Customers);
        check(reply, 401, "TOKEN_EXPIRED", "Token expired");
        QCOMPARE(textAt(reply.body, "/data/expiredAt"),
                 login.addSecs(3600).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")));
    }

    void tenantDenied_data()
    {
        QTest::addColumn<QString>("tenant");
        QTest::newRow("unknown") << QStringLiteral("nobody");
        QTest::newRow("not the token's") << OtherTenant;
        QTest::newRow("upper case") << Tenant.toUpper();
    }
    void tenantDenied()
    {
        QFETCH(QString, tenant);
        SandboxClient client = *m_officer;
        client.headers.insert(QStringLiteral("X-Tenant-ID"), tenant);
        const Reply reply = client.get(Customers);
        check(reply, 403, "Tenant access denied", "Tenant access denied or categorization not available");
        QCOMPARE(textAt(reply.body, "/data/tenantId"), tenant);
    }

    void tenantOfThePath()
    {
        const Reply hierarchy =
            m_officer->get(Customers + QStringLiteral("/categorization/hierarchy/") + OtherTenant);
        check(hierarchy, 403, "Tenant access denied", "Tenant access denied or categorization not available");
        QCOMPARE(textAt(hierarchy.body, "/data/tenantId"), Tenant);
        CaseWalk walk(*m_officer);
        const QString customer = textAt(walk.registerCustomer(), "/id");
        QCOMPARE(
            m_officer
                ->get(QStringLiteral("%1/%2/owner/%3/activation/check").arg(Customers, customer, OtherTenant))
                .error(),
            QStringLiteral("Tenant access denied"));
    }

    void otherTenantIsEmpty()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        SandboxClient elsewhere = m_sandbox->client();
        elsewhere.headers.insert(QStringLiteral("X-Tenant-ID"), OtherTenant);
        const Reply admin = elsewhere.logIn(OfficerId, QStringLiteral("officer@sandbox.test"),
                                            QStringLiteral("Sandbox-Officer-1"));
        check(admin, 404, "NOT_FOUND", "User not found");
        const Reply own =
            elsewhere.post(QStringLiteral("%1/%2/users/%3/sessions")
                               .arg(Customers, textAt(customer, "/id"), textAt(customer, "/user/id")),
                           Json{{"username", "x"}, {"password", "y"}});
        check(own, 404, "NOT_FOUND", "Customer not found");
    }

    void insufficientPermissions()
    {
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(viewer.get(Customers).status, 200);
        const Reply reply = viewer.post(Customers + QStringLiteral("/registration"),
                                        CaseWalk::registration(QStringLiteral("viewer@example.net")));
        check(reply, 403, "INSUFFICIENT_PERMISSIONS", "Insufficient permission");
        QCOMPARE(reply.data().at("roles"), Json::parse(R"(["VIEWER"])"));
        QCOMPARE(reply.data().at("requiredRoles"),
                 Json::parse(R"(["ADMIN","ADMIN_USER","COMPLIANCE_OFFICER","MASTER_ADMIN"])"));
    }

    void levelNotAllowed()
    {
        CaseWalk walk(*m_officer);
        const Json verification = walk.start(walk.registerCustomer("fs-cat-b2c-high-001"));
        QCOMPARE(textAt(verification, "/verificationLevel"), QStringLiteral("POWER_TENANT_VERIFIED"));
        const Reply reply = m_officer->post(
            QStringLiteral("%1/%2/approve").arg(Verifications, textAt(verification, "/verificationId")),
            Json{{"status", "APPROVED"}});
        check(reply, 403, "LEVEL_NOT_ALLOWED", "Approval level not allowed");
        QCOMPARE(textAt(reply.body, "/data/requiredLevel"), QStringLiteral("POWER_TENANT_VERIFIED"));
        QCOMPARE(reply.data().at("requiredRoles"), Json::parse(R"(["POWER_TENANT"])"));
    }

    void notFound_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QString>("message");
        const QString id = QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13");
        const auto row = [](const char* name, const char* method, const QString& path, const char* resource,
                            const char* message) {
            QTest::newRow(name) << QByteArray(method) << path << QByteArray(resource)
                                << QString::fromLatin1(message);
        };
        row("customer", "GET", Customers + u'/' + id, "customer", "Customer not found");
        row("timeline", "GET", Customers + u'/' + id + QStringLiteral("/timeline"), "customer",
            "Customer not found");
        row("odd id", "GET", Customers + QStringLiteral("/a%2Fb"), "customer", "Customer not found");
        row("verification", "GET", Verifications + u'/' + id, "verification", "Verification not found");
        row("session", "DELETE",
            QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                .arg(Organization, OfficerId, id),
            "session", "Session not found");
        row("consent template", "GET", ConsentTemplates + u'/' + id, "consentTemplate",
            "Consent template not found");
        row("deleted template", "DELETE", ConsentTemplates + u'/' + id, "consentTemplate",
            "Consent template not found");
        row("changed template", "PUT", ConsentTemplates + u'/' + id, "consentTemplate",
            "Consent template not found");
        row("subscription", "GET", Subscriptions + u'/' + id, "subscription", "Subscription not found");
        row("changed subscription", "PUT", Subscriptions + u'/' + id, "subscription",
            "Subscription not found");
        row("deleted subscription", "DELETE", Subscriptions + u'/' + id, "subscription",
            "Subscription not found");
        row("deliveries", "GET", Subscriptions + u'/' + id + QStringLiteral("/deliveries"), "subscription",
            "Subscription not found");
        row("delivery", "GET", Deliveries + u'/' + id, "delivery", "Delivery not found");
        row("user", "POST",
            QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions").arg(Organization, id), "user",
            "User not found");
        row("organization", "POST",
            QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions").arg(id, OfficerId), "user",
            "User not found");
        row("route", "GET", QStringLiteral("/api/v2.1/nothing"), "route", "Route not found");
        row("root", "GET", QStringLiteral("/"), "route", "Route not found");
        row("trailing slash", "GET", Customers + u'/', "route", "Route not found");
        row("deliberately unused", "POST", QStringLiteral("/api/v2.1/admin/session/login"), "route",
            "Route not found");
    }
    void notFound()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, resource);
        QFETCH(QString, message);
        const Reply reply = m_officer->send(method, path, method == "POST" || method == "PUT" ? "{}" : "");
        check(reply, 404, "NOT_FOUND", message.toLatin1());
        QCOMPARE(textAt(reply.body, "/data/resource").toLatin1(), resource);
        QCOMPARE(reply.data().contains("id"), resource != "route");
        if (resource == "user") {
            QCOMPARE(reply.data().at("success"), Json(false));
            QCOMPARE(textAt(reply.body, "/data/errorType"), QStringLiteral("NOT_FOUND"));
        }
    }

    void unknownDocument()
    {
        CaseWalk walk(*m_officer);
        const QString verification = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Reply reply =
            m_officer->get(QStringLiteral("%1/%2/documents/none/content").arg(Verifications, verification));
        check(reply, 404, "NOT_FOUND", "Document not found");
        QCOMPARE(textAt(reply.body, "/data/id"), QStringLiteral("none"));
    }

    void methodNotAllowed_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("allow");
        QTest::newRow("directory") << QByteArray("POST") << Customers << QStringLiteral("GET");
        QTest::newRow("verifications") << QByteArray("PUT") << Verifications << QStringLiteral("POST, GET");
        QTest::newRow("registration is no customer")
            << QByteArray("GET") << Customers + QStringLiteral("/registration") << QStringLiteral("POST");
        QTest::newRow("patch") << QByteArray("PATCH") << Verifications + QStringLiteral("/x/approve")
                               << QStringLiteral("POST");
        QTest::newRow("options") << QByteArray("OPTIONS") << QStringLiteral("/api/v2.1/extensions")
                                 << QStringLiteral("GET");
        QTest::newRow("consent templates")
            << QByteArray("DELETE") << ConsentTemplates << QStringLiteral("GET, POST");
        QTest::newRow("consent template") << QByteArray("POST") << ConsentTemplates + QStringLiteral("/x")
                                          << QStringLiteral("GET, PUT, DELETE");
        QTest::newRow("subscriptions") << QByteArray("PUT") << Subscriptions << QStringLiteral("GET, POST");
        QTest::newRow("subscription") << QByteArray("PATCH") << Subscriptions + QStringLiteral("/x")
                                      << QStringLiteral("GET, PUT, DELETE");
        QTest::newRow("deliveries") << QByteArray("DELETE") << Subscriptions + QStringLiteral("/x/deliveries")
                                    << QStringLiteral("GET");
        QTest::newRow("delivery") << QByteArray("POST") << Deliveries + QStringLiteral("/x")
                                  << QStringLiteral("GET");
        QTest::newRow("test route") << QByteArray("PUT") << QStringLiteral("/api/v2.1/test/faults")
                                    << QStringLiteral("GET, POST, DELETE");
    }
    void methodNotAllowed()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, allow);
        const Reply reply = m_officer->send(method, path);
        check(reply, 405, "METHOD_NOT_ALLOWED", "Method not allowed");
        QCOMPARE(reply.headers.value(QStringLiteral("allow")), allow);
    }

    void duplicateEmail()
    {
        const QString email = QStringLiteral("Twice@example.net");
        QCOMPARE(m_officer->post(Customers + QStringLiteral("/registration"), CaseWalk::registration(email))
                     .status,
                 200);
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"),
                                            CaseWalk::registration(email.toUpper()));
        check(reply, 409, "DUPLICATE_EMAIL", "Customer already exists");
        QCOMPARE(textAt(reply.body, "/data/field"), QStringLiteral("email"));
    }

    void duplicateOfASeededEmail()
    {
        const Reply list = m_officer->get(Customers + QStringLiteral("?size=200"));
        for (const Json& customer : list.data().at("customers")) {
            const QString email = textAt(customer, "/email");
            if (email.endsWith(QLatin1String("example.net")))
                continue;
            const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"),
                                                CaseWalk::registration(email.toUpper()));
            QCOMPARE(reply.error(), QStringLiteral("DUPLICATE_EMAIL"));
        }
    }

    void notEligible()
    {
        Json registration = CaseWalk::registration(QStringLiteral("young@example.net"));
        registration["dateOfBirth"] = "2008-04-01"; // one day too young on 2026-03-31
        const Reply reply = m_officer->post(Customers + QStringLiteral("/registration"), registration);
        check(reply, 422, "NOT_ELIGIBLE", "Customer is not eligible");
        QCOMPARE(textAt(reply.body, "/data/field"), QStringLiteral("dateOfBirth"));
        QCOMPARE(textAt(reply.body, "/data/reasonCode"), QStringLiteral("UNDERAGE"));
        registration["dateOfBirth"] = "2008-03-31";
        QCOMPARE(m_officer->post(Customers + QStringLiteral("/registration"), registration).status, 200);
    }

    void unsupportedMediaType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("none") << QString();
        QTest::newRow("text") << QStringLiteral("text/plain");
        QTest::newRow("form") << QStringLiteral("application/x-www-form-urlencoded");
        QTest::newRow("multipart") << QStringLiteral("multipart/form-data; boundary=x");
        QTest::newRow("multipart without boundary") << QStringLiteral("multipart/form-data");
        QTest::newRow("another json") << QStringLiteral("application/json-patch+json");
    }
    void unsupportedMediaType()
    {
        QFETCH(QString, type);
        check(m_officer->send("POST", Customers + QStringLiteral("/registration"), "{}", type), 415,
              "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type");
    }

    void mediaTypeWithCharset()
    {
        const Reply reply =
            m_officer->send("POST", Customers + QStringLiteral("/registration"),
                            sandbox::jsonBytes(CaseWalk::registration(QStringLiteral("charset@example.net"))),
                            QStringLiteral("Application/JSON; charset=utf-8"));
        QCOMPARE(reply.status, 200);
    }

    void rawBodyTooLarge()
    {
        const QByteArray body = QByteArray("{\"firstName\":\"") + QByteArray(16 * 1024 * 1024, 'a') + "\"}";
        const Reply reply = m_officer->send("POST", Customers + QStringLiteral("/registration"), body);
        check(reply, 413, "PAYLOAD_TOO_LARGE", "Payload too large");
        QCOMPARE(reply.data().at("maxBytes"), Json(16 * 1024 * 1024));
    }

private:
    static Json monitoring(const QByteArray& parameters)
    {
        Json relation =
            Json::parse(R"({"feature":{"id":"1","code":"ENHANCED_AML_MONITORING"},"enabled":true})");
        relation["parametrization"] = Json::parse(parameters.toStdString());
        Json individual;
        individual["categorization"]["categoryFeatureRelations"] = Json::array({relation});
        return individual;
    }

    static void check(const Reply& reply, int status, const char* word, const QByteArray& message)
    {
        QVERIFY2(reply.status == status, reply.bytes.constData());
        QCOMPARE(reply.body.at("code"), Json(status));
        QCOMPARE(reply.error(), QString::fromLatin1(word));
        QCOMPARE(textAt(reply.body, "/message").toLatin1(), message);
        QCOMPARE(reply.headers.value(QStringLiteral("content-type")), QStringLiteral("application/json"));
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestErrors)
#include "tst_errors.moc"
