#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

namespace {
StartVerificationRequest testStart()
{
    StartVerificationRequest request;
    request.customerId = TestCustomer;
    return request;
}

CreateVerificationRequest testCreate()
{
    CreateVerificationRequest request;
    request.customerId = TestCustomer;
    request.type = VerificationType::EnhancedDueDiligence;
    request.requestedLevel = VerificationLevel::PowerTenant;
    return request;
}

ConsentTemplate changedTemplate()
{
    ConsentTemplate text = testTemplate();
    text.id = QStringLiteral("2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26");
    return text;
}

/// One of the new writes: how it is made, where it goes, and an answer that is right.
struct Write {
    const char* name;
    QByteArray line;
    QByteArray answer;
    QByteArray body;
    QByteArray key;
};

const QList<Write>& writes()
{
    static const QList<Write> all{
        {"register", "POST /api/v2.1/customer/individual/registration", transcript("registration"),
         R"({"firstName":"Rasa","lastName":"Vaitkus","email":"user@example.com",)"
         R"("password":"Secure-Pass1!","matchingPassword":"Secure-Pass1!",)"
         R"("customerCategory":{"id":"fs-cat-b2c-low-001"}})",
         testRegistration().idempotencyKey},
        {"start", "POST " + CustomerPath + "/verification", transcript("verification-initiated"), "{}", {}},
        {"create",
         "POST /api/v2.1/verifications",
         jsonAnswer(200,
                    transcriptBody("verification-initiated")
                        .replace("IDENTITY_VERIFICATION", "ENHANCED_DUE_DILIGENCE"),
                    "ETag: \"v1\"\r\n"),
         R"({"customerId":"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13","type":"ENHANCED_DUE_DILIGENCE",)"
         R"("requestedLevel":"POWER_TENANT_VERIFIED",)"
         R"("requestedByUserId":"0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50",)"
         R"("requestedByTenantId":"3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10"})",
         {}},
        {"reset",
         "POST /api/v2.1/admin/users/login/reset",
         transcript("login-reset"),
         R"({"userId":"c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364","reason":"Called in"})",
         {}},
        {"template",
         "POST /api/v2.1/admin/consents",
         transcript("consent-template"),
         R"({"type":"TERMS","version":"1.0","effectiveDate":"2026-01-01",)"
         R"("content":{"title":"Terms and Conditions","body":"…"}})",
         {}},
        {"change template",
         "PUT /api/v2.1/admin/consents/2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26",
         transcript("consent-template"),
         R"({"type":"TERMS","version":"1.0","effectiveDate":"2026-01-01",)"
         R"("content":{"title":"Terms and Conditions","body":"…"}})",
         {}},
        {"upload", "POST " + VerificationPath + "/documents", transcript("document-uploaded"),
         R"({"documentType":"PASSPORT","fileName":"passport.pdf","mimeType":"application/pdf",)"
         R"("customerId":"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13",)"
         R"("verificationId":"e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49","fileSize":10,)"
         R"("fileContent":"JVBERi0xLjQKeA=="})",
         testUpload().idempotencyKey}};
    return all;
}

/// A call whose outcome is looked at without its value.
class Pending {
public:
    template <typename T>
    explicit Pending(CallPtr<T> call)
    {
        const auto outcome = std::make_shared<Outcome<T>>(std::move(call));
        isThere = [outcome] { return outcome->isThere(); };
        hasValue = [outcome] { return outcome->hasValue(); };
        error = [outcome] { return outcome->error(); };
        drop = [outcome] { outcome->dropCall(); };
    }

    std::function<bool()> isThere;
    std::function<bool()> hasValue;
    std::function<Error()> error;
    std::function<void()> drop;
};

Pending make(HttpFinHub& client, int which)
{
    switch (which) {
    case 0:
        return Pending(client.registerCustomer(testRegistration()));
    case 1:
        return Pending(client.startVerification(testStart()));
    case 2:
        return Pending(client.createVerification(testCreate()));
    case 3:
        return Pending(client.resetLogin(TestUser, QStringLiteral("Called in")));
    case 4:
        return Pending(client.saveConsentTemplate(testTemplate()));
    case 5:
        return Pending(client.saveConsentTemplate(changedTemplate()));
    default:
        return Pending(client.uploadDocument(testUpload(10), {}));
    }
}
} // namespace

