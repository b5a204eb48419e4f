#include "everyread.h"
#include "sandboxprogram.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::test;

namespace {
const QString OfficerLogin = QStringLiteral("officer@sandbox.test");
const QString OfficerPassword = QStringLiteral("Sandbox-Officer-1");
const QString ViewerName = QStringLiteral("viewer@sandbox.test");
const QString LockedName = QStringLiteral("locked@sandbox.test");
const QString LockedPassword = QStringLiteral("Sandbox-Locked-1");

/// A request that may be repeated with the same key (3.7), and what its repetition says without the key.
struct Repeatable {
    const char* name;
    QString path;
    Json body;
    int statusWithoutKey;
};
} // namespace

/// Section 6, `--store`: a restart loses nothing that was answered.
class TestRestart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every test runs on every kind of store.
    void initTestCase_data()
    {
        QTest::addColumn<StoreKind>("kind");
        QTest::newRow("SQLite") << StoreKind::Sqlite;
        QTest::newRow("PostgreSQL") << StoreKind::Postgres;
    }
    void init()
    {
        QFETCH_GLOBAL(StoreKind, kind);
        if (const QString missing = TestStore::missing(kind); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_store = std::make_unique<TestStore>(kind);
        m_options = {};
        m_options.seed = 5;
        m_options.customers = 20;
        m_options.store = m_store->location();
        start();
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_store.reset();
    }

    /// Every kind of write, then every read before and after.
    void everyReadAnswersTheSame()
    {
        writeEverything();
        const auto before = everyRead(*m_officer);
        QVERIFY(before.size() > 100);
        restart();
        QCOMPARE(firstDifference(before, everyRead(*m_officer)), QString());
        // What was read from the store can be written on, and that is kept as well.
        writeEverything();
        const auto later = everyRead(*m_officer);
        QVERIFY(later != before);
        restart();
        QCOMPARE(firstDifference(later, everyRead(*m_officer)), QString());
    }

    /// Customers that were seeded are stored when they are touched first.
    void touchedSeededCustomers()
    {
        const auto fresh = everyRead(*m_officer);
        const Json list =
            m_officer->get(Verifications + QStringLiteral("?size=1000&status=IN_PROGRESS")).data();
        int decided = 0;
        for (const Json& verification : list.at("verifications"))
            decided += decide(textAt(verification, "/verificationId"),
                              Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}}) == 200;
        QVERIFY(decided > 0);
        const auto before = everyRead(*m_officer);
        QVERIFY(before != fresh);
        restart();
        QCOMPARE(firstDifference(before, everyRead(*m_officer)), QString());
    }

    void passwords()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        restart();
        SandboxClient own = m_sandbox->client();
        own.asCustomer(customer);
        QCOMPARE(own.get(readinessOf(customer)).status, 200);
        QCOMPARE(logInAs(customer, "Wrong-Password-1").status, 401);
    }

    /// 2.1: `attempts` was answered, so it goes on from there; a lock holds until its time.
    void failedLoginsAndLocks()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        for (int i = 0; i < 3; ++i)
            logInAs(customer, "Wrong-Password-1");
        QCOMPARE(m_sandbox->client().logIn(ViewerId, ViewerName, QStringLiteral("wrong")).status, 401);
        restart();
        QCOMPARE(
            m_sandbox->client().logIn(ViewerId, ViewerName, QStringLiteral("wrong")).data().at("attempts"),
            Json(2));
        QCOMPARE(logInAs(customer, "Wrong-Password-1").data().at("attempts"), Json(4));
        const Reply locking = logInAs(customer, "Wrong-Password-1");
        QCOMPARE(textAt(locking.body, "/message"), QStringLiteral("Account locked"));
        restart();
        const Reply locked = logInAs(customer, "SecurePass123!");
        QCOMPARE(locked.bytes, locking.bytes);
        m_sandbox->advance(std::chrono::minutes(31));
        QCOMPARE(logInAs(customer, "SecurePass123!").status, 200);
        restart();
        QCOMPARE(logInAs(customer, "Wrong-Password-1").data().at("attempts"), Json(1));
    }

    /// 2.15: who was let in again is not locked out by a restart; the account that section 6 locks included.
    void resetLogins()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        for (int i = 0; i < 5; ++i)
            logInAs(customer, "Wrong-Password-1");
        SandboxClient anybody = m_sandbox->client();
        QCOMPARE(anybody.logIn(LockedId, LockedName, LockedPassword).status, 401);
        restart();
        anybody = m_sandbox->client();
        QCOMPARE(anybody.logIn(LockedId, LockedName, LockedPassword).status, 401);
        const QString reset = QStringLiteral("/api/v2.1/admin/users/login/reset");
        QCOMPARE(m_officer->post(reset, Json{{"userId", LockedId.toStdString()}}).status, 200);
        QCOMPARE(m_officer->post(reset, Json{{"userId", customer.at("user").at("id")}}).status, 200);
        restart();
        anybody = m_sandbox->client();
        QCOMPARE(anybody.logIn(LockedId, LockedName, LockedPassword).status, 200);
        QCOMPARE(logInAs(customer, "SecurePass123!").status, 200);
    }

    /// Section 6, tokens: a restart ends all sessions.
    void sessionsEnd()
    {
        SandboxClient before = *m_officer;
        const Reply session = before.logIn(OfficerId, OfficerLogin, OfficerPassword);
        restart();
        SandboxClient after = m_sandbox->client();
        after.withToken(textAt(session.body, "/data/token"));
        QCOMPARE(after.get(Customers).error(), QStringLiteral("INVALID_TOKEN"));
        const Reply refreshed =
            after.put(QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions/%3")
                          .arg(Organization, OfficerId, textAt(session.body, "/data/sessionId")),
                      Json{{"refreshToken", session.data().at("refreshToken")}});
        QCOMPARE(refreshed.status, 404);
    }

    /// 3.7: the time in which no server runs does not count.
    void idempotentAnswers()
    {
        const QList<Repeatable> requests = repeatables();
        QMap<QString, Reply> answers;
        for (const Repeatable& request : requests) {
            const Reply answer = sendWithKey(request, request.body);
            QVERIFY2(answer.status == 200, answer.bytes.constData());
            answers.insert(QLatin1String(request.name), answer);
        }
        run(std::chrono::hours(10));
        QCOMPARE(sendWithKey({"later", Customers + QStringLiteral("/registration"), {}, 0},
                             CaseWalk::registration(QStringLiteral("later@example.net")))
                     .status,
                 200);
        restart(std::chrono::hours(24 * 30));
        for (const Repeatable& request : requests) {
            const Reply& first = answers[QLatin1String(request.name)];
            const Reply again = sendWithKey(request, request.body);
            QVERIFY2(again.bytes == first.bytes, again.bytes.constData());
            QCOMPARE(again.status, first.status);
            QCOMPARE(again.headers.value(QStringLiteral("etag")),
                     first.headers.value(QStringLiteral("etag")));
            QCOMPARE(again.headers.value(QStringLiteral("content-type")),
                     first.headers.value(QStringLiteral("content-type")));
            QCOMPARE(again.headers.value(QStringLiteral("idempotent-replayed")), QStringLiteral("true"));
            Json other = request.body;
            other["more"] = "of it";
            QCOMPARE(sendWithKey(request, other).error(), QStringLiteral("IDEMPOTENCY_KEY_REUSED"));
            QCOMPARE(m_officer->post(request.path, request.body).status, request.statusWithoutKey);
        }
        // Nothing was carried out a second time.
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=once%40example.net"))
                     .data()
                     .at("pagination")
                     .at("total"),
                 Json(1));
    }

    /// They do not pile up: what was answered more than 24 hours of running ago is forgotten with the next
    /// one.
    void oldIdempotentAnswers()
    {
        const Repeatable request{"once", Customers + QStringLiteral("/registration"),
                                 CaseWalk::registration(QStringLiteral("once@example.net")), 409};
        const Reply first = sendWithKey(request, request.body);
        QCOMPARE(first.status, 200);
        run(std::chrono::hours(13));
        QCOMPARE(sendWithKey({"second", request.path, {}, 0},
                             CaseWalk::registration(QStringLiteral("second@example.net")))
                     .status,
                 200);
        restart(std::chrono::hours(100));
        run(std::chrono::hours(10));
        QCOMPARE(sendWithKey(request, request.body).bytes, first.bytes);
        run(std::chrono::hours(2));
        QCOMPARE(sendWithKey({"third", request.path, {}, 0},
                             CaseWalk::registration(QStringLiteral("third@example.net")))
                     .status,
                 200);
        QCOMPARE(sendWithKey(request, request.body).error(), QStringLiteral("DUPLICATE_EMAIL"));
    }

    /// Section 6, switches: what a store was made with need not be said again, but must not be contradicted.
    void otherCustomers_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("customers");
        QTest::addColumn<QString>("fault");
        QTest::newRow("another seed")
            << 6 << 20 << QStringLiteral("it was made with --seed 5, not with --seed 6");
        QTest::newRow("another number")
            << 5 << 21 << QStringLiteral("it was made with --customers 20, not with --customers 21");
        QTest::newRow("the same") << 5 << 20 << QString();
        QTest::newRow("not said") << -1 << -1 << QString();
    }
    void otherCustomers()
    {
        QFETCH(int, seed);
        QFETCH(int, customers);
        QFETCH(QString, fault);
        m_sandbox.reset();
        sandbox::SandboxOptions options;
        options.store = m_options.store;
        if (seed >= 0) {
            options.seed = quint64(seed);
            options.customers = customers;
        }
        sandbox::SandboxServer server(options);
        const auto url = server.start();
        QCOMPARE(url ? QString() : url.error().technical, fault);
        if (!url)
            QCOMPARE(url.error().kind, ErrorKind::Refused);
        else
            QCOMPARE(
                SandboxClient(*url).logIn(ViewerId, ViewerName, QStringLiteral("Sandbox-Viewer-1")).status,
                200);
    }

    /// PostgreSQL has no place for U+0000 in a text. It is no part of anything that is declared, and no id
    /// has it.
    void nulCharacters()
    {
        Json registration = CaseWalk::registration(QStringLiteral("nul@example.net"));
        registration["firstName"] = std::string("Ra\0sa", 5);
        const Reply refused = m_officer->post(Customers + QStringLiteral("/registration"), registration);
        QCOMPARE(refused.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(refused.fields(), QStringList{QStringLiteral("firstName")});
        CaseWalk walk(*m_officer);
        const QString id = textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Json decision{
            {"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}, {"comment", std::string("a\0b", 3)}};
        const QString path = QStringLiteral("%1/%2/approve").arg(Verifications, id);
        QCOMPARE(m_officer->post(path, decision).fields(), QStringList{QStringLiteral("comment")});
        QCOMPARE(m_officer->get(Customers + QStringLiteral("/a%00b")).error(), QStringLiteral("NOT_FOUND"));
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=a%00b")).status, 200);
        SandboxClient anybody = m_sandbox->client();
        anybody.headers.insert(QStringLiteral("X-Forwarded-For"),
                               QStringLiteral("192.0.2.1'; DROP TABLE customers; --"));
        anybody.headers.insert(QStringLiteral("Authorization"),
                               m_officer->headers.value(QStringLiteral("Authorization")));
        const QString customer = textAt(walk.registerCustomer(), "/id");
        const Reply consent = anybody.post(QStringLiteral("%1/%2/consents/terms").arg(Customers, customer),
                                           Json{{"accepted", true}, {"version", "'\\"}});
        QVERIFY2(consent.status == 200, consent.bytes.constData());
        QCOMPARE(m_officer->get(Customers + u'/' + customer).status, 200);
    }

    /// Each keeps in memory what it made of the store, so there can be only one.
    void oneSandboxAtATime()
    {
        sandbox::SandboxServer second(m_options);
        const auto refused = second.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY2(refused.error().technical.endsWith(QStringLiteral("has it open")),
                 qPrintable(refused.error().technical));
        QCOMPARE(m_officer->get(Customers).status, 200);
        CaseWalk(*m_officer).registerCustomer();
        m_sandbox.reset();
        QVERIFY(second.start());
    }

    /// The program, killed right after an answer.
    void killed()
    {
        m_sandbox.reset();
        const QStringList arguments{QStringLiteral("--store"), m_options.store};
        const Json registration = CaseWalk::registration(QStringLiteral("once@example.net"));
        const auto failToLogIn = [](SandboxClient client) {
            return client.logIn(ViewerId, ViewerName, QStringLiteral("wrong"));
        };
        QMap<QString, QByteArray> before;
        Reply first;
        {
            SandboxProgram program(arguments);
            program.start();
            SandboxClient officer = program.officer();
            CaseWalk walk(officer);
            const Json verification = walk.start(walk.registerCustomer());
            walk.uploadAll(verification);
            const QString id = textAt(verification, "/verificationId");
            QCOMPARE(officer
                         .post(QStringLiteral("%1/%2/approve").arg(Verifications, id),
                               Json{{"status", "APPROVED"}})
                         .status,
                     200);
            officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("k"));
            first = officer.post(Customers + QStringLiteral("/registration"), registration);
            QCOMPARE(first.status, 200);
            before = everyRead(officer);
            // The last thing that it answers is a write.
            QCOMPARE(failToLogIn(officer).data().at("attempts"), Json(1));
            program.kill();
        }
        SandboxProgram program(arguments);
        program.start();
        SandboxClient officer = program.officer();
        QCOMPARE(firstDifference(before, everyRead(officer)), QString());
        QCOMPARE(failToLogIn(officer).data().at("attempts"), Json(2));
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("k"));
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).bytes, first.bytes);
        QVERIFY(program.end());
    }

