#include "sandboxfixture.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 2.1, 2.2, 2.5, 2.15 and section 6: logins, the lock, tokens and their end.
class TestLogin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<SandboxFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void fiveWrongPasswordsLock()
    {
        SandboxClient client = m_sandbox->client();
        for (int attempt = 1; attempt <= 4; ++attempt) {
            const Reply reply = wrong(client);
            QCOMPARE(textAt(reply.body, "/message"), QStringLiteral("Authentication failed"));
            QCOMPARE(reply.data().at("attempts"), Json(attempt));
            QCOMPARE(reply.data().at("maxAttempts"), Json(5));
            QVERIFY(reply.data().at("lockoutTime").is_null());
            QVERIFY(!reply.data().contains("lockoutDuration"));
        }
        const Reply fifth = wrong(client);
        QCOMPARE(textAt(fifth.body, "/message"), QStringLiteral("Account locked"));
        QCOMPARE(fifth.data().at("attempts"), Json(5));
        QCOMPARE(textAt(fifth.body, "/data/lockoutTime"), QStringLiteral("2026-03-31T09:45:00.000Z"));
        QCOMPARE(textAt(fifth.body, "/data/lockoutDuration"), QStringLiteral("30 minutes"));

        // Even the right password is refused, and tries do not extend the lock.
        m_sandbox->advance(std::chrono::minutes(29));
        const Reply locked = right(client);
        QCOMPARE(locked.status, 401);
        QCOMPARE(textAt(locked.body, "/data/lockoutTime"), QStringLiteral("2026-03-31T09:45:00.000Z"));
        m_sandbox->advance(std::chrono::seconds(59));
        QCOMPARE(right(client).status, 401);
        // 7.6: when it ends the count is 0.
        m_sandbox->advance(std::chrono::seconds(1));
        QCOMPARE(wrong(client).data().at("attempts"), Json(1));
        QCOMPARE(right(client).status, 200);
    }

    void successClearsTheCount()
    {
        SandboxClient client = m_sandbox->client();
        for (int i = 0; i < 4; ++i)
            wrong(client);
        QCOMPARE(right(client).status, 200);
        QCOMPARE(wrong(client).data().at("attempts"), Json(1));
    }

    void anotherDuration()
    {
        sandbox::SandboxOptions options;
        options.lockout = std::chrono::seconds(90);
        const SandboxFixture sandbox(options);
        SandboxClient client = sandbox.client();
        const Reply reply =
            client.logIn(LockedId, QStringLiteral("locked@sandbox.test"), QStringLiteral("Sandbox-Locked-1"));
        QCOMPARE(textAt(reply.body, "/data/lockoutDuration"), QStringLiteral("90 seconds"));
        QCOMPARE(textAt(reply.body, "/data/lockoutTime"), QStringLiteral("2026-03-31T09:16:30.000Z"));
    }

    void resetUnlocks()
    {
        SandboxClient officer = m_sandbox->officer();
        const Json locked{{"userId", LockedId.toStdString()}, {"reason", "called"}};
        QCOMPARE(officer.post(QStringLiteral("/api/v2.1/admin/users/login/reset"), locked).status, 200);
        SandboxClient client = m_sandbox->client();
        QCOMPARE(
            client.logIn(LockedId, QStringLiteral("locked@sandbox.test"), QStringLiteral("Sandbox-Locked-1"))
                .status,
            200);
        const Reply nobody =
            officer.post(QStringLiteral("/api/v2.1/admin/users/login/reset"), Json{{"userId", "nobody"}});
        QCOMPARE(nobody.status, 404);
        QCOMPARE(textAt(nobody.body, "/data/resource"), QStringLiteral("user"));
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(viewer.post(QStringLiteral("/api/v2.1/admin/users/login/reset"), locked).error(),
                 QStringLiteral("INSUFFICIENT_PERMISSIONS"));
    }

    void customersLockAndTimeline()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const Json customer = walk.registerCustomer();
        const QString path = QStringLiteral("%1/%2/users/%3/sessions")
                                 .arg(Customers, textAt(customer, "/id"), textAt(customer, "/user/id"));
        const Json bad{{"username", customer.at("user").at("username")}, {"password", "wrong"}};
        SandboxClient client = m_sandbox->client();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(client.post(path, bad).status, 401);
        const Json good{{"username", customer.at("user").at("username")}, {"password", "SecurePass123!"}};
        QCOMPARE(textAt(client.post(path, good).body, "/message"), QStringLiteral("Account locked"));
        QCOMPARE(officer
                     .post(QStringLiteral("/api/v2.1/admin/users/login/reset"),
                           Json{{"userId", customer.at("user").at("id")}})
                     .status,
                 200);
        QCOMPARE(client.post(path, good).status, 200);

        QStringList types;
        const Json timeline =
            officer.get(QStringLiteral("%1/%2/timeline").arg(Customers, textAt(customer, "/id"))).data();
        for (const Json& event : timeline.at("events"))
            types.prepend(textAt(event, "/type"));
        const QString failed = QStringLiteral("session.failed");
        QCOMPARE(types, (QStringList{QStringLiteral("customer.registered"), failed, failed, failed, failed,
                                     failed, QStringLiteral("session.locked"),
                                     QStringLiteral("session.reset"), QStringLiteral("session.created")}));
    }

    void seededCustomersLogIn()
    {
        SandboxClient officer = m_sandbox->officer();
        const Json list = officer.get(Customers + QStringLiteral("?size=3&stage=SESSION")).data();
        for (const Json& entry : list.at("customers")) {
            const QString id = textAt(entry, "/id");
            const Json customer = officer.get(Customers + u'/' + id).data();
            SandboxClient own = m_sandbox->client();
            own.asCustomer(customer);
            QCOMPARE(textAt(officer.get(Customers + u'/' + id).body, "/data/stage"),
                     QStringLiteral("VERIFICATION"));
        }
    }

    void refresh()
    {
        SandboxClient client = m_sandbox->client();
        const Json session = right(client).data();
        const QString path = QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                                 .arg(Organization, OfficerId, textAt(session, "/sessionId"));
        m_sandbox->advance(std::chrono::hours(2));
        QCOMPARE(client.get(Customers).error(), QStringLiteral("TOKEN_EXPIRED"));

        SandboxClient bare = m_sandbox->client();
        const auto put = [&](const Json& body) { return bare.send("PUT", path, sandbox::jsonBytes(body)); };
        QCOMPARE(put(Json::object()).error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(put(Json{{"refreshToken", "r-wrong"}}).error(), QStringLiteral("INVALID_TOKEN"));
        const Reply renewed = put(Json{{"refreshToken", session.at("refreshToken")}});
        QCOMPARE(renewed.status, 200);
        QCOMPARE(renewed.data().at("sessionId"), session.at("sessionId"));
        QVERIFY(renewed.data().at("token") != session.at("token"));
        client.withToken(textAt(renewed.body, "/data/token"));
        QCOMPARE(client.get(Customers).status, 200);
        // It works once.
        QCOMPARE(put(Json{{"refreshToken", session.at("refreshToken")}}).error(),
                 QStringLiteral("INVALID_TOKEN"));
        // And for 24 hours.
        m_sandbox->advance(std::chrono::hours(24));
        QCOMPARE(put(Json{{"refreshToken", renewed.data().at("refreshToken")}}).error(),
                 QStringLiteral("INVALID_TOKEN"));
        SandboxClient elsewhere = m_sandbox->client();
        elsewhere.headers.insert(QStringLiteral("X-Tenant-ID"), OtherTenant);
        QCOMPARE(elsewhere.send("PUT", path, R"({"refreshToken":"r"})").error(), QStringLiteral("NOT_FOUND"));
    }

    void whoMayClose()
    {
        SandboxClient officer = m_sandbox->client();
        const Json session = right(officer).data();
        const QString path = QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                                 .arg(Organization, OfficerId, textAt(session, "/sessionId"));
        SandboxClient viewer = m_sandbox->viewer();
        QCOMPARE(viewer.send("DELETE", path).error(), QStringLiteral("INSUFFICIENT_PERMISSIONS"));
        QCOMPARE(officer.send("DELETE", path).status, 200);
        QCOMPARE(officer.send("DELETE", path).error(), QStringLiteral("INVALID_TOKEN"));
        // A viewer closes its own session.
        SandboxClient second = m_sandbox->client();
        const Json own =
            second.logIn(ViewerId, QStringLiteral("viewer@sandbox.test"), QStringLiteral("Sandbox-Viewer-1"))
                .data();
        QCOMPARE(second
                     .send("DELETE", QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                                         .arg(Organization, ViewerId, textAt(own, "/sessionId")))
                     .status,
                 200);
    }

    /// 1.5, 7.3: what a customer's own token reaches.
    void customersToken()
    {
        SandboxClient officer = m_sandbox->officer();
        CaseWalk walk(officer);
        const Json customer = walk.registerCustomer();
        const Json other = walk.registerCustomer();
        const QString otherCase = textAt(walk.start(other), "/verificationId");
        SandboxClient own = m_sandbox->client();
        own.asCustomer(customer);
        const QString path = Customers + u'/' + textAt(customer, "/id");
        const QString otherPath = Customers + u'/' + textAt(other, "/id");
        const QString refused = QStringLiteral("INSUFFICIENT_PERMISSIONS");

        QCOMPARE(own.get(path + QStringLiteral("/owner/%1/activation/check").arg(Tenant)).status, 200);
        const Reply started = own.send("POST", path + QStringLiteral("/verification"));
        QCOMPARE(started.status, 200);
        const QString ownCase = textAt(started.body, "/data/verificationId");
        QCOMPARE(own.post(Verifications + u'/' + ownCase + QStringLiteral("/documents"),
                          CaseWalk::document("PASSPORT"))
                     .status,
                 200);
        QCOMPARE(
            own.post(path + QStringLiteral("/consents/terms"), Json{{"accepted", true}, {"version", "1"}})
                .status,
            200);

        QCOMPARE(own.get(QStringLiteral("/api/v2.1/extensions")).error(), refused);
        QCOMPARE(own.get(Customers).error(), refused);
        QCOMPARE(own.get(path).error(), refused);
        QCOMPARE(own.get(path + QStringLiteral("/timeline")).error(), refused);
        QCOMPARE(own.get(Verifications + u'/' + ownCase).error(), refused);
        QCOMPARE(own.post(Verifications, Json{{"customerId", customer.at("id")}}).error(), refused);
        QCOMPARE(own.post(Verifications + u'/' + ownCase + QStringLiteral("/approve"),
                          Json{{"status", "APPROVED"}})
                     .error(),
                 refused);
        QCOMPARE(own.send("POST", otherPath + QStringLiteral("/verification")).error(), refused);
        QCOMPARE(own.post(otherPath + QStringLiteral("/activation"), Json{{"userId", "x"}}).error(), refused);
        QCOMPARE(own.get(otherPath + QStringLiteral("/owner/%1/activation/check").arg(Tenant)).error(),
                 refused);
        const Reply upload = own.post(Verifications + u'/' + otherCase + QStringLiteral("/documents"),
                                      CaseWalk::document("PASSPORT"));
        QCOMPARE(upload.error(), refused);
        QCOMPARE(upload.data().at("roles"), Json::parse(R"(["USER"])"));
    }

    void tokenLifetimeSwitch()
    {
        sandbox::SandboxOptions options;
        options.tokenTtl = std::chrono::seconds(5);
        SandboxFixture sandbox(options);
        SandboxClient client = sandbox.client();
        const Reply session = client.logIn(OfficerId, QStringLiteral("officer@sandbox.test"),
                                           QStringLiteral("Sandbox-Officer-1"));
        QCOMPARE(session.data().at("expiresIn"), Json(5));
        sandbox.advance(std::chrono::seconds(5));
        QCOMPARE(client.get(Customers).error(), QStringLiteral("TOKEN_EXPIRED"));
    }

    void tokensOfAnotherStartAreWorthless()
    {
        SandboxClient client = m_sandbox->officer();
        const SandboxFixture second;
        SandboxClient there = second.client();
        there.headers = client.headers;
        QCOMPARE(there.get(Customers).error(), QStringLiteral("INVALID_TOKEN"));
    }

private:
    static Reply wrong(SandboxClient& client)
    {
        return client.logIn(OfficerId, QStringLiteral("officer@sandbox.test"), QStringLiteral("wrong"));
    }
    static Reply right(SandboxClient& client)
    {
        return client.logIn(OfficerId, QStringLiteral("Officer@Sandbox.test"),
                            QStringLiteral("Sandbox-Officer-1"));
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
};

QTEST_MAIN(TestLogin)
#include "tst_login.moc"