/// The writes of the phases as bytes on the wire, and what every kind of answer to them means.
class TestPhaseCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup()
    {
        m_fixture.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
    }

    void onTheWire_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(writes().size()); ++i)
            QTest::newRow(writes().at(i).name) << i;
    }
    void onTheWire()
    {
        QFETCH(int, which);
        const Write& write = writes().at(which);
        m_fixture->server.answer(write.line, {write.answer});
        const Pending call = make(*m_fixture->client, which);
        QVERIFY(!call.isThere());
        QTRY_VERIFY(call.isThere());
        QVERIFY2(call.hasValue(), qPrintable(call.error().technical));
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
        const RawRequestSeen request = m_fixture->requests().first();
        QCOMPARE(request.method + ' ' + request.target, write.line);
        QCOMPARE(request.body, write.body);
        QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(request.header("Content-Length"), QByteArray::number(write.body.size()));
        QCOMPARE(request.header("Accept"), QByteArray("application/json"));
        QCOMPARE(request.header("X-Tenant-ID"), QByteArray("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10"));
        QVERIFY(request.header("Authorization").startsWith("Bearer eyJ"));
        QCOMPARE(request.header("Idempotency-Key"), write.key);
        QCOMPARE(request.headerCount("Idempotency-Key"), write.key.isEmpty() ? 0 : 1);
        QCOMPARE(request.headerCount("If-Match"), 0);
        for (const char* name : {"X-Forwarded-For", "X-Forwarded-From", "User-Agent", "platform", "deviceId"})
            QCOMPARE(request.headerCount(name), 1);
    }

    void withoutIdempotency()
    {
        ClientFixture fixture;
        QVERIFY(fixture.signIn("extensions-none"));
        for (int which = 0; which < int(writes().size()); ++which) {
            fixture.server.answer(writes().at(which).line, {writes().at(which).answer});
            const Pending call = make(*fixture.client, which);
            QTRY_VERIFY(call.isThere());
            QVERIFY2(call.hasValue(), writes().at(which).name); // none needs an extension
        }
        for (const RawRequestSeen& request : fixture.requests())
            QCOMPARE(request.headerCount("Idempotency-Key"), 0);
    }

    /// R19 and HttpFinHub's table for each of them, sent exactly once.
    void outcomes_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Then>("then");
        QTest::addColumn<ErrorKind>("kind");
        for (int which = 0; which < int(writes().size()); ++which) {
            const Write& write = writes().at(which);
            const auto row = [&](const char* name, const QByteArray& answer, ErrorKind kind,
                                 Then then = Then::KeepOpen) {
                QTest::addRow("%s: %s", write.name, name) << which << answer << then << kind;
            };
            const ErrorKind unknown = ErrorKind::OutcomeUnknown;
            row("closed without an answer", {}, unknown, Then::Close);
            row("reset without an answer", {}, unknown, Then::Reset);
            row("cut off", write.answer.chopped(5), unknown, Then::Close);
            row("HTML", jsonAnswer(200, "<html></html>"), unknown);
            row("no content", "HTTP/1.1 204 No Content\r\n\r\n", unknown);
            row("success false", jsonAnswer(200, R"({"success":false,"data":{"id":"x"}})"), unknown);
            row("redirect", "HTTP/1.1 307 X\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", unknown);
            row("408", jsonAnswer(408, "{}"), unknown);
            row("500", transcript("internal-error"), unknown);
            row("502 HTML", transcript("bad-gateway-html"), unknown);
            row("in progress", transcript("in-progress"), unknown);
            row("refused", transcript("validation-failed"), ErrorKind::Status);
            row("forbidden HTML", jsonAnswer(403, "<html></html>"), ErrorKind::Status);
            row("not found", jsonAnswer(404, "{}"), ErrorKind::Status);
            row("rate limited", transcript("rate-limited"), ErrorKind::Status);
            if (which != 3) // 2.15's answer says nothing that could be missing
                row("data empty", jsonAnswer(200, R"({"code":200,"data":{}})"), unknown);
        }
    }
    void outcomes()
    {
        QFETCH(int, which);
        QFETCH(QByteArray, answer);
        QFETCH(Then, then);
        QFETCH(ErrorKind, kind);
        m_fixture->server.answer(writes().at(which).line, {answer, then});
        const Pending call = make(*m_fixture->client, which);
        QTRY_VERIFY(call.isThere());
        QVERIFY(!call.hasValue());
        QCOMPARE(call.error().kind, kind);
        QTest::qWait(20); // time for a second transmission that must not come
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
    }

    /// An answer about something else than was written is not understood.
    void answersAboutSomethingElse_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("start: another customer")
            << 1 << QByteArray(R"("id":"v","status":"INITIATED","customerId":"somebody")");
        QTest::newRow("create: another type")
            << 2 << QByteArray(R"("id":"v","status":"PENDING","type":"SANCTIONS_CHECK")");
        QTest::newRow("template: another type") << 4 << QByteArray(R"("id":"t","type":"PRIVACY")");
        QTest::newRow("template: another id") << 5 << QByteArray(R"("id":"t")");
        QTest::newRow("upload: another verification")
            << 6 << QByteArray(R"("documentId":"d","verificationId":"v")");
    }
    void answersAboutSomethingElse()
    {
        QFETCH(int, which);
        QFETCH(QByteArray, data);
        m_fixture->server.answer(writes().at(which).line, {jsonAnswer(200, "{\"data\":{" + data + "}}")});
        const Pending call = make(*m_fixture->client, which);
        QTRY_VERIFY(call.isThere());
        QCOMPARE(call.error().kind, ErrorKind::OutcomeUnknown);
    }

    void refusalsKeepTheirFields()
    {
        m_fixture->server.answer(writes().at(0).line, {transcript("validation-failed")});
        Outcome registered(m_fixture->client->registerCustomer(testRegistration()));
        QTRY_VERIFY(registered.isThere());
        QCOMPARE(registered.error().fields.first().field, QStringLiteral("matchingPassword"));
        m_fixture->server.answer(writes().at(0).line, {transcript("invalid-categorization")});
        Outcome categorized(m_fixture->client->registerCustomer(testRegistration()));
        QTRY_VERIFY(categorized.isThere());
        QCOMPARE(categorized.error().fields.last().field, QStringLiteral("parametrization.riskScore"));
    }

    /// In every state: just started, on its way, while the session refreshes, and with the client gone first.
    void deletedInEveryState_data() { onTheWire_data(); }
    void deletedInEveryState()
    {
        QFETCH(int, which);
        const QByteArray line = writes().at(which).line;
        m_fixture->server.answer(line, RawReply{});
        make(*m_fixture->client, which).drop();
        const Pending sent = make(*m_fixture->client, which);
        QTRY_COMPARE(m_fixture->server.count(line), 1);
        sent.drop();
        m_fixture->server.answer(line, {transcript("token-expired")});
        m_fixture->server.answer("PUT " + SessionsPath, RawReply{});
        const Pending refreshing = make(*m_fixture->client, which);
        QTRY_COMPARE(m_fixture->server.count("PUT " + SessionsPath), 1);
        refreshing.drop();
        const Pending last = make(*m_fixture->client, which); // waits for the refresh
        m_fixture->client.reset();
        QTRY_VERIFY(last.isThere());
        QCOMPARE(last.error().kind, ErrorKind::SessionEnded);
        QVERIFY(!sent.isThere() && !refreshing.isThere());
    }

    void withoutASession()
    {
        HttpFinHub client(ClientFixture::options());
        for (int which = 0; which < int(writes().size()); ++which) {
            const Pending call = make(client, which);
            QVERIFY(!call.isThere());
            QTRY_VERIFY(call.isThere());
            QCOMPARE(call.error().kind, ErrorKind::SessionEnded);
        }
    }

    void refusedValues()
    {
        HttpFinHub& client = *m_fixture->client;
        const auto refused = [](const Pending& call, const char* member) {
            return !call.isThere() && QTest::qWaitFor([&] { return call.isThere(); }) &&
                   call.error().kind == ErrorKind::Refused && call.error().technical == QLatin1String(member);
        };
        RegistrationRequest registration = testRegistration();
        registration.person.email = QStringLiteral("nobody");
        QVERIFY(refused(Pending(client.registerCustomer(std::move(registration))), "email"));
        registration = testRegistration();
        registration.idempotencyKey = QByteArray(129, 'k');
        QVERIFY(refused(Pending(client.registerCustomer(std::move(registration))), "Idempotency-Key"));
        CreateVerificationRequest create = testCreate();
        create.customerId = {};
        QVERIFY(refused(Pending(client.createVerification(create)), "customerId"));
        QVERIFY(refused(Pending(client.resetLogin({}, {})), "userId"));
        QVERIFY(refused(Pending(client.resetLogin(TestUser, QString(256, u'x'))), "reason"));
        ConsentTemplate text = testTemplate();
        text.title.clear();
        QVERIFY(refused(Pending(client.saveConsentTemplate(text)), "content.title"));
        StartVerificationRequest start = testStart();
        start.customerId = CustomerId(QStringLiteral("../../admin"));
        QVERIFY(refused(Pending(client.startVerification(start)), "id outside the contract's alphabet"));
        text = testTemplate();
        text.id = QStringLiteral("a/b");
        QVERIFY(refused(Pending(client.saveConsentTemplate(text)), "id outside the contract's alphabet"));
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestPhaseCalls)
#include "tst_phasecalls.moc"
