#include "exampleshape.h"
#include "sandboxfixture.h"
#include "webhookreceiver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <array>
#include <optional>

using namespace finhub;
using namespace finhub::test;

/// The examples of sections 2 and 3, member by member, against a sandbox in this process and against the
/// program. The functions follow one customer through the onboarding and build upon each other.
class TestExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("asProgram");
        QTest::newRow("embedded") << false;
        QTest::newRow("program") << true;
    }

    void begin()
    {
        QFETCH_GLOBAL(bool, asProgram);
        Run& run = current();
        if (!asProgram) {
            run.embedded = std::make_unique<SandboxFixture>();
            run.client.emplace(run.embedded->url());
            return;
        }
        run.program = std::make_unique<QProcess>();
        run.program->start(QStringLiteral(FINHUB_BIN_DIR "/finhub-sandbox"),
                           {QStringLiteral("--now"), QStringLiteral("2026-03-31T09:15:00Z")});
        QTRY_VERIFY_WITH_TIMEOUT(run.program->canReadLine(), 30000);
        const QString line = QString::fromUtf8(run.program->readLine());
        const QRegularExpression form(
            QStringLiteral("^FINHUB-SANDBOX listening on (http://127\\.0\\.0\\.1:\\d+)\n$"));
        const auto match = form.match(line);
        QVERIFY2(match.hasMatch(), qUtf8Printable(line));
        run.client.emplace(QUrl(match.captured(1)));
    }

    void adminSession()
    {
        const Reply reply = client().logIn(OfficerId, QStringLiteral("officer@sandbox.test"),
                                           QStringLiteral("Sandbox-Officer-1"));
        compare(reply, "admin-session");
    }

    void claimsOfTheToken()
    {
        const QString token = client().headers.value(QStringLiteral("Authorization")).mid(7);
        const QByteArray payload =
            QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding);
        const auto claims = sandbox::parseJsonObject(payload);
        QVERIFY(claims);
        const QString difference = differenceFromExample(exampleNamed("claims"), *claims);
        QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));
        QCOMPARE(claims->at("exp").get<qint64>() - claims->at("iat").get<qint64>(), 3600);
    }

    void wrongPassword()
    {
        SandboxClient other = client();
        const Reply reply =
            other.logIn(ViewerId, QStringLiteral("viewer@sandbox.test"), QStringLiteral("wrong"));
        QCOMPARE(reply.status, 401);
        compare(reply, "wrong-password");
    }

    void lockedAccount()
    {
        SandboxClient other = client();
        const Reply reply =
            other.logIn(LockedId, QStringLiteral("locked@sandbox.test"), QStringLiteral("Sandbox-Locked-1"));
        QCOMPARE(reply.status, 401);
        compare(reply, "locked-account");
    }

    void extensions() { compare(client().get(QStringLiteral("/api/v2.1/extensions")), "extensions"); }

    void hierarchy()
    {
        compare(client().get(Customers + QStringLiteral("/categorization/hierarchy/") + Tenant), "hierarchy");
    }

    void registration()
    {
        const Reply reply = client().post(Customers + QStringLiteral("/registration"),
                                          CaseWalk::registration(QStringLiteral("user@example.com")));
        compare(reply, "registration");
        current().customer = reply.data();
    }

    void customerSession()
    {
        SandboxClient own = client();
        own.withToken({});
        const Reply reply =
            own.post(QStringLiteral("%1/%2/users/%3/sessions").arg(Customers, customerId(), userId()),
                     Json{{"username", "user@example.com"}, {"password", "SecurePass123!"}});
        compare(reply, "customer-session");
        QCOMPARE(textAt(reply.body, "/data/customerId"), customerId());
    }

    void initiate()
    {
        const Reply reply = client().send("POST", customerPath(QStringLiteral("/verification")));
        compare(reply, "initiate");
        QCOMPARE(reply.headers.value(QStringLiteral("etag")), QStringLiteral("\"v1\""));
        current().verification = textAt(reply.body, "/data/verificationId");
        QCOMPARE(textAt(reply.body, "/data/id"), verificationId());
    }

    void createdVerification()
    {
        const Reply reply = client().post(
            Verifications, Json{{"customerId", customer().at("id")}, {"type", "SANCTIONS_CHECK"}});
        compare(reply, "created-verification");
    }

    void upload()
    {
        const QByteArray bytes("%PDF-1.7\n% 26 bytes long.\n");
        QCOMPARE(bytes.size(), 26);
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const Reply reply = client().post(casePath(QStringLiteral("/documents")),
                                          Json{{"documentType", "PASSPORT"},
                                               {"fileName", "passport.pdf"},
                                               {"mimeType", "application/pdf"},
                                               {"fileContent", bytes.toBase64().toStdString()},
                                               {"customerId", customer().at("id")},
                                               {"verificationId", verificationId().toStdString()},
                                               {"fileSize", 26}});
        compare(reply, "upload");
        QCOMPARE(textAt(reply.body, "/data/sha256").toLatin1(), hash);
    }

    void directory()
    {
        const Reply reply =
            client().get(Customers + QStringLiteral("?search=user%40EXAMPLE.com&stage=APPROVAL"));
        compare(reply, "directory");
        QCOMPARE(textAt(reply.body, "/data/customers/0/id"), customerId());
    }

    void verification()
    {
        const Reply reply = client().get(casePath());
        compare(reply, "verification");
        QCOMPARE(reply.headers.value(QStringLiteral("etag")), QStringLiteral("\"v2\""));
    }

    void documents() { compare(client().get(casePath(QStringLiteral("/documents"))), "documents"); }

    void notYetReady()
    {
        const Reply reply = client().post(customerPath(QStringLiteral("/activation")),
                                          Json{{"userId", userId().toStdString()}, {"code", "123456"}});
        QCOMPARE(reply.status, 422);
        compare(reply, "not-yet-ready");
    }

    void staleVersion()
    {
        client().headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v1\""));
        const Reply reply = client().post(casePath(QStringLiteral("/approve")), Json{{"status", "APPROVED"}});
        client().headers.remove(QStringLiteral("If-Match"));
        QCOMPARE(reply.status, 412);
        compare(reply, "stale-version");
    }

    /// 3.8 to 3.10, on a case of their own: all of them are events of the timeline.
    void officers()
    {
        CaseWalk walk(client());
        const QString path =
            Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
        compare(client().send("POST", path + QStringLiteral("/claim")), "claim");
        compare(client().post(
                    path + QStringLiteral("/recommendations"),
                    Json{{"verdict", "APPROVED"},
                         {"reasonCodes", Json::array()},
                         {"notes", "Checked against the register"},
                         {"snapshot", "3bc49e260cca9c2955fcf807eb746333049981472f2505e74fc53078bca24cc4"}}),
                "recommendation");
        compare(client().post(path + QStringLiteral("/notes"), Json{{"text", "Called the customer"}}),
                "note");
        QCOMPARE(client().remove(path + QStringLiteral("/claim")).body,
                 Json::parse(R"({"code":200,"message":"Success","data":{}})"));
    }

    void webhookSubscription()
    {
        current().receiver = std::make_unique<WebhookReceiver>();
        const Reply reply =
            client().post(Subscriptions, Json{{"subscriptionName", "Case feed"},
                                              {"endpointUrl", current().receiver->url().toStdString()},
                                              {"subscribedEvents", {"verification.approved"}},
                                              {"secretKey", "shared"}});
        compare(reply, "webhook-subscription");
        current().subscription = textAt(reply.body, "/data/id");
    }

    void approval()
    {
        client().headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v2\""));
        const Reply reply = client().post(casePath(QStringLiteral("/approve")),
                                          Json{{"status", "APPROVED"},
                                               {"verificationType", "IDENTITY_VERIFICATION"},
                                               {"approvedBy", "Ona Officer"},
                                               {"comment", "Approved"},
                                               {"notes", "seen"}});
        client().headers.remove(QStringLiteral("If-Match"));
        compare(reply, "approval");
        QCOMPARE(reply.headers.value(QStringLiteral("etag")), QStringLiteral("\"v3\""));
    }

    void webhookDelivery()
    {
        const QString path = Subscriptions + u'/' + current().subscription + QStringLiteral("/deliveries");
        QTRY_COMPARE(textAt(client().get(path).body, "/data/deliveries/0/status"),
                     QStringLiteral("DELIVERED"));
        const Reply list = client().get(path);
        QCOMPARE(list.data().at("pagination"), (Json{{"total", 1}, {"page", 0}, {"size", 50}}));
        const Json& delivery = list.data().at("deliveries").at(0);
        const Reply reply = client().get(Deliveries + u'/' + textAt(delivery, "/deliveryId"));
        compare(reply, "webhook-delivery");
        QVERIFY(reply.data() == delivery);
        QCOMPARE(textAt(delivery, "/payload/id"), textAt(delivery, "/eventId"));
        QCOMPARE(textAt(delivery, "/payload/data/customerId"), customerId());
        QCOMPARE(textAt(delivery, "/payload/data/verificationId"), verificationId());
        QCOMPARE(client().remove(Subscriptions + u'/' + current().subscription).body,
                 Json::parse(R"({"success":true,"code":200,"message":"Success","data":{}})"));
    }

    void consentTemplates()
    {
        Reply reply = client().get(ConsentTemplates);
        QCOMPARE(reply.data().at("templates").size(), std::size_t(3));
        const Json first = reply.data().at("templates").at(0);
        reply.body["data"]["templates"] = Json::array({first});
        compare(reply, "consent-templates");
        Json single = exampleNamed("consent-templates");
        single["data"] = Json(single.at("data").at("templates").at(0));
        compare(client().get(ConsentTemplates + u'/' + textAt(first, "/consentId")), single);
    }

    void consent()
    {
        const Json accepted{{"accepted", true}, {"version", "1.0"}};
        const char* const example = "consent";
        const Reply first = client().post(customerPath(QStringLiteral("/consents/terms")), accepted);
        compare(first, example);
        // Accepting the same version again gives the stored record.
        const Reply again = client().post(customerPath(QStringLiteral("/consents/terms")), accepted);
        QCOMPARE(again.bytes, first.bytes);
        QCOMPARE(client().post(customerPath(QStringLiteral("/consents/data-processing")), accepted).status,
                 200);
    }

    void missingConsents()
    {
        const Reply reply = client().post(customerPath(QStringLiteral("/activation")),
                                          Json{{"userId", "user@example.com"}, {"code", "123456"}});
        QCOMPARE(reply.status, 400);
        Json example = exampleNamed("missing-consents");
        example["data"]["acceptUrls"]["PRIVACY_POLICY"] =
            customerPath(QStringLiteral("/consents/privacy")).toStdString();
        compare(reply, example);
    }

    void readiness()
    {
        compare(client().get(customerPath(QStringLiteral("/owner/%1/activation/check").arg(Tenant))),
                "readiness");
    }

    void activation()
    {
        const Json accepted{{"accepted", true}, {"version", "1.0"}};
        QCOMPARE(client().post(customerPath(QStringLiteral("/consents/privacy")), accepted).status, 200);
        const Reply reply = client().post(customerPath(QStringLiteral("/activation")),
                                          Json{{"userId", userId().toStdString()}, {"code", "123456"}});
        compare(reply, "activation");
    }

    void customerRead()
    {
        const Reply reply = client().get(customerPath());
        compare(reply, "customer-read");
        QVERIFY(!reply.bytes.contains("SecurePass"));
        QVERIFY(!reply.bytes.toLower().contains("password"));
    }

    void rejection()
    {
        CaseWalk walk(client());
        const Json verification = walk.start(walk.registerCustomer());
        const Reply reply = client().post(
            QStringLiteral("%1/%2/approve").arg(Verifications, textAt(verification, "/verificationId")),
            Json{{"status", "REJECTED"},
                 {"reasonCodes", {"FACE_MISMATCH"}},
                 {"comment", "The person in the photo could not be matched to the document."}});
        compare(reply, "rejection");
    }

    void timeline()
    {
        const Reply reply = client().get(customerPath(QStringLiteral("/timeline")));
        QStringList types;
        for (const Json& event : reply.data().at("events"))
            types.prepend(textAt(event, "/type"));
        QCOMPARE(types, (QStringList{
                            QStringLiteral("customer.registered"), QStringLiteral("session.created"),
                            QStringLiteral("verification.initiated"),
                            QStringLiteral("verification.initiated"), QStringLiteral("document.uploaded"),
                            QStringLiteral("verification.submitted"), QStringLiteral("verification.approved"),
                            QStringLiteral("consent.accepted"), QStringLiteral("consent.accepted"),
                            QStringLiteral("consent.accepted"), QStringLiteral("customer.activated")}));
        const Json& uploaded = reply.data().at("events").at(6);
        const QString difference = differenceFromExample(exampleNamed("timeline-event"), uploaded);
        QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));
        QCOMPARE(reply.data().at("pagination"), (Json{{"total", 11}, {"page", 0}, {"size", 50}}));
        // Nothing personal beyond the actor's name.
        for (const Json& event : reply.data().at("events"))
            QVERIFY(!QByteArray::fromStdString(event.at("data").dump()).contains("example.com"));
    }

    void loginReset()
    {
        compare(client().post(QStringLiteral("/api/v2.1/admin/users/login/reset"),
                              Json{{"userId", ViewerId.toStdString()}, {"reason", "forgot"}}),
                "login-reset");
    }

    void documentedBodies()
    {
        Json registration = CaseWalk::registration(QStringLiteral("other@example.com"));
        registration["matchingPassword"] = "OtherPass123!";
        compare(client().post(Customers + QStringLiteral("/registration"), registration),
                "validation-failed");
        SandboxClient elsewhere = client();
        elsewhere.headers.insert(QStringLiteral("X-Tenant-ID"), QStringLiteral("nobody"));
        compare(elsewhere.get(QStringLiteral("/api/v2.1/extensions")), "tenant-denied");
    }

    void logOut()
    {
        SandboxClient second = client();
        const Reply session = second.logIn(OfficerId, QStringLiteral("officer@sandbox.test"),
                                           QStringLiteral("Sandbox-Officer-1"));
        const QString path = QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                                 .arg(Organization, OfficerId, textAt(session.body, "/data/sessionId"));
        compare(second.send("DELETE", path), "log-out");
        QCOMPARE(second.get(QStringLiteral("/api/v2.1/extensions")).error(), QStringLiteral("INVALID_TOKEN"));
    }

    void end()
    {
        QFETCH_GLOBAL(bool, asProgram);
        if (!asProgram)
            return;
        QProcess& program = *current().program;
        program.terminate();
        QVERIFY(program.waitForFinished(30000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().isEmpty());
    }

private:
    void compare(const Reply& reply, const char* example) { compare(reply, exampleNamed(example)); }
    void compare(const Reply& reply, const Json& example)
    {
        const QString difference = differenceFromExample(example, reply.body);
        QVERIFY2(difference.isEmpty(), qUtf8Printable(difference + u'\n' + QString::fromUtf8(reply.bytes)));
        QCOMPARE(reply.status, reply.body.at("code").get<int>());
        QCOMPARE(reply.headers.value(QStringLiteral("content-type")), QStringLiteral("application/json"));
    }
    /// What one way of running has got to; every function runs for both before the next one does.
    struct Run {
        std::unique_ptr<SandboxFixture> embedded;
        std::unique_ptr<QProcess> program;
        std::optional<SandboxClient> client;
        std::unique_ptr<WebhookReceiver> receiver;
        Json customer;
        QString verification;
        QString subscription;
    };
    Run& current()
    {
        QFETCH_GLOBAL(bool, asProgram);
        return m_runs[asProgram ? 1 : 0];
    }
    SandboxClient& client() { return *current().client; }
    const Json& customer() { return current().customer; }
    QString verificationId() { return current().verification; }
    QString customerId() { return textAt(customer(), "/id"); }
    QString userId() { return textAt(customer(), "/user/id"); }
    QString customerPath(const QString& rest = {}) { return Customers + u'/' + customerId() + rest; }
    QString casePath(const QString& rest = {}) { return Verifications + u'/' + verificationId() + rest; }

    std::array<Run, 2> m_runs;
};

QTEST_MAIN(TestExamples)
#include "tst_examples.moc"