private:
    void start()
    {
        m_sandbox = std::make_unique<SandboxFixture>(m_options);
        m_officer.emplace(m_sandbox->officer());
    }
    /// Goes on for so long, which outlasts every token.
    void run(std::chrono::hours time)
    {
        m_sandbox->advance(time);
        m_officer.emplace(m_sandbox->officer());
    }
    /// The clock shows `later` more when it is back.
    void restart(std::chrono::seconds later = {})
    {
        m_options.now = m_sandbox->now().addSecs(later.count());
        m_sandbox.reset();
        start();
    }

    /// Every kind of write that the contract has.
    void writeEverything()
    {
        CaseWalk walk(*m_officer);
        m_sandbox->advance(std::chrono::minutes(1));
        subscriptions();
        templates();

        // Approved, consented and activated, by the customer's own calls where there are some.
        const Json customer = walk.registerCustomer("fs-cat-b2c-medium-001");
        const QString path = Customers + u'/' + textAt(customer, "/id");
        SandboxClient own = m_sandbox->client();
        own.asCustomer(customer);
        const Json verification = own.send("POST", path + QStringLiteral("/verification")).data();
        const QString id = textAt(verification, "/verificationId");
        m_sandbox->advance(std::chrono::minutes(1));
        CaseWalk(own).uploadAll(verification);
        QCOMPARE(decide(id, Json{{"status", "RESUBMISSION_REQUESTED"},
                                 {"reasonCodes", {"LOW_RESOLUTION", "SCREENSHOT"}},
                                 {"comment", "Noch einmal, größer: ąčęė €"},
                                 {"notes", "O'Brien\\said \"so\""}}),
                 200);
        m_sandbox->advance(std::chrono::minutes(1));
        uploadBytes(id);
        QCOMPARE(decide(id, Json{{"status", "APPROVED"}, {"comment", "Approved"}}), 200);
        for (const char* consent : {"terms", "privacy", "data-processing"})
            QCOMPARE(own.post(path + QStringLiteral("/consents/") + QLatin1String(consent),
                              Json{{"accepted", true}, {"version", "1.0"}})
                         .status,
                     200);
        QCOMPARE(
            own.post(path + QStringLiteral("/consents/terms"), Json{{"accepted", true}, {"version", "1.1"}})
                .status,
            200);
        QCOMPARE(own.post(path + QStringLiteral("/activation"),
                          Json{{"userId", customer.at("user").at("id")}, {"code", "1"}})
                     .status,
                 200);

        // A verification of another type with everything that is stored only, and one that is rejected.
        QCOMPARE(
            m_officer
                ->post(Verifications, Json{{"customerId", customer.at("id")},
                                           {"type", "SANCTIONS_CHECK"},
                                           {"requestedLevel", "FINHUB_VERIFIED"},
                                           {"notes", "as every year"},
                                           {"additionalData", {{"priority", "HIGH"}, {"description", "ßü"}}}})
                .status,
            200);
        const Json other = walk.registerCustomer();
        const Json rejected = walk.start(other);
        QCOMPARE(decide(textAt(rejected, "/verificationId"),
                        Json{{"status", "REJECTED"}, {"reasonCodes", {"FACE_MISMATCH", "FORGED"}}}),
                 200);
        shareAmongOfficers(textAt(walk.start(other), "/verificationId"));
        logInAs(other, "Wrong-Password-1");
    }

    /// 3.8 to 3.10; of two claims one is given back.
    void shareAmongOfficers(const QString& verification)
    {
        const QString path = Verifications + u'/' + verification;
        QCOMPARE(m_officer->send("POST", path + QStringLiteral("/claim")).status, 200);
        QCOMPARE(
            m_officer->post(path + QStringLiteral("/claim"), Json{{"to", SeniorId.toStdString()}}).status,
            200);
        Json recommendation = CaseWalk::recommendation("RESUBMISSION_REQUESTED");
        recommendation["reasonCodes"] = {"SCREENSHOT", "LOW_RESOLUTION"};
        recommendation["notes"] = "Größer; \"ąčęė\" \\ 'so'";
        QCOMPARE(m_officer->post(path + QStringLiteral("/recommendations"), recommendation).status, 200);
        for (const char* text : {"First\nline", "'; DROP TABLE notes; --"})
            QCOMPARE(m_officer->post(path + QStringLiteral("/notes"), Json{{"text", text}}).status, 200);
        CaseWalk walk(*m_officer);
        const QString free =
            Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
        QCOMPARE(m_officer->send("POST", free + QStringLiteral("/claim")).status, 200);
        QCOMPARE(m_officer->remove(free + QStringLiteral("/claim")).status, 200);
    }

    void uploadBytes(const QString& verification)
    {
        // Every byte there is, with the beginning of a PDF.
        QByteArray bytes("%PDF-1.7\n");
        for (int i = 0; i < 70000; ++i)
            bytes.append(char(i * 7 + i / 256));
        const Reply uploaded =
            m_officer->post(QStringLiteral("%1/%2/documents").arg(Verifications, verification),
                            Json{{"documentType", "PASSPORT"},
                                 {"fileName", "Pass 'größer' \\ \"neu\".pdf"},
                                 {"mimeType", "application/pdf"},
                                 {"fileContent", bytes.toBase64().toStdString()}});
        // A backslash is no file name.
        QCOMPARE(uploaded.status, 400);
        const Reply again =
            m_officer->post(QStringLiteral("%1/%2/documents").arg(Verifications, verification),
                            Json{{"documentType", "PASSPORT"},
                                 {"fileName", "Pass 'größer' \"neu\"; --.pdf"},
                                 {"mimeType", "application/pdf"},
                                 {"fileContent", bytes.toBase64().toStdString()}});
        QCOMPARE(again.status, 200);
        QCOMPARE(m_officer
                     ->get(QStringLiteral("%1/%2/documents/%3/content")
                               .arg(Verifications, verification, textAt(again.body, "/data/documentId")))
                     .bytes,
                 bytes);
    }

    /// Elsewhere, so that their deliveries stay as they are.
    void subscriptions()
    {
        const Json wanted{
            {"endpointUrl", "https://example.com/hook"},
            {"subscribedEvents", {"customer.created", "verification.approved", "document.uploaded"}},
            {"subscriptionName", "Case feed"},
            {"secretKey", "a very secret key"}};
        const Json kept = m_officer->post(Subscriptions, wanted).data();
        const Json gone = m_officer->post(Subscriptions, wanted).data();
        Json changed = wanted;
        changed["subscriptionName"] = "Changed";
        QCOMPARE(m_officer->put(Subscriptions + u'/' + textAt(kept, "/id"), changed).status, 200);
        QCOMPARE(m_officer->remove(Subscriptions + u'/' + textAt(gone, "/id")).status, 200);
    }

    void templates()
    {
        const auto text = [](const char* type, const char* version) {
            return Json{{"type", type},
                        {"version", version},
                        {"effectiveDate", "2026-07-01"},
                        {"content", {{"title", "Title"}, {"body", "First\n\nSecond"}, {"locale", "en"}}}};
        };
        const Json kept = m_officer->post(ConsentTemplates, text("TERMS", "2.0")).data();
        const Json gone = m_officer->post(ConsentTemplates, text("PRIVACY", "2.0")).data();
        QCOMPARE(
            m_officer->put(ConsentTemplates + u'/' + textAt(kept, "/consentId"), text("TERMS", "2.1")).status,
            200);
        QCOMPARE(m_officer->remove(ConsentTemplates + u'/' + textAt(gone, "/consentId")).status, 200);
    }

    /// One for each route of 3.7 that this sandbox has, in an order in which all of them succeed.
    QList<Repeatable> repeatables()
    {
        CaseWalk walk(*m_officer);
        const Json customer = walk.registerCustomer();
        const QString path = Customers + u'/' + textAt(customer, "/id");
        const QString verification = Verifications + u'/' + textAt(walk.start(customer), "/verificationId");
        const QString recommended =
            Verifications + u'/' + textAt(walk.start(walk.registerCustomer()), "/verificationId");
        const Json consent{{"accepted", true}, {"version", "1.0"}};
        for (const char* name : {"privacy", "data-processing"})
            m_officer->post(path + QStringLiteral("/consents/") + QLatin1String(name), consent);
        return {{"registration", Customers + QStringLiteral("/registration"),
                 CaseWalk::registration(QStringLiteral("once@example.net")), 409},
                {"upload", verification + QStringLiteral("/documents"), CaseWalk::document("PASSPORT"), 409},
                {"decision", verification + QStringLiteral("/approve"), Json{{"status", "APPROVED"}}, 409},
                {"consent", path + QStringLiteral("/consents/terms"), consent, 200},
                {"recommendation", recommended + QStringLiteral("/recommendations"),
                 CaseWalk::recommendation(), 409},
                {"note", recommended + QStringLiteral("/notes"), Json{{"text", "once"}}, 200},
                {"activation", path + QStringLiteral("/activation"),
                 Json{{"userId", customer.at("user").at("id")}, {"code", "1"}}, 409}};
    }
    Reply sendWithKey(const Repeatable& request, const Json& body)
    {
        SandboxClient client = *m_officer;
        client.headers.insert(QStringLiteral("Idempotency-Key"), QLatin1String(request.name));
        return client.post(request.path, body);
    }

    int decide(const QString& verification, const Json& decision)
    {
        return m_officer->post(QStringLiteral("%1/%2/approve").arg(Verifications, verification), decision)
            .status;
    }
    static QString readinessOf(const Json& customer)
    {
        return QStringLiteral("%1/%2/owner/%3/activation/check")
            .arg(Customers, textAt(customer, "/id"), Tenant);
    }
    Reply logInAs(const Json& customer, const char* password)
    {
        return m_sandbox->client().post(
            QStringLiteral("%1/%2/users/%3/sessions")
                .arg(Customers, textAt(customer, "/id"), textAt(customer, "/user/id")),
            Json{{"username", customer.at("user").at("username")}, {"password", password}});
    }

    std::unique_ptr<TestStore> m_store;
    sandbox::SandboxOptions m_options;
    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestRestart)
#include "tst_restart.moc"
